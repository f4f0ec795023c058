/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Random;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

/**
 * Fields with known properties, for tests.
 */
final class SampleFields
{
	private SampleFields()
	{}

	/** A vector of three components at a world point. */
	@FunctionalInterface
	interface VectorFunction
	{
		double[] at( double x, double y, double z );
	}

	static float[] sample( final Grid grid, final VectorFunction function )
	{
		final int[] n = grid.size();
		final float[] vectors = new float[ 3 * grid.voxelCount() ];
		for ( int v = 0; v < grid.voxelCount(); ++v )
		{
			final double[] x = grid.worldFromVoxel().apply( v % n[ 0 ], v / n[ 0 ] % n[ 1 ], v / ( n[ 0 ] * n[ 1 ] ) );
			final double[] u = function.at( x[ 0 ], x[ 1 ], x[ 2 ] );
			for ( int d = 0; d < 3; ++d )
				vectors[ 3 * v + d ] = ( float ) u[ d ];
		}
		return vectors;
	}

	/** Smooth, of 2 to 3 mm, with gradients up to 0.3. */
	static double[] waves( final double x, final double y, final double z )
	{
		return new double[] { 2 * Math.sin( 0.1 * y ) + Math.cos( 0.13 * z ), 2 * Math.cos( 0.12 * x ),
				2.5 * Math.sin( 0.11 * x + 0.05 * y ) };
	}

	static float[] noise( final Grid grid, final double amplitude )
	{
		final Random random = new Random( 3 );
		return sample( grid, ( x, y, z ) -> new double[] { amplitude * random.nextGaussian(), amplitude * random.nextGaussian(),
				amplitude * random.nextGaussian() } );
	}

	static Grid oblique( final double spacing, final int... size )
	{
		return new Grid( size,
				Affine3D.of( 0.8 * spacing, -0.6 * spacing, 0, -7, 0.6 * spacing, 0.8 * spacing, 0, -9, 0.1, 0, spacing, -8 ) );
	}
}
