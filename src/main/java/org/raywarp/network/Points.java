/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Coordinates of points or components of vectors, one tensor an axis; the three broadcast to one shape, usually [z, y, x]
 * or [sample, row, column].
 */
record Points( Operand< TFloat32 > x, Operand< TFloat32 > y, Operand< TFloat32 > z )
{}
