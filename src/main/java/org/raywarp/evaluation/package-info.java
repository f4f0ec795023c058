/**
 * What the paper reports: registrations of many cases and their tables, and the sample data that come with RayWarp. Reading
 * order: {@link org.raywarp.evaluation.RegistrationExperiment} gives {@link org.raywarp.evaluation.Score}s of the three
 * {@link org.raywarp.evaluation.Stage}s, which {@link org.raywarp.evaluation.ExperimentTable} writes;
 * {@link org.raywarp.evaluation.SampleData} makes the sample data, {@link org.raywarp.evaluation.SampleXrays} unpacks those in the jar, {@link org.raywarp.evaluation.SampleRegistration}
 * registers them; {@link org.raywarp.evaluation.CalibrationSensitivity} tells how far a user's own registration moves where a view is
 * calibrated wrong; {@link org.raywarp.evaluation.LeaveOneOut} tells how well shape models reproduce bones of unknown people,
 * and {@link org.raywarp.evaluation.RadiographPicture} draws the README's. May import everything but {@code commands}.
 */
package org.raywarp.evaluation;
