/**
 * The physics of photons: from a CT in Hounsfield units to a simulated radiograph (DRR). No files, no anatomy, no choice
 * of views.
 * <p>
 * Reading order, which is that of the computation:
 * <ol>
 * <li>{@link org.raywarp.xray.Spectrum}, {@link org.raywarp.xray.TungstenTube}, {@link org.raywarp.xray.Material}: the
 * photons of the open beam, and what attenuates them;</li>
 * <li>{@link org.raywarp.xray.Attenuation}: Hounsfield units to linear attenuation at one photon energy;
 * {@link org.raywarp.xray.Tissues}, {@link org.raywarp.xray.Mixture}: to mixtures of materials for all energies;</li>
 * <li>line integrals of either, which are {@code projection}'s matter;</li>
 * <li>{@code PrimaryBeam}: line integrals to the signal of the beam behind the body, by Beer and Lambert at one energy
 * ({@code OneEnergyBeam}) or as a sum over a spectrum ({@code SpectralBeam}, {@code FewEnergies});</li>
 * <li>{@link org.raywarp.xray.Detection}: what a detector shows of the primary beam behind the body, as
 * {@link org.raywarp.xray.ImagingChain} says: scatter ({@link org.raywarp.xray.Scattering} of
 * {@link org.raywarp.xray.ScatterKernels}), a grid ({@link org.raywarp.xray.AntiScatterGrid}), the focal spot and the
 * scintillator ({@link org.raywarp.xray.Blurring}), photons and electronics ({@link org.raywarp.xray.Noise}), with
 * {@link org.raywarp.xray.DetectorResponse} for what one photon leaves;</li>
 * <li>{@link org.raywarp.xray.Radiographs}: back to log attenuation, {@code -ln( I / I0 )}, in which bones are bright;</li>
 * <li>{@link org.raywarp.xray.LabelMasks}: where a label is seen;</li>
 * <li>{@link org.raywarp.xray.DisplayContrast}: a radiograph for the eye;</li>
 * <li>{@link org.raywarp.xray.DrrSimulator}: all of it in one call, as {@link org.raywarp.xray.DrrSettings} say, giving a
 * {@link org.raywarp.xray.Drr} a view.</li>
 * </ol>
 * <em>Line integral</em> and <em>log attenuation</em> are both dimensionless but not the same: the second has been
 * through a detector. May import {@code geometry}, {@code volume} and {@code projection}.
 */
package org.raywarp.xray;
