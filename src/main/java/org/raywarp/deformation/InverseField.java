/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

/**
 * A numerical inverse with its error.
 *
 * @param field
 *            w, with {@code F( y + w( y ) )} about {@code y}
 * @param maxError
 *            the greatest {@code | F( y + w( y ) ) - y |} over the voxels, in mm
 * @param meanError
 *            the mean of that over the voxels, in mm
 */
public record InverseField( DisplacementField field, double maxError, double meanError )
{}
