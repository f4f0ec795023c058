/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

class SurfaceToCtTest
{
	private static final TriangleMesh FEMUR = ParametricFemur.surface( FemurShape.mean() );

	@Test
	void labelsAreTheVoxelsWhoseCenterLiesInside()
	{
		final LabeledCt made = SurfaceToCt.makeInFrame( FEMUR, GridSize.QUARTER, 1, Progress.NONE );
		final byte[] inside = MeshVoxelizer.inside( FEMUR, GridSize.QUARTER.grid() );
		final float[] labels = FloatArrays.of( made.labels().voxels() );
		for ( int i = 0; i < inside.length; ++i )
			assertEquals( inside[ i ], labels[ i ] );
		assertEquals( GridSize.QUARTER.grid(), made.ct().grid() );
	}

	@Test
	void coarseVoxelIsTheMeanOfTheFineOnes()
	{
		final Grid fine = GridSize.HALF.grid();
		final float[] half = FloatArrays.of( SurfaceToCt.makeInFrame( FEMUR, GridSize.HALF, 1, Progress.NONE ).ct().voxels() );
		final float[] quarter = FloatArrays.of( SurfaceToCt.makeInFrame( FEMUR, GridSize.QUARTER, 1, Progress.NONE ).ct().voxels() );
		final int[] n = GridSize.QUARTER.grid().size(), m = fine.size();
		double difference = 0;
		for ( int i = 0; i < quarter.length; ++i )
		{
			double sum = 0;
			for ( int c = 0; c < 8; ++c )
				sum += half[ 2 * ( i % n[ 0 ] ) + ( c & 1 ) + m[ 0 ]
						* ( 2 * ( i / n[ 0 ] % n[ 1 ] ) + ( c >> 1 & 1 ) + m[ 1 ] * ( 2 * ( i / ( n[ 0 ] * n[ 1 ] ) ) + ( c >> 2 ) ) ) ];
			difference += Math.abs( sum / 8 - quarter[ i ] );
		}
		// HALF is itself a mean of finer voxels, QUARTER of points at HALF: alike on average, not voxel by voxel.
		assertTrue( difference / quarter.length < 12, "mean difference " + difference / quarter.length + " HU" );
	}

	@Test
	void shaftHasThickCortexAboutFattyMarrow()
	{
		final Grid grid = GridSize.FULL.grid();
		final float[] ct = FloatArrays.of( SurfaceToCt.makeInFrame( FEMUR, GridSize.FULL, 3, Progress.NONE ).ct().voxels() );
		final double y = FemurFrame.HEAD_Y + FemurShape.mean().get( FemurMeasure.SHAFT_SETBACK );
		final double x = FemurFrame.HEAD_X - FemurShape.mean().get( FemurMeasure.OFFSET );
		assertEquals( -50, at( ct, grid, x, y, -50 ), 40 );
		int cortical = 0;
		for ( double t = 0; t < 25; t += 0.664 )
			if ( at( ct, grid, x + t, y, -50 ) > 1000 )
				++cortical;
		assertEquals( 5.6, 0.664 * cortical, 2 );
		final double head = at( ct, grid, FemurFrame.HEAD_X, FemurFrame.HEAD_Y, FemurFrame.HEAD_Z );
		assertTrue( head > 250 && head < 800, "head " + head );
		assertEquals( 50, at( ct, grid, 40, 0, -40 ), 40 );
	}

	@Test
	void sameSeedMakesTheSameCtOnAnyNumberOfThreads()
	{
		final float[] many = FloatArrays.of( SurfaceToCt.makeInFrame( FEMUR, GridSize.QUARTER, 9, Progress.NONE ).ct().voxels() );
		final float[] one = Parallelization.runSingleThreaded(
				() -> FloatArrays.of( SurfaceToCt.makeInFrame( FEMUR, GridSize.QUARTER, 9, Progress.NONE ).ct().voxels() ) );
		assertArrayEquals( one, many );
	}

	@Test
	void leftFemurLandsLikeARightOne()
	{
		final Affine3D toRight = ParametricFemur.patientFromFrame( Side.RIGHT, 2 ),
				toLeft = ParametricFemur.patientFromFrame( Side.LEFT, 2 );
		final LabeledCt right = SurfaceToCt.make( FEMUR.transformed( toRight ), Side.RIGHT, GridSize.QUARTER, 1, Progress.NONE );
		final LabeledCt left = SurfaceToCt.make( FEMUR.transformed( toLeft ), Side.LEFT, GridSize.QUARTER, 1, Progress.NONE );
		assertArrayEquals( FloatArrays.of( right.ct().voxels() ), FloatArrays.of( left.ct().voxels() ), 1f );
		assertTrue( left.frameFromPatient().determinant() < 0 );
	}

	private static double at( final float[] ct, final Grid grid, final double x, final double y, final double z )
	{
		final double[] v = grid.worldFromVoxel().inverse().apply( x, y, z );
		final int[] n = grid.size();
		return ct[ ( int ) Math.round( v[ 0 ] ) + n[ 0 ] * ( ( int ) Math.round( v[ 1 ] ) + n[ 1 ] * ( int ) Math.round( v[ 2 ] ) ) ];
	}
}
