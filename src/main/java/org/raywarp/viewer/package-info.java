/**
 * Pictures of results: contours of masks and label maps over radiographs and slices, colored surfaces, the review of a
 * registration as pages, window and report; and the bridge to BigDataViewer. All but the window draws without a screen. No
 * computation of results.
 * <p>
 * {@link org.raywarp.viewer.Contours} finds outlines, {@link org.raywarp.viewer.Panel} is one image with outlines over it, in
 * gray or in a {@link org.raywarp.viewer.ColorScale}, {@link org.raywarp.viewer.Picture} puts panels side by side,
 * {@link org.raywarp.viewer.RegistrationPicture} is the picture of a registration,
 * {@link org.raywarp.viewer.SurfaceRendering} draws surfaces in colors, {@link org.raywarp.viewer.Charts} curves and maps of
 * numbers.
 * <p>
 * A review, in this order: {@link org.raywarp.viewer.ReviewCase}, what is there; {@link org.raywarp.viewer.Review}, what is
 * computed of it, once; {@link org.raywarp.viewer.ReviewPage}, a picture with sliders, made by {@code RadiographPages} (with
 * {@code ViewComparison}), {@code SlicePages} (with {@code AnatomicalSlices} and
 * {@link org.raywarp.viewer.JacobianSummary}) and {@link org.raywarp.viewer.SurfaceReview};
 * {@link org.raywarp.viewer.ReviewWindow} shows pages, {@link org.raywarp.viewer.CaseReport} writes them as HTML,
 * {@link org.raywarp.viewer.ReviewVolumes} shows the volumes in BigDataViewer or ImageJ. May import everything up to
 * {@code registration}.
 */
package org.raywarp.viewer;
