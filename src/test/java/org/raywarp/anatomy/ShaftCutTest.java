/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

class ShaftCutTest
{
	private static final double[] PLANE = { 0.1, -0.05, 1, -30 };

	private static TriangleMesh femur;

	@BeforeAll
	static void makeFemur()
	{
		femur = MeanFemur.surface();
	}

	@Test
	void voxelsAboveThePlaneAreThoseOfTheFemur()
	{
		final Volume< UnsignedByteType > whole = MeshVoxelizer.label( femur, GridSize.HALF.grid() );
		final byte[] expected = LabelArrays.of( whole.voxels() ).clone();
		final int[] n = whole.grid().size();
		for ( int i = 0; i < expected.length; ++i )
		{
			final double[] x = whole.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			if ( PLANE[ 0 ] * x[ 0 ] + PLANE[ 1 ] * x[ 1 ] + PLANE[ 2 ] * x[ 2 ] <= PLANE[ 3 ] )
				expected[ i ] = 0;
		}
		assertArrayEquals( expected,
				LabelArrays.of( MeshVoxelizer.label( ShaftCut.above( femur, PLANE ), GridSize.HALF.grid() ).voxels() ) );
	}

	@Test
	void cutSurfaceIsClosedAndFacesOutward()
	{
		final TriangleMesh cut = ShaftCut.above( femur, PLANE );
		assertEquals( cut.triangleCount(), ClosedSurface.of( cut ).triangleCount(), 20 );
		assertTrue( ClosedSurface.volume( cut ) > 0 );
	}

	@Test
	void noCortexClosesTheCanalAtTheCut()
	{
		final TriangleMesh cut = ShaftCut.above( femur, new double[] { 0.1, 0.1, 1, -40 } );
		final LabeledCt made = SurfaceToCt.makeInFrame( cut, GridSize.HALF, 1, Progress.NONE );
		final LabeledCt whole = SurfaceToCt.makeInFrame( femur, GridSize.HALF, 1, Progress.NONE );
		final float[] hu = FloatArrays.of( made.ct().voxels() ), all = FloatArrays.of( whole.ct().voxels() );
		final byte[] labels = LabelArrays.of( made.labels().voxels() );
		double difference = 0;
		int count = 0;
		for ( int i = 0; i < hu.length; ++i )
		{
			final double z = made.ct().worldFromVoxel().apply( 0, 0, i / ( 96 * 64 ) )[ 2 ];
			if ( labels[ i ] != 0 && all[ i ] < 300 && z < -30 )
			{
				difference += Math.abs( hu[ i ] - all[ i ] );
				++count;
			}
		}
		assertTrue( count > 50 && difference / count < 150, count + " " + difference / count );
	}

	@Test
	void randomHeightsLieBetweenTheTrochanterAndTheEndOfTheGrids()
	{
		double least = 100, most = -100;
		for ( int seed = 0; seed < 40; ++seed )
		{
			final double end = ShaftCut.random( femur, seed ).bounds()[ 2 ];
			least = Math.min( least, end );
			most = Math.max( most, end );
		}
		// The head's center lies at 60 mm, the lesser trochanter ends 50 + 10 mm below; the lowest voxels lie at -95.5 mm.
		assertTrue( most < 0 && most > -25 && least < -80 && least > -112, least + " to " + most );
	}

	@Test
	void cutAboveEverythingIsRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> ShaftCut.above( femur, new double[] { 0, 0, 1, 500 } ) );
	}
}
