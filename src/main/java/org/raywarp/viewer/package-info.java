/**
 * Pictures of results: contours of masks and label maps over radiographs and slices, colored surfaces, the review of a
 * registration as pages, window and report; the virtual C-arm; and the bridge to BigDataViewer. All but the windows draw without a screen. No
 * computation of results.
 * <p>
 * {@link org.raywarp.viewer.Contours} finds outlines, {@link org.raywarp.viewer.Panel} is one image with outlines over it, in
 * gray or in a {@link org.raywarp.viewer.ColorScale}, {@link org.raywarp.viewer.Picture} puts panels side by side,
 * {@link org.raywarp.viewer.RegistrationPicture} is the picture of a registration,
 * {@link org.raywarp.viewer.SurfaceRendering} draws surfaces in colors, {@link org.raywarp.viewer.Charts} curves and maps of
 * numbers, {@link org.raywarp.viewer.QuartileCharts} how numbers are spread; {@link org.raywarp.viewer.ComparisonPicture} is
 * what one of several systems made of a case.
 * <p>
 * A review, in this order: {@link org.raywarp.viewer.ReviewCase}, what is there; {@link org.raywarp.viewer.Review}, what is
 * computed of it, once; {@link org.raywarp.viewer.ReviewPage}, a picture with sliders, made by {@code RadiographPages} (with
 * {@code ViewComparison}), {@code SlicePages} (with {@code AnatomicalSlices} and
 * {@link org.raywarp.viewer.JacobianSummary}) and {@link org.raywarp.viewer.SurfaceReview};
 * {@link org.raywarp.viewer.ReviewWindow} shows pages, {@link org.raywarp.viewer.CaseReport} writes them as HTML,
 * {@link org.raywarp.viewer.ReviewVolumes} shows the volumes in BigDataViewer or ImageJ.
 * <p>
 * {@link org.raywarp.viewer.VirtualCArm} is the window of the virtual C-arm. What it does without one, and is tested without
 * one: {@code CArmViews} holds the positions, whose numbers are {@link org.raywarp.viewer.CArmParameter};
 * {@link org.raywarp.viewer.DrrLevels} makes a radiograph in more or less detail and {@code LiveDrr} answers requests for them
 * in a thread; {@code PointPicks} finds clicked points again. What is seen: {@code CArmControls} of {@code SliderField}s,
 * {@code DrrCanvas} for a view, {@code SceneSketch}, and {@code CtMarks} in the window of the CT. May import everything up to
 * {@code registration}.
 */
package org.raywarp.viewer;
