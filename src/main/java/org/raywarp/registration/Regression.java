/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;

/**
 * What a model regresses from two radiographs: subject points x go to atlas points
 * {@code similarity( exp( velocity )( x ) )} (Van Houtte et al. 2022, "Overview of network", Psi = phi + T o phi).
 *
 * @param similarity
 *            subject to atlas, about the center of the model's grid
 * @param velocity
 *            the local deformation, on whatever grid the model regresses it
 */
public record Regression( Similarity similarity, VelocityField velocity )
{}
