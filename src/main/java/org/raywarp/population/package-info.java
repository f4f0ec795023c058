/**
 * Populations of shapes: what is learned from the surfaces of a few bones, and bones drawn from it.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.population.ShapePopulation}, the whole way from bones to a
 * {@link org.raywarp.population.ShapeModel};</li>
 * <li>{@link org.raywarp.population.Correspondence}, which brings one mesh, the {@code ReferenceFemur}, onto every bone by
 * {@code ModelFitting} to {@code SurfacePairs}; {@code PartialShape} predicts what a bone lacks;</li>
 * <li>{@code GaussianProcesses} and {@code LowRankKernel}, models of smooth displacements without samples;</li>
 * <li>{@code MeasureDisplacements}, the published spread of anatomical measures as displacements;</li>
 * <li>{@link org.raywarp.population.ShapeSampler} and {@link org.raywarp.population.ShapeCheck}, new bones;</li>
 * <li>{@link org.raywarp.population.ShapeVelocities}, the modes of a model as velocity fields in all of space, for
 * registration;</li>
 * <li>{@link org.raywarp.population.ShapeModelFile}, models as files.</li>
 * </ol>
 * All surfaces are those of right femora in the reference frame of {@link org.raywarp.anatomy.FemurFrame}, in mm. It is a
 * level of its own, above {@code anatomy}, whose frame and measures it uses, and below {@code dataset}, which makes cases of
 * its bones. May import everything up to {@code xray}, {@code anatomy} and {@code io}.
 */
package org.raywarp.population;
