/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class SiddonProjectorTest
{
	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void ofOnesIsTheLengthOfTheRayInsideTheBox( final View view )
	{
		final Grid grid = ProjectionCases.grids().get( 0 );
		final float[] ones = new float[ grid.voxelCount() ];
		Arrays.fill( ones, 1 );
		final float[] image = FloatArrays.of( Projections.project( Volume.floats( grid, ones ), view, new SiddonProjector() ) );
		final double[] half = { 18 * 1.5 / 2, 14 * 1.9 / 2, 20 * 1.1 / 2 }, source = view.projection().source();
		for ( int i = 0; i < image.length; ++i )
		{
			final double[] u = view.projection().rayDirection( i % view.columns(), i / view.columns() );
			double enter = 0, leave = Double.POSITIVE_INFINITY, square = 0;
			for ( int d = 0; d < 3; ++d )
			{
				final double a = ( -half[ d ] - source[ d ] ) / u[ d ], b = ( half[ d ] - source[ d ] ) / u[ d ];
				enter = Math.max( enter, Math.min( a, b ) );
				leave = Math.min( leave, Math.max( a, b ) );
				square += u[ d ] * u[ d ];
			}
			assertEquals( Math.max( 0, leave - enter ) * Math.sqrt( square ), image[ i ], 5e-6 * 40, "pixel " + i );
		}
	}

	@ParameterizedTest
	@MethodSource( "org.raywarp.projection.ProjectionCases#views" )
	void agreesWithExactIntegralOfCuboids( final View view )
	{
		if ( view.name().equals( "frontal on faces" ) )
			return;
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final Volume< FloatType > volume = ProjectionCases.random( grid, 4 );
			final double error = ImageComparison.greatestDifference( ExactIntegrals.cuboids( volume, view ),
					Projections.project( volume, view, new SiddonProjector() ) );
			assertTrue( error < 1e-6, error + " on " + grid );
		}
	}
}
