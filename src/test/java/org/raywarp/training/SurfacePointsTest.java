/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingAtlas;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

class SurfacePointsTest
{
	private static final Grid GRID = Grid.centered( new int[] { 40, 40, 40 }, 1.5, 1.5, 2 );

	private static final double RADIUS = 22;

	private static Volume< UnsignedByteType > ball( final Grid grid )
	{
		final byte[] labels = new byte[ grid.voxelCount() ];
		final int[] n = grid.size();
		for ( int i = 0; i < labels.length; ++i )
		{
			final double[] p = grid.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			labels[ i ] = ( byte ) ( length( p[ 0 ], p[ 1 ], p[ 2 ] ) < RADIUS ? 1 : 0 );
		}
		return Volume.labels( grid, labels );
	}

	private static double length( final double x, final double y, final double z )
	{
		return Math.sqrt( x * x + y * y + z * z );
	}

	@Test
	void pointsOfABallLieOnIt()
	{
		final float[] points = SurfacePoints.of( ball( GRID ), 1, 500 );
		assertEquals( 1500, points.length );
		double mean = 0;
		for ( int i = 0; i < points.length; i += 3 )
		{
			final double distance = length( points[ i ], points[ i + 1 ], points[ i + 2 ] ) - RADIUS;
			mean += distance / 500;
			assertEquals( 0, distance, 0.75, "half a voxel" );
			assertTrue( points[ i + 2 ] > -RADIUS + 4, "the lowest part is left out" );
		}
		assertEquals( 0, mean, 0.2 );
	}

	@Test
	void sameLabelsGiveTheSamePointsAndNoneGiveNone()
	{
		assertArrayEquals( SurfacePoints.of( ball( GRID ), 1, 100 ), SurfacePoints.of( ball( GRID ), 1, 100 ) );
		assertEquals( 0, SurfacePoints.of( ball( GRID ), 2, 100 ).length );
	}

	@Test
	void distanceOfTheAtlasIsThatOfABall()
	{
		final Grid grid = GridSize.HALF.grid();
		final Volume< UnsignedByteType > labels = ball( grid );
		final TrainingAtlas atlas = AtlasPreparation.prepare( new Atlas( Volume.floats( grid, new float[ grid.voxelCount() ] ), labels ),
				NetworkConfig.of( GridSize.QUARTER ) );
		final var distance = atlas.distance().get();
		final float[] values = FloatArrays.of( distance.voxels() );
		final int[] n = distance.grid().size();
		for ( int i = 0; i < values.length; i += 101 )
		{
			final double[] p = distance.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			final double expected = Math.min( 40, length( p[ 0 ], p[ 1 ], p[ 2 ] ) - RADIUS );
			assertEquals( expected, values[ i ], 0.7, "half a voxel of the labels" );
		}
	}
}
