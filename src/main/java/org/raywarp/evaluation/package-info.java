/**
 * What the paper reports: registrations of many cases and their tables, and the sample data that come with RayWarp.
 * <p>
 * Reading order of the paper's experiments:
 * <ol>
 * <li>{@link org.raywarp.evaluation.RegistrationSystem}, what is compared, and its
 * {@link org.raywarp.evaluation.Prediction};</li>
 * <li>{@link org.raywarp.evaluation.EvaluationCases}, the cases, and {@link org.raywarp.evaluation.Trial}, how one is seen;</li>
 * <li>{@link org.raywarp.evaluation.Measuring} runs systems over trials; every {@link org.raywarp.evaluation.Measurement} is
 * a line of a {@code ResultLog}, so that runs are taken up again;</li>
 * <li>{@link org.raywarp.evaluation.ComparisonTable} (Tables 1 and 2, with {@link org.raywarp.evaluation.PairedTests} of the
 * {@link org.raywarp.evaluation.Metric}s), {@link org.raywarp.evaluation.CasePictures} (Figure 2), {@link org.raywarp.evaluation.AngleErrors} (Figure 3) and
 * {@link org.raywarp.evaluation.ViewPairs} (Figure 4);</li>
 * <li>{@link org.raywarp.evaluation.Experiments}, all of them.</li>
 * </ol>
 * <p>
 * Besides: {@link org.raywarp.evaluation.RegistrationExperiment} gives {@link org.raywarp.evaluation.Score}s of the three
 * {@link org.raywarp.evaluation.Stage}s, which {@link org.raywarp.evaluation.ExperimentTable} writes;
 * {@link org.raywarp.evaluation.SampleData} makes the sample data, {@link org.raywarp.evaluation.SampleXrays} unpacks those in the jar, {@link org.raywarp.evaluation.SampleRegistration}
 * registers them; {@link org.raywarp.evaluation.CalibrationSensitivity} tells how far a user's own registration moves where a view is
 * calibrated wrong, as {@link org.raywarp.evaluation.AngleErrors} does where the truth is known; {@link org.raywarp.evaluation.LeaveOneOut} tells how well shape models reproduce bones of unknown people,
 * and {@link org.raywarp.evaluation.RadiographPicture} draws the README's. May import everything but {@code commands}.
 */
package org.raywarp.evaluation;
