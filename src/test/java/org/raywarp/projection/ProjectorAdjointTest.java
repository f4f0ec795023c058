/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

class ProjectorAdjointTest
{
	/** Values are floats: their rounding, 6e-8 each, averages out in the sums. */
	private static final double TOLERANCE = 1e-6;

	static Stream< Arguments > cases()
	{
		return Stream.of( ProjectionMethod.values() )
				.flatMap( method -> ProjectionCases.views().stream().map( view -> Arguments.of( method, view ) ) );
	}

	@ParameterizedTest
	@MethodSource( "cases" )
	void innerProductsAgree( final ProjectionMethod method, final View view )
	{
		final Projector projector = method.projector( 37 );
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final Volume< FloatType > x = ProjectionCases.random( grid, 1 ), back = Volume.floats( grid );
			final RandomAccessibleInterval< FloatType > y = ProjectionCases.randomImage( 2, view.columns(), view.rows() );
			final RandomAccessibleInterval< FloatType > ax = Projections.project( x, view, projector );
			projector.backproject( y, view, back );
			final double expected = ImageComparison.inner( ax, y );
			assertEquals( expected, ImageComparison.inner( x.voxels(), back.voxels() ), TOLERANCE * expected, "on " + grid );
		}
	}

	@ParameterizedTest
	@MethodSource( "cases" )
	void innerProductsOfChannelsAndTilesAgree( final ProjectionMethod method, final View view )
	{
		final Projector projector = method.projector( 37 );
		final Grid grid = ProjectionCases.grids().get( 2 );
		final Volume< FloatType > x = ProjectionCases.random( grid, 3, 1 ), back = ProjectionCases.random( grid, 3, 5 );
		final RandomAccessibleInterval< FloatType > ax = Views.translate( ArrayImgs.floats( 9, 15, 3 ), 7, 4, 0 );
		final RandomAccessibleInterval< FloatType > y = Views.translate( ProjectionCases.randomImage( 2, 9, 15, 3 ), 7, 4, 0 );
		projector.project( x, view, ax );
		projector.backproject( y, view, back );
		final double expected = ImageComparison.inner( ax, y );
		assertEquals( expected, ImageComparison.inner( x.voxels(), back.voxels() ), TOLERANCE * expected );
		final RandomAccessibleInterval< FloatType > whole = Projections.project( x, view, projector );
		assertEquals( 0, ImageComparison.greatestDifference( Views.interval( whole, Intervals.createMinMax( 7, 4, 0, 15, 18, 2 ) ), ax ),
				0 );
	}
}
