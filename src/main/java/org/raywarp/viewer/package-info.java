/**
 * Pictures of results: contours of masks and label maps, laid over radiographs and slices, as PNG files; and the bridge to
 * BigDataViewer. Draws without a screen. No computation of results.
 * <p>
 * {@link org.raywarp.viewer.Contours} finds outlines, {@link org.raywarp.viewer.Panel} is one image with outlines over it,
 * {@link org.raywarp.viewer.Picture} puts panels side by side, {@link org.raywarp.viewer.RegistrationPicture} is the
 * picture of a registration. May import everything up to {@code registration}.
 */
package org.raywarp.viewer;
