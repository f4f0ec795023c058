/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SilhouetteCutTest
{
	private static final int COLUMNS = 80, ROWS = 64;

	/** The Dice coefficient of disks with radii of 18.75 and 20 pixels. */
	private static final double CLOSE = 0.935;

	private static boolean[] disk( final double x, final double y, final double radius )
	{
		final boolean[] inside = new boolean[ COLUMNS * ROWS ];
		for ( int i = 0; i < inside.length; ++i )
			inside[ i ] = Math.hypot( i % COLUMNS - x, i / COLUMNS - y ) < radius;
		return inside;
	}

	/** A ball in a wedge of soft tissue, with noise. */
	private static float[] image( final double noise, final boolean bright )
	{
		final Random random = new Random( 2 );
		final float[] image = new float[ COLUMNS * ROWS ];
		for ( int i = 0; i < image.length; ++i )
		{
			final double r = Math.hypot( i % COLUMNS - 40.0, i / COLUMNS - 32.0 ) / 20;
			image[ i ] = ( float ) ( 2 + 0.01 * ( i % COLUMNS ) + ( bright ? 1 : -1 ) * Math.sqrt( Math.max( 0, 1 - r * r ) )
					+ noise * random.nextGaussian() );
		}
		return image;
	}

	private static double dice( final boolean[] a, final boolean[] b )
	{
		int both = 0, sum = 0;
		for ( int i = 0; i < a.length; ++i )
		{
			both += a[ i ] && b[ i ] ? 2 : 0;
			sum += ( a[ i ] ? 1 : 0 ) + ( b[ i ] ? 1 : 0 );
		}
		return ( double ) both / sum;
	}

	@Test
	void aBadOutlineMovesToTheRimOfTheBone()
	{
		final boolean[] truth = disk( 40, 32, 20 );
		for ( final boolean[] start : new boolean[][] { disk( 43, 30, 20 ), disk( 40, 32, 16.5 ), disk( 38, 33, 23 ) } )
		{
			final boolean[] moved = new SilhouetteCut( image( 0.03, true ), COLUMNS ).moved( start, 6 );
			assertTrue( dice( start, truth ) < 0.92 && dice( moved, truth ) > CLOSE,
					dice( start, truth ) + " -> " + dice( moved, truth ) );
		}
	}

	@Test
	void nothingMovesFartherThanTheBand()
	{
		final boolean[] start = disk( 50, 32, 20 ), moved = new SilhouetteCut( image( 0.03, true ), COLUMNS ).moved( start, 3 );
		for ( int i = 0; i < moved.length; ++i )
		{
			final double r = Math.hypot( i % COLUMNS - 50.0, i / COLUMNS - 32.0 );
			assertTrue( Math.abs( r - 20 ) < 5 || moved[ i ] == start[ i ] );
		}
	}

	@Test
	void anImageWithoutEdgesLeavesTheOutlineWhereItIs()
	{
		final boolean[] start = disk( 40, 32, 20 );
		assertTrue( dice( start, new SilhouetteCut( new float[ COLUMNS * ROWS ], COLUMNS ).moved( start, 6 ) ) > CLOSE );
		final boolean[] all = new boolean[ COLUMNS * ROWS ];
		Arrays.fill( all, true );
		assertArrayEquals( all, new SilhouetteCut( image( 0, true ), COLUMNS ).moved( all, 6 ) );
	}

	@Test
	void supportIsOneAtARimAndOneHalfInNoise()
	{
		assertTrue( new SilhouetteCut( image( 0, true ), COLUMNS ).support( disk( 40, 32, 19.5 ) ) > 0.99 );
		assertTrue( new SilhouetteCut( image( 0, false ), COLUMNS ).support( disk( 40, 32, 19.5 ) ) < 0.01 );
		final float[] noise = new float[ COLUMNS * ROWS ];
		final Random random = new Random( 3 );
		for ( int i = 0; i < noise.length; ++i )
			noise[ i ] = random.nextFloat();
		final double support = new SilhouetteCut( noise, COLUMNS ).support( disk( 40, 32, 19.5 ) );
		assertTrue( support > 0.35 && support < 0.65, "support: " + support );
	}
}
