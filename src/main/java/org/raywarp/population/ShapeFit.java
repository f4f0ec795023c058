/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;

/**
 * A shape model fitted to a surface.
 *
 * @param weights
 *            of the modes, in standard deviations
 * @param surface
 *            the fitted instance, in the frame of the surface it was fitted to, in mm
 * @param modelFromSurface
 *            the rigid map from the frame of the surface to that of the model
 * @param seen
 *            for each vertex whether the surface has a part there
 * @param residual
 *            average symmetric surface distance, in mm, over the parts that both have
 */
public record ShapeFit( double[] weights, TriangleMesh surface, Affine3D modelFromSurface, boolean[] seen, double residual )
{}
