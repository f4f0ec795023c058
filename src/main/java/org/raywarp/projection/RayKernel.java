/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * The weights of one method along one ray at a time. Holds the ray that it was aimed at: one kernel for each task.
 */
interface RayKernel
{
	/** Makes a kernel for the rays of a view through a volume. */
	@FunctionalInterface
	interface Factory
	{
		RayKernel make( PixelRays rays );
	}

	/** Chooses the ray through a pixel. */
	void aim( int column, int row );

	/**
	 * @param whole
	 *            the whole volume
	 * @param voxels
	 *            its values
	 * @return the integral along the ray, in value times mm
	 */
	double integrate( VoxelBox whole, float[] voxels );

	/**
	 * Adds {@code value} times the weight of each voxel on the ray to {@code sums}.
	 *
	 * @param part
	 *            the part of the volume that {@code sums} lies over; voxels outside are left out
	 */
	void spread( double value, VoxelBox part, double[] sums );
}
