/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * The weights of one method along a run of rays: those of up to {@link #MAX_RUN} neighboring pixels of a row. Holds the
 * rays that it was aimed at: one kernel for each task.
 */
interface RayKernel
{
	/** The most pixels that a kernel is aimed at together. */
	int MAX_RUN = 16;

	/** Makes a kernel for the rays of a view through a volume. */
	@FunctionalInterface
	interface Factory
	{
		RayKernel make( PixelRays rays );
	}

	/** Chooses the rays through the pixels {@code firstColumn} to {@code endColumn - 1} of a row. */
	void aim( int firstColumn, int endColumn, int row );

	/**
	 * @param whole
	 *            the whole volume
	 * @param voxels
	 *            its values
	 * @param integrals
	 *            receives the integral along each ray, in value times mm
	 */
	void integrate( VoxelBox whole, float[] voxels, double[] integrals );

	/**
	 * Adds the value of each ray times the weight of each voxel on it to {@code sums}.
	 *
	 * @param values
	 *            one for each ray
	 * @param part
	 *            the part of the volume that {@code sums} lies over; voxels outside are left out
	 */
	void spread( double[] values, VoxelBox part, double[] sums );
}
