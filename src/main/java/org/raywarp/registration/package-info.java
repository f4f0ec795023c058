/**
 * The method without an engine: what goes into a registration, the interface of a model, and the pipeline from two
 * radiographs to a warped atlas.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.registration.BiplanarRegistration}, the whole method;</li>
 * <li>{@link org.raywarp.registration.Atlas} and {@link org.raywarp.registration.Radiograph}, what goes in; {@link org.raywarp.registration.PopulationAtlas} makes an atlas of a shape model;</li>
 * <li>{@link org.raywarp.registration.InputChecks}, which finds what is wrong with them, by {@code GeometryChecks},
 * {@code IntensityChecks}, {@code MaskChecks} and {@code OrientationChecks} against {@code ExpectedView}s;</li>
 * <li>{@link org.raywarp.registration.ModelInput} and {@link org.raywarp.registration.Rectification}, which bring both to
 * what a model takes, the same at training and at inference;</li>
 * <li>{@link org.raywarp.registration.BiplanarModel}, the seam to an engine:
 * {@link org.raywarp.registration.RegistrationModel} answers with a {@link org.raywarp.registration.Regression},
 * {@link org.raywarp.registration.LabelModel} with the bone itself, of which
 * {@link org.raywarp.registration.LabelReconstruction} makes a {@link org.raywarp.registration.LabelMap};</li>
 * <li>{@code Refinement}, which improves the answer through the projector: {@code RefinementObjective} is what it
 * minimizes, with {@code RefinedVelocity}, {@code BoneProjections} (of the {@code CoarseBone} of an {@code ExtendedAtlas})
 * and {@code ViewFit} (of views that {@code ViewCorrection} may move) as its parts, {@code LimitedMemoryBfgs} how,
 * {@code PoseSearch} how it starts from afar, and {@code LossPath} the record of it;</li>
 * <li>{@code BoneEnds} finds a {@code BoneEnd} in the masks where the subject's bone ends although the atlas's goes on
 * ({@code MaskLength} without a pose), {@code EndGate} refines it, {@code EndStretch} makes the result end there;</li>
 * <li>{@link org.raywarp.registration.MaskProposal} proposes the masks of radiographs that have none, by a
 * {@code SilhouetteCut} ({@code MinimumCut}) about the silhouette of the atlas, or, by {@code ModelMasks}, of what a model makes
 * of the atlas;</li>
 * <li>{@link org.raywarp.registration.RegistrationResult}, what comes out, with
 * {@link org.raywarp.registration.ViewAgreement}s in its quality, and the {@link org.raywarp.registration.Verdict} on it;</li>
 * <li>{@link org.raywarp.registration.ViewPlanning}, what to expect of views before they are taken, from
 * {@code BoneChanges} and {@code ViewInformation}, for {@link org.raywarp.registration.ViewCandidates};
 * {@link org.raywarp.registration.CalibrationError}, how views may be wrong.</li>
 * </ol>
 * May import everything up to {@code population}. No files, no networks.
 */
package org.raywarp.registration;
