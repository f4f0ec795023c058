/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * What one case costs (Van Houtte et al. 2022, Eq. 4, and optional terms on the known similarity and surface). With the
 * method {@link Method#LABELS} it is that of {@link LabelLoss}, and all but the total and the correlation are 0.
 *
 * @param total
 *            the weighted sum that is minimized
 * @param affineCorrelation
 *            normalized cross-correlation of the subject with the atlas under the similarity
 * @param correlation
 *            normalized cross-correlation of the subject with the atlas under the whole registration, or of its
 *            occupancy with the regressed one
 * @param roughness
 *            mean square of the displacement's gradient, mm per mm
 * @param similarityError
 *            mean distance of where the regressed and the true similarity take a lattice of points, in mm; 0 where the
 *            truth is unknown
 * @param surfaceDistance
 *            mean distance from the atlas's surface of the points that the whole registration takes the subject's surface
 *            to, in mm; 0 where no surface is known
 */
public record Losses( double total, double affineCorrelation, double correlation, double roughness, double similarityError,
		double surfaceDistance )
{}
