/**
 * Files and foreign images in, RayWarp's own types out, and back: volumes (NIfTI, MetaImage, NRRD, DICOM, TIFF),
 * surfaces (STL, PLY, OBJ), calibrated views (geometry of RayWarp and other programs), and the {@code ImagePlus} of ImageJ. No
 * processing of what was read.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.io.VolumeFiles}, which picks the reader or writer of a volume file;</li>
 * <li>{@link org.raywarp.io.MeshFiles}, the same for surfaces;</li>
 * <li>{@link org.raywarp.io.GeometryFile} and {@link org.raywarp.io.GeometryFormat}, calibrated views: one
 * {@code GeometryCodec} a format, such as {@code PlastimatchGeometry}, and {@link org.raywarp.io.ForeignFrame}, what the
 * files leave out;
 * {@link org.raywarp.io.FrameTransformFile}, the way between a patient and a reference frame;</li>
 * <li>{@link org.raywarp.io.ImagePlusVolumes}, the one place where images become {@code ImagePlus} and back.</li>
 * </ol>
 * Every reader turns what the format says into the LPS world in mm, compares the sizes that a header claims with the
 * length of the file before it takes memory, and ends with an {@link java.io.IOException} of one sentence that names
 * the file, the value and what was expected. Every writer writes beside its target and moves the finished file there
 * ({@link org.raywarp.io.WholeFile}).
 * <p>
 * May import {@code geometry}, {@code volume} and {@code deformation}; the only package besides {@code commands} and
 * {@code viewer} that knows {@code ij}.
 */
package org.raywarp.io;
