/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class MinimumCutTest
{
	@Test
	void noOtherCutCostsLess()
	{
		final Random random = new Random( 4 );
		for ( int trial = 0; trial < 200; ++trial )
		{
			final int n = 2 + random.nextInt( 9 ), edges = random.nextInt( 4 * n );
			final float[][] cost = new float[ n ][ n ], terminal = new float[ n ][ 2 ];
			final MinimumCut graph = new MinimumCut( n );
			for ( int e = 0; e < edges; ++e )
			{
				final int a = random.nextInt( n ), b = ( a + 1 + random.nextInt( n - 1 ) ) % n;
				final float forth = random.nextFloat(), back = random.nextInt( 3 ) == 0 ? 0 : random.nextFloat();
				graph.edge( a, b, forth, back );
				cost[ a ][ b ] += forth;
				cost[ b ][ a ] += back;
			}
			for ( int i = 0; i < n; ++i )
			{
				terminal[ i ] = new float[] { random.nextFloat(), random.nextFloat() };
				graph.terminal( i, terminal[ i ][ 0 ], terminal[ i ][ 1 ] );
			}
			final boolean[] cut = graph.cut();
			int found = 0;
			double least = Double.POSITIVE_INFINITY;
			for ( int s = 0; s < 1 << n; ++s )
				least = Math.min( least, cost( s, cost, terminal ) );
			for ( int i = 0; i < n; ++i )
				found |= cut[ i ] ? 1 << i : 0;
			assertEquals( least, cost( found, cost, terminal ), 1e-5 );
		}
	}

	private static double cost( final int inside, final float[][] cost, final float[][] terminal )
	{
		double sum = 0;
		for ( int i = 0; i < cost.length; ++i )
		{
			sum += terminal[ i ][ 1 - ( inside >> i & 1 ) ];
			for ( int j = 0; j < cost.length; ++j )
				if ( ( inside >> i & 1 ) == 1 && ( inside >> j & 1 ) == 0 )
					sum += cost[ i ][ j ];
		}
		return sum;
	}
}
