/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

/**
 * How a value between voxels is found.
 */
public enum Interpolation
{
	/** Trilinear, ramping to the value outside over one voxel beyond the outermost centers: for intensities. */
	LINEAR,
	/** The nearest voxel's value, and the value outside beyond half a voxel from the outermost centers: for labels. */
	NEAREST
}
