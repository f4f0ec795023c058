/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

class JosephProjectorTest
{
	private static final double[] CENTER = { 2, -3, 1.5 };

	private static final double SIGMA = 9;

	private static final Grid FINE = Grid.centered( new int[] { 100, 96, 104 }, 0.9, 0.9, 0.9 );

	private static final Volume< FloatType > BLOB = ProjectionCases.gaussian( FINE, CENTER, SIGMA );

	/** Linear interpolation of a blob 10 voxels wide is off by its curvature over 12, 1e-3 of the maximum. */
	@ParameterizedTest
	@MethodSource( "farViews" )
	void projectionOfGaussianIsGaussianOfRayDistance( final View view )
	{
		final double error = ImageComparison.relativeRmse( gaussianIntegrals( view ),
				FloatArrays.of( Projections.project( BLOB, view, new JosephProjector() ) ) );
		assertTrue( error < 1e-3, () -> "" + error );
	}

	@ParameterizedTest
	@MethodSource( "farViews" )
	void agreesWithExactTrilinearIntegral( final View view )
	{
		final boolean aligned = Set.of( "frontal", "frontal on faces", "lateral", "from above" ).contains( view.name() );
		final double error = ImageComparison.relativeRmse( FloatArrays.of( ExactIntegrals.trilinear( BLOB, view ) ),
				FloatArrays.of( Projections.project( BLOB, view, new JosephProjector() ) ) );
		assertTrue( error < ( aligned ? 1e-6 : 2.5e-4 ), () -> "" + error );
	}

	static Stream< View > farViews()
	{
		return ProjectionCases.views().stream().filter( view -> !view.name().equals( "close" ) );
	}

	private static float[] gaussianIntegrals( final View view )
	{
		final float[] expected = new float[ view.columns() * view.rows() ];
		final double[] source = view.projection().source();
		for ( int i = 0; i < expected.length; ++i )
		{
			final double[] u = view.projection().rayDirection( i % view.columns(), i / view.columns() );
			double arm2 = 0, along = 0, length2 = 0;
			for ( int d = 0; d < 3; ++d )
			{
				final double arm = CENTER[ d ] - source[ d ];
				arm2 += arm * arm;
				along += arm * u[ d ];
				length2 += u[ d ] * u[ d ];
			}
			final double distance2 = arm2 - along * along / length2;
			expected[ i ] = ( float ) ( SIGMA * Math.sqrt( 2 * Math.PI ) * Math.exp( -distance2 / ( 2 * SIGMA * SIGMA ) ) );
		}
		return expected;
	}

	@Test
	void rampsToZeroOverOneVoxelBeyondTheOutermostCenters()
	{
		final Volume< FloatType > one = Volume.floats( Grid.centered( new int[] { 1, 1, 1 }, 2, 3, 4 ), new float[] { 5 } );
		final View view = ProjectionCases.of( "far", 1e6, 0.99e6, 0, 0, Detector.centered( 9, 3, 0.5, 100 ) );
		final RandomAccessibleInterval< FloatType > image = Projections.project( one, view, new JosephProjector() );
		for ( int column = 0; column < 9; ++column )
		{
			// The ray runs along y; the hat function over 3 mm voxels has the integral 3 mm.
			final double x = 0.99 * 0.5 * ( column - 4 );
			assertEquals( 5 * 3 * Math.max( 0, 1 - Math.abs( x ) / 2 ), image.getAt( column, 1 ).get(), 1e-5 );
		}
	}

	@Test
	void rayThatMeetsNaNIsNaN()
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 0 ), 3 );
		volume.voxels().getAt( 9, 7, 10 ).set( Float.NaN );
		final View view = ProjectionCases.views().get( 0 );
		for ( final ProjectionMethod method : ProjectionMethod.values() )
		{
			final float[] image = FloatArrays.of( Projections.project( volume, view, method.projector( 64 ) ) );
			assertTrue( Float.isNaN( image[ 12 + 25 * 13 ] ), method + " at the voxel's shadow" );
			assertTrue( Float.isFinite( image[ 0 ] ), method + " elsewhere" );
		}
	}
}
