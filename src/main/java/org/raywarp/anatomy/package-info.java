/**
 * From the surface of a bone to a labeled CT in the reference frame of the femur, and a population of such surfaces.
 * <p>
 * Read in this order:
 * <ol>
 * <li>{@link org.raywarp.anatomy.SurfaceToCt}, the whole way from a surface to a {@link org.raywarp.anatomy.LabeledCt};</li>
 * </ol>
 * Shapes come from whoever gives the surface; the inside is modeled, never measured. No files, no X-rays.
 */
package org.raywarp.anatomy;
