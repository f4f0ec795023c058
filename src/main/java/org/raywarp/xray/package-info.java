/**
 * The physics of photons: from a CT in Hounsfield units to a simulated radiograph (DRR). No files, no anatomy, no choice
 * of views.
 * <p>
 * Begin with {@link org.raywarp.xray.DrrSimulator}, which does all of it in one call, as
 * {@link org.raywarp.xray.DrrSettings} say, and gives a {@link org.raywarp.xray.Drr} a view. Then in the order of the
 * computation:
 * <ol>
 * <li><b>The beam.</b> {@link org.raywarp.xray.Exposure}: a {@link org.raywarp.xray.Spectrum}, how many photons, and the
 * seed of their noise. {@link org.raywarp.xray.TungstenTube} computes spectra, from {@code Bremsstrahlung},
 * {@code StoppingPower} and {@code ElectronPenetration}; {@link org.raywarp.xray.Material} says what attenuates them
 * ({@code EnergyTable} reads all tables).</li>
 * <li><b>The body.</b> {@link org.raywarp.xray.Composition}: {@link org.raywarp.xray.Attenuation} is water, Hounsfield units to
 * linear attenuation at one energy; {@link org.raywarp.xray.Tissues} is a {@link org.raywarp.xray.Mixture} of materials, for
 * all energies. {@link org.raywarp.xray.HounsfieldUnits} refuses volumes that are in another unit.</li>
 * <li><b>The rays.</b> {@link org.raywarp.xray.RaySampling} says how many; line integrals are {@code projection}'s
 * matter.</li>
 * <li><b>The primary beam.</b> {@code PrimaryBeam}: line integrals to the {@link org.raywarp.xray.PrimarySignal} behind the
 * body, by Beer and Lambert at one energy ({@code OneEnergyBeam}) or as a sum over a spectrum ({@code SpectralBeam}, of the
 * {@code FewEnergies} that {@code NonNegativeLeastSquares} chooses).</li>
 * <li><b>The detector.</b> {@link org.raywarp.xray.Detection}: what a detector shows of the primary beam, as
 * {@link org.raywarp.xray.ImagingChain} says:
 * <ul>
 * <li>{@link org.raywarp.xray.Scatter}: {@link org.raywarp.xray.Scattering} adds up {@link org.raywarp.xray.ScatterKernels},
 * of {@code WaterScattering} by {@code ScatteringAngles}, and of {@code MultipleScatter}, at the
 * {@link org.raywarp.xray.BodyDistances} of a view;</li>
 * <li>{@link org.raywarp.xray.AntiScatterGrid};</li>
 * <li>{@link org.raywarp.xray.Blur} of focal spot and scintillator, made by {@link org.raywarp.xray.Blurring};</li>
 * <li>{@link org.raywarp.xray.DetectorResponse}: what one photon leaves ({@code PhotonCounter},
 * {@link org.raywarp.xray.CesiumIodideResponse}); {@link org.raywarp.xray.Noise} of photons ({@code PoissonSampler}) and
 * electronics.</li>
 * </ul>
 * </li>
 * <li><b>The image.</b> {@link org.raywarp.xray.Radiographs}: back to log attenuation, {@code -ln( I / I0 )}, in which bones
 * are bright; {@link org.raywarp.xray.DisplayContrast} for the eye; {@link org.raywarp.xray.LabelMasks}: where a label is
 * seen.</li>
 * </ol>
 * <em>Line integral</em> and <em>log attenuation</em> are both dimensionless but not the same: the second has been
 * through a detector. May import {@code geometry}, {@code volume} and {@code projection}.
 */
package org.raywarp.xray;
