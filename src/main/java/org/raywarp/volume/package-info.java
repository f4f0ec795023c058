/**
 * A volume with its world frame: voxels, where they lie, and how they are resampled, cropped and flipped. No rays, no
 * anatomy, no files.
 * <p>
 * Voxel (i, j, k) is a point, its center. Outside a volume the value is 0, and the trilinear interpolant ramps down to
 * 0 over one voxel beyond the outermost centers; {@link org.raywarp.volume.Volume#interpolant()} is that definition as a
 * lazy ImgLib2 view, and the oracle of every fast loop.
 * <p>
 * May import {@code geometry}: a volume needs the affine maps that geometry is made of, and one type for them is better
 * than two.
 */
package org.raywarp.volume;
