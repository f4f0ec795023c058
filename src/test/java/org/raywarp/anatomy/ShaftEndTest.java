/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class ShaftEndTest
{
	private static final TriangleMesh FEMUR = ParametricFemur.surface( FemurShape.mean() );

	private static final Grid GRID = GridSize.QUARTER.grid();

	@Test
	void continuedShaftIsClosedAndLikeTheShaftThatWasCutOff()
	{
		final TriangleMesh continued = ShaftEnd.continued( ShaftCut.above( FEMUR, new double[] { 0, 0, 1, -30.5 } ), -100 );
		assertEquals( continued.triangleCount(), ClosedSurface.of( continued ).triangleCount() );
		assertTrue( continued.bounds()[ 2 ] < -100 );
		final byte[] whole = MeshVoxelizer.inside( FEMUR, GRID ), drawn = MeshVoxelizer.inside( continued, GRID );
		double both = 0, sum = 0;
		for ( int i = 0; i < whole.length; ++i )
			if ( z( i ) < -30.5 )
			{
				both += whole[ i ] * drawn[ i ];
				sum += whole[ i ] + drawn[ i ];
			}
			else if ( z( i ) > -24 )
				assertEquals( whole[ i ], drawn[ i ] );
		// The shaft tapers and bows below: 66 mm on, a drawn out section still has most of it in common.
		assertTrue( 2 * both / sum > 0.85, "Dice " + 2 * both / sum );
	}

	@Test
	void lesserTrochanterKeepsItsUndersideWhereTheCutIsNear()
	{
		// The lower end of the lesser trochanter lies at some -2 mm.
		final TriangleMesh cut = ShaftCut.above( FEMUR, new double[] { 0, 0, 1, -12.3 } );
		final TriangleMesh opened = ShaftEnd.opened( cut, HeadSphere.of( cut ).radius() );
		final double[] v = cut.vertices();
		for ( int i = 0; i < opened.triangleCount(); ++i )
			assertTrue( v[ 3 * opened.triangles()[ 3 * i ] + 2 ] > -12.31 );
		int lid = 0;
		for ( int i = 0; i < cut.triangleCount(); ++i )
			if ( flat( v, cut.triangles(), i, -12.3 ) )
				++lid;
		assertTrue( lid > 10 );
		assertEquals( cut.triangleCount() - lid, opened.triangleCount() );
	}

	private static boolean flat( final double[] v, final int[] t, final int i, final double z )
	{
		return Math.abs( v[ 3 * t[ 3 * i ] + 2 ] - z ) + Math.abs( v[ 3 * t[ 3 * i + 1 ] + 2 ] - z )
				+ Math.abs( v[ 3 * t[ 3 * i + 2 ] + 2 ] - z ) < 1e-6;
	}

	@Test
	void shaftThatReachesFarEnoughStaysAsItIs()
	{
		assertSame( FEMUR, ShaftEnd.continued( FEMUR, -100 ) );
	}

	@Test
	void continuedShaftHasNoVisibleEnd()
	{
		final TriangleMesh cut = ShaftCut.above( FEMUR, new double[] { 0, 0, 1, -30.5 } );
		final FemurModelSettings settings = FemurModelSettings.STANDARD.withContinuedShaft( true );
		final float[] labels =
				FloatArrays.of( SurfaceToCt.makeInFrame( cut, GridSize.QUARTER, settings, 1, Progress.NONE ).labels().voxels() );
		final int slice = GRID.size()[ 0 ] * GRID.size()[ 1 ];
		double lowest = 0;
		for ( int i = 0; i < slice; ++i )
			lowest += labels[ i ];
		assertTrue( lowest > 40, lowest + " voxels of bone in the lowest slice" );
		assertArrayEquals( MeshVoxelizer.inside( cut, GRID ), bytes(
				FloatArrays.of( SurfaceToCt.makeInFrame( cut, GridSize.QUARTER, 1, Progress.NONE ).labels().voxels() ) ) );
	}

	private static byte[] bytes( final float[] labels )
	{
		final byte[] bytes = new byte[ labels.length ];
		for ( int i = 0; i < bytes.length; ++i )
			bytes[ i ] = ( byte ) labels[ i ];
		return bytes;
	}

	private static double z( final int i )
	{
		final int[] n = GRID.size();
		return GRID.worldFromVoxel().apply( 0, 0, i / ( n[ 0 ] * n[ 1 ] ) )[ 2 ];
	}
}
