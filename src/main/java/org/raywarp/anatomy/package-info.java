/**
 * From the surface of a bone, or from a patient's CT with labels, to a labeled CT in the reference frame of the femur, and
 * parametric femora.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.anatomy.SurfaceToCt}, the whole way from a surface to a
 * {@link org.raywarp.anatomy.LabeledCt};</li>
 * <li>{@link org.raywarp.anatomy.CtPreparation}, the way of a real CT with labels into the frame: {@code BoneMask},
 * {@code CtChecks} with {@code MetalSearch}, {@code BoneSurface}, {@code PreparationReport};</li>
 * <li>{@link org.raywarp.anatomy.ClosedSurface}, what a surface must satisfy;</li>
 * <li>{@link org.raywarp.anatomy.FemurFrame}, the reference frame: {@code HeadSphere} finds the head, {@code FemurTemplate}
 * how the bone lies, {@code FemurAxes} the axes from {@code MeshSections};</li>
 * <li>{@link org.raywarp.anatomy.MeshVoxelizer} and {@link org.raywarp.anatomy.MeshDistance}, from triangles to
 * voxels;</li>
 * <li>{@code FemurModel}, the modeled Hounsfield units by {@link org.raywarp.anatomy.FemurModelSettings}: within the bone
 * {@code TextbookDensity} or {@code FemurDensity}, of {@code CorticalThickness} and {@code TrabecularDensity}; about it
 * {@code PlainThigh}, {@code Thigh} or {@code HipRegion}, which {@link org.raywarp.anatomy.SoftEdge} thins out;
 * {@link org.raywarp.anatomy.ShaftEnd} and {@link org.raywarp.anatomy.ShaftCut}, where a scan cut the shaft off;</li>
 * <li>{@link org.raywarp.anatomy.ParametricFemur}, {@link org.raywarp.anatomy.FemurMeasure} and
 * {@link org.raywarp.anatomy.SmoothDeformation}, the shapes of a population.</li>
 * </ol>
 * Shapes come from whoever gives the surface; the inside is modeled, never measured. No files, no X-rays. May
 * import {@code geometry} and {@code volume}.
 */
package org.raywarp.anatomy;
