/**
 * Maps of space and what they do to volumes, labels, meshes and points: similarities, velocity and displacement fields.
 * Fields are backward and in mm: a point of the target image to where the source image is read. No models, no images of
 * X-rays.
 * <p>
 * A registration goes through the package in this order:
 * <ol>
 * <li>{@link org.raywarp.deformation.VelocityField} and {@link org.raywarp.deformation.Similarity}, what a model
 * regresses;</li>
 * <li>{@link org.raywarp.deformation.ScalingAndSquaring}, which makes a
 * {@link org.raywarp.deformation.DisplacementField} of the velocity;</li>
 * <li>{@link org.raywarp.deformation.Deformations}, which composes it with the similarity into one total field and warps
 * with that; {@link org.raywarp.deformation.DeformationViews} holds the same as lazy views.</li>
 * </ol>
 * A refinement goes back through it: {@code WarpGradient}, {@code SimilarityGradient} and {@code FlowGradient} are the chain
 * rule through a warp, a similarity and a flow; {@code SplineLattice} describes smooth fields by few coefficients,
 * and {@link org.raywarp.deformation.VelocityModes} those of a population.
 * May import {@code geometry} and {@code volume}.
 */
package org.raywarp.deformation;
