/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;

/**
 * What a refinement projects: the atlas bone on a coarse grid.
 * <p>
 * Radiographs show the soft tissue about the bone as well. Around a bone it lies where otherwise the bone would be, so
 * what the bone adds to a smooth background is its density less that of soft tissue: the excess, which is negative in
 * fatty marrow.
 *
 * @param grid
 *            of both
 * @param excess
 *            density relative to water less that of soft tissue inside the bone, 0 outside; one value a voxel
 * @param occupancy
 *            fraction of each voxel that is bone
 */
record CoarseBone( Grid grid, float[] excess, float[] occupancy )
{

	/** Density of muscle relative to water. */
	private static final double SOFT_TISSUE = 1.05;

	/**
	 * @param atlas
	 *            CT and labels
	 * @param reduction
	 *            1 for as many voxels as {@link GridSize#QUARTER} has for each of the atlas's size, 2 for half as many along
	 *            each axis; below 1 for more, but never more than the atlas has
	 * @param extended
	 *            the atlas continued beyond its box
	 * @return its bone on a coarse grid over the continued box
	 */
	static CoarseBone of( final Atlas atlas, final Atlas extended, final double reduction )
	{
		final Grid fine = extended.ct().grid(), grid = grid( atlas.ct().grid(), fine, reduction );
		final float[] hu = FloatArrays.of( extended.ct().voxels() );
		final byte[] labels = LabelArrays.of( extended.labels().voxels() );
		final float[] excess = new float[ hu.length ], occupancy = new float[ hu.length ];
		for ( int i = 0; i < hu.length; ++i )
			if ( labels[ i ] == Atlas.BONE )
			{
				occupancy[ i ] = 1;
				excess[ i ] = ( float ) ( 1 + hu[ i ] / 1000 - SOFT_TISSUE );
			}
		return new CoarseBone( grid, resampled( fine, excess, grid ), resampled( fine, occupancy, grid ) );
	}

	/**
	 * @param size
	 *            the grid whose size decides
	 * @param box
	 *            the grid over whose box the result lies
	 * @param reduction
	 *            as above
	 * @return the coarse grid
	 */
	static Grid grid( final Grid size, final Grid box, final double reduction )
	{
		final double factor = Math.max( Math.max( 1, reduction ),
				reduction * Math.cbrt( ( double ) size.voxelCount() / GridSize.QUARTER.grid().voxelCount() ) );
		final int[] n = box.size();
		for ( int d = 0; d < 3; ++d )
			n[ d ] = ( int ) Math.max( 1, Math.round( n[ d ] / factor ) );
		return box.resampled( n );
	}

	private static float[] resampled( final Grid fine, final float[] values, final Grid grid )
	{
		return FloatArrays.of( Resampling.resample( Volume.floats( fine, values ), grid ).voxels() );
	}
}
