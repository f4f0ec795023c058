/**
 * The physics of photons: from a CT in Hounsfield units to a simulated radiograph (DRR). No files, no anatomy, no choice
 * of views.
 * <p>
 * Reading order, which is that of the computation:
 * <ol>
 * <li>{@link org.raywarp.xray.Attenuation}: Hounsfield units to linear attenuation at one photon energy;</li>
 * <li>line integrals of it, which are {@code projection}'s matter;</li>
 * <li>{@link org.raywarp.xray.Radiographs}: line integrals to intensity by the law of Beer and Lambert, photon noise, and
 * back to log attenuation, {@code -ln( I / I0 )}, in which bones are bright;</li>
 * <li>{@link org.raywarp.xray.Detection}: what a detector shows of the primary beam behind the body, as
 * {@link org.raywarp.xray.ImagingChain} says: scatter ({@link org.raywarp.xray.Scattering} of
 * {@link org.raywarp.xray.ScatterKernels}), a grid ({@link org.raywarp.xray.AntiScatterGrid}), the focal spot and the
 * scintillator ({@link org.raywarp.xray.Blurring}), photons and electronics ({@link org.raywarp.xray.Noise}), with
 * {@link org.raywarp.xray.DetectorResponse} for what one photon leaves;</li>
 * <li>{@link org.raywarp.xray.LabelMasks}: where a label is seen;</li>
 * <li>{@link org.raywarp.xray.DisplayContrast}: a radiograph for the eye;</li>
 * <li>{@link org.raywarp.xray.DrrSimulator}: all of it in one call, as {@link org.raywarp.xray.DrrSettings} say, giving a
 * {@link org.raywarp.xray.Drr} a view.</li>
 * </ol>
 * <em>Line integral</em> and <em>log attenuation</em> are both dimensionless but not the same: the second has been
 * through a detector. May import {@code geometry}, {@code volume} and {@code projection}.
 */
package org.raywarp.xray;
