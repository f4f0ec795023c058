/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * What a bone consists of. Safe for use by several threads.
 */
interface BoneInterior
{
	/** Depths beyond make no difference, in mm. */
	double DEEPEST = 11;

	/**
	 * @param site
	 *            the middle of a voxel
	 * @param depth
	 *            of the middle below the bone's surface, in mm; negative outside
	 * @param width
	 *            of the voxel, in mm
	 * @return the density of that part of the voxel which lies in the bone, in HU
	 */
	double mean( FemurSite site, double depth, double width );
}
