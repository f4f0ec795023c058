/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class TriangulationTest
{
	private static final View FRONTAL = view( -12, 7 ), LATERAL = view( 71, -20 );

	private static View view( final double primary, final double secondary )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primary, secondary ), 160, 224 ).view( "view" );
	}

	/** The axes x at z = -1 and y at z = 2 are nearest to each other above the origin. */
	@Test
	void skewAxesMeetInTheMiddle()
	{
		final Triangulation found = Triangulation.of( new Ray( new double[] { -5, 0, -1 }, new double[] { 3, 0, 0 } ),
				new Ray( new double[] { 0, -8, 2 }, new double[] { 0, 0.5, 0 } ) );
		assertArrayEquals( new double[] { 0, 0, 0.5 }, found.point(), 1e-12 );
		assertEquals( 3, found.gap(), 1e-12 );
	}

	@Test
	void findsThePointThatBothViewsShow()
	{
		final Random random = new Random( 3 );
		for ( int i = 0; i < 50; ++i )
		{
			final double[] x = { 80 * random.nextDouble() - 40, 60 * random.nextDouble() - 30, 120 * random.nextDouble() - 60 };
			final double[] a = FRONTAL.projection().project( x ), b = LATERAL.projection().project( x );
			final Triangulation found = Triangulation.of( Ray.of( FRONTAL, a[ 0 ], a[ 1 ] ), Ray.of( LATERAL, b[ 0 ], b[ 1 ] ) );
			assertArrayEquals( x, found.point(), 1e-8 );
			assertEquals( 0, found.gap(), 1e-8 );
		}
	}

	/** Off by d mm on a detector, across the plane of the rays. */
	@Test
	void gapIsHowFarThePixelsDisagree()
	{
		final View frontal = view( 0, 0 ), lateral = view( 90, 0 );
		final double d = 2, rows = d / frontal.pixelSpacingY();
		final Triangulation found = Triangulation.of( Ray.of( frontal, 79.5, 111.5 ), Ray.of( lateral, 79.5, 111.5 - rows ) );
		// The other ray is z = h + m x in the plane y = 0, seen end on by the first: the distance of a point from a line.
		final double h = d * 925 / 1000, m = d / 1000;
		assertEquals( h / Math.hypot( 1, m ), found.gap(), 1e-9 );
		assertArrayEquals( new double[] { -h * m / ( 1 + m * m ) / 2, 0, h / ( 1 + m * m ) / 2 }, found.point(), 1e-9 );
	}

	@Test
	void refusesRaysThatDoNotMeet()
	{
		final Ray up = new Ray( new double[] { 0, 0, 0 }, new double[] { 0, 0, 1 } );
		assertThrows( IllegalArgumentException.class,
				() -> Triangulation.of( up, new Ray( new double[] { 1, 0, 0 }, new double[] { 0, 0, 2 } ) ) );
		assertThrows( IllegalArgumentException.class,
				() -> Triangulation.of( up, new Ray( new double[] { 1, 0, -1 }, new double[] { 1, 0, 0 } ) ) );
		assertThrows( IllegalArgumentException.class, () -> new Ray( new double[ 3 ], new double[ 3 ] ) );
	}
}
