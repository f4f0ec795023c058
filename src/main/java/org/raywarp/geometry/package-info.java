/**
 * Cone-beam geometry of X-ray imaging: points, affine maps, detectors, C-arm angulation, projection matrices, and the
 * map between world and beam coordinates. No pixels.
 * <p>
 * The world frame is LPS in mm: x to the patient's left, y to posterior, z to superior. Transforms are named
 * {@code targetFromSource}. Read in this order:
 * <ol>
 * <li>{@link org.raywarp.geometry.Affine3D}, an affine map of space;</li>
 * <li>{@link org.raywarp.geometry.Detector} and {@link org.raywarp.geometry.CArmAngulation}, the parts of a
 * C-arm;</li>
 * <li>{@link org.raywarp.geometry.ConeBeamGeometry}, which assembles them into a
 * {@link org.raywarp.geometry.ProjectionMatrix};</li>
 * <li>{@link org.raywarp.geometry.PinholeCamera}, which takes such a matrix apart;</li>
 * <li>{@link org.raywarp.geometry.View}, what every projector takes: a projection matrix with its detector;</li>
 * <li>{@link org.raywarp.geometry.BeamCoordinates}, the invertible map between world and beam space;</li>
 * <li>{@link org.raywarp.geometry.Ray}, {@link org.raywarp.geometry.Triangulation} and
 * {@link org.raywarp.geometry.EpipolarLine}, points in two views.</li>
 * </ol>
 * Imports nothing of RayWarp.
 */
package org.raywarp.geometry;
