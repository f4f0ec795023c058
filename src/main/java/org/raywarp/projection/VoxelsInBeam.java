/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.SourceDistance;
import org.raywarp.volume.Grid;

/**
 * Where the voxels of a grid lie in beam space: {@link BeamCoordinates#beamFromWorld} of their world points.
 */
final class VoxelsInBeam
{
	private final Affine3D homogeneousFromVoxel;

	/** Voxel indices to the vector from the source in mm. */
	private final Affine3D armFromVoxel;

	private final double near, perSample;

	private final int lastColumn;

	/**
	 * @throws IllegalArgumentException
	 *             unless the grid lies wholly in front of the source
	 */
	VoxelsInBeam( final BeamCoordinates beam, final Grid grid )
	{
		SourceDistance.requireInFront( beam.view(), grid.size(), grid.worldFromVoxel() );
		final double[] source = beam.view().projection().source();
		homogeneousFromVoxel = beam.view().projection().homogeneousFromWorld().after( grid.worldFromVoxel() );
		armFromVoxel = Affine3D.translation( -source[ 0 ], -source[ 1 ], -source[ 2 ] ).after( grid.worldFromVoxel() );
		near = beam.near();
		perSample = 1 / beam.sampleSpacing();
		lastColumn = grid.size()[ 0 ] - 1;
	}

	/** Finds (column, row, sample) of a voxel, as fixed-point numbers. */
	void at( final int i, final int j, final int k, final long[] beam )
	{
		final double perDepth = 1 / component( homogeneousFromVoxel, 2, i, j, k );
		final double x = component( armFromVoxel, 0, i, j, k ), y = component( armFromVoxel, 1, i, j, k ),
				z = component( armFromVoxel, 2, i, j, k );
		beam[ 0 ] = fixed( component( homogeneousFromVoxel, 0, i, j, k ) * perDepth );
		beam[ 1 ] = fixed( component( homogeneousFromVoxel, 1, i, j, k ) * perDepth );
		beam[ 2 ] = fixed( ( Math.sqrt( x * x + y * y + z * z ) - near ) * perSample );
	}

	/**
	 * Whether a voxel of the line along x through (0, j, k) may touch the detector rows {@code from} to {@code to - 1}: the
	 * row changes monotonically along a line in front of the source.
	 */
	boolean lineMayTouchRows( final int j, final int k, final int from, final int to )
	{
		final double a = row( 0, j, k ), b = row( lastColumn, j, k );
		return Math.max( a, b ) > from - 1.001 && Math.min( a, b ) < to + 0.001;
	}

	private double row( final int i, final int j, final int k )
	{
		return component( homogeneousFromVoxel, 1, i, j, k ) / component( homogeneousFromVoxel, 2, i, j, k );
	}

	private static double component( final Affine3D m, final int r, final int i, final int j, final int k )
	{
		return m.get( r, 0 ) * i + m.get( r, 1 ) * j + m.get( r, 2 ) * k + m.get( r, 3 );
	}

	private static long fixed( final double x )
	{
		return ( long ) Math.rint( x * SlabRay.ONE );
	}
}
