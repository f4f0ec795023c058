/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

class ProjectionsTest
{
	private static final int SAMPLES = 31;

	/** Loops round positions to 1e-10 voxels, fractions to 24 bits, values to float. */
	private static final double TOLERANCE = 2e-6;

	private static BeamCoordinates covering( final View view, final Grid grid )
	{
		return BeamCoordinates.covering( view, grid.size(), grid.worldFromVoxel(), SAMPLES );
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void toBeamComputesBeamView( final View view )
	{
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final Volume< FloatType > volume = ProjectionCases.random( grid, 1 );
			final RandomAccessibleInterval< FloatType > beam = ArrayImgs.floats( view.columns(), view.rows(), SAMPLES );
			Projections.toBeam( volume, covering( view, grid ), beam );
			assertEquals( 0, ImageComparison.greatestDifference( Projections.beamView( volume, covering( view, grid ) ), beam ),
					TOLERANCE );
		}
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void toVolumeComputesWorldView( final View view )
	{
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final RandomAccessibleInterval< FloatType > beam = ProjectionCases.randomImage( 1, view.columns(), view.rows(), SAMPLES, 2 );
			final Volume< FloatType > volume = ProjectionCases.random( grid, 2, 9 );
			Projections.toVolume( beam, covering( view, grid ), volume );
			assertEquals( 0,
					ImageComparison.greatestDifference( Projections.worldView( beam, covering( view, grid ), grid ), volume.voxels() ),
					TOLERANCE );
		}
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void adjointsOfBeamAndWorldSamplingHaveEqualInnerProducts( final View view )
	{
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final BeamCoordinates beam = covering( view, grid );
			final Volume< FloatType > x = ProjectionCases.random( grid, 2, 1 ), volume = ProjectionCases.random( grid, 2, 2 );
			final RandomAccessibleInterval< FloatType > y = ProjectionCases.randomImage( 3, view.columns(), view.rows(), SAMPLES, 2 );
			final RandomAccessibleInterval< FloatType > image = ProjectionCases.randomImage( 4, view.columns(), view.rows(), SAMPLES, 2 );
			Projections.toBeam( x, beam, image );
			Projections.toBeamAdjoint( y, beam, volume );
			final double there = ImageComparison.inner( image, y );
			assertEquals( there, ImageComparison.inner( x.voxels(), volume.voxels() ), 1e-6 * there );
			Projections.toVolume( y, beam, volume );
			Projections.toVolumeAdjoint( x, beam, image );
			final double back = ImageComparison.inner( volume.voxels(), x.voxels() );
			assertEquals( back, ImageComparison.inner( y, image ), 1e-6 * back );
		}
	}

	@Test
	void partOfBeamIsThatPartOfTheWhole()
	{
		final View view = ProjectionCases.views().get( 3 );
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 1 ), 2, 1 );
		final BeamCoordinates beam = covering( view, volume.grid() );
		final RandomAccessibleInterval< FloatType > part = Views.translate( ArrayImgs.floats( 8, 17, 9, 2 ), 5, 6, 10, 0 );
		Projections.toBeam( volume, beam, part );
		assertEquals( 0, ImageComparison.greatestDifference(
				Views.interval( Projections.beamView( volume, beam ), Intervals.createMinMax( 5, 6, 10, 0, 12, 22, 18, 1 ) ), part ),
				TOLERANCE );
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void trilinearProjectionIsSumOfBeamView( final View view )
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 2 ), 2, 1 );
		final RandomAccessibleInterval< FloatType > image = Projections.project( volume, view, new TrilinearProjector( SAMPLES ) );
		final BeamCoordinates beam = covering( view, volume.grid() );
		assertEquals( 0,
				ImageComparison.greatestDifference( Projections.sumAlongRays( Projections.beamView( volume, beam ), beam ), image ),
				TOLERANCE );
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void manyTrilinearSamplesConvergeToTheExactIntegral( final View view )
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 1 ), 1 );
		final double error = ImageComparison.greatestDifference( ExactIntegrals.trilinear( volume, view ),
				Projections.project( volume, view, new TrilinearProjector( 4000 ) ) );
		assertTrue( error < 1e-5, () -> "" + error );
	}

	@Test
	void thereAndBackGivesTheVolumeInsideTheCone()
	{
		final Grid grid = Grid.centered( new int[] { 64, 64, 64 }, 1, 1, 1 );
		final Volume< FloatType > blob = ProjectionCases.gaussian( grid, new double[] { 3, -2, 4 }, 6 ), back = Volume.floats( grid );
		final View view = ProjectionCases.of( "oblique", 1000, 925, 30, 20, Detector.centered( 96, 128, 1.5, 1.5 ) );
		final BeamCoordinates beam = BeamCoordinates.covering( view, grid.size(), grid.worldFromVoxel(), 128 );
		final RandomAccessibleInterval< FloatType > samples = ArrayImgs.floats( 96, 128, 128 );
		Projections.toBeam( blob, beam, samples );
		Projections.toVolume( samples, beam, back );
		final double rmse = ImageComparison.relativeRmse( FloatArrays.of( blob.voxels() ), FloatArrays.of( back.voxels() ) );
		final double greatest = ImageComparison.greatestDifference( blob.voxels(), back.voxels() );
		assertTrue( rmse < 0.001 && greatest < 0.022, () -> "rmse " + rmse + ", greatest " + greatest );
	}

	@Test
	void worldOutsideTheConeIsZero()
	{
		final Grid grid = ProjectionCases.grids().get( 0 );
		final View narrow = ProjectionCases.of( "narrow", 1000, 925, 0, 0, Detector.centered( 3, 40, 1, 1 ) );
		final RandomAccessibleInterval< FloatType > ones = ArrayImgs.floats( 3, 40, SAMPLES );
		ones.forEach( v -> v.set( 1 ) );
		final RandomAccessibleInterval< FloatType > world = Projections.worldView( ones, covering( narrow, grid ), grid );
		assertEquals( 0, world.getAt( 0, 7, 10 ).get() );
		assertEquals( 1, world.getAt( 9, 7, 10 ).get(), 1e-6 );
	}
}
