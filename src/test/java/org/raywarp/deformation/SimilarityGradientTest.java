/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

public class SimilarityGradientTest
{
	@Test
	public void derivativesAgreeWithDifferences()
	{
		final double[] p = { 20, -35, 50, 3, -4, 5, Math.log( 1.1 ) };
		final double[][] derivatives = SimilarityGradient.of( similarity( p ), 7, -8, 9 );
		final double step = 1e-5;
		for ( int i = 0; i < 7; ++i )
		{
			final double[] more = p.clone(), less = p.clone();
			more[ i ] += step;
			less[ i ] -= step;
			final double[] a = similarity( more ).about( 7, -8, 9 ).toArray(), b = similarity( less ).about( 7, -8, 9 ).toArray();
			for ( int e = 0; e < 12; ++e )
				assertEquals( ( a[ e ] - b[ e ] ) / ( 2 * step ), derivatives[ i ][ e ], 1e-8, "parameter " + i + ", entry " + e );
		}
	}

	private static Similarity similarity( final double[] p )
	{
		return new Similarity( p[ 0 ], p[ 1 ], p[ 2 ], p[ 3 ], p[ 4 ], p[ 5 ], Math.exp( p[ 6 ] ) );
	}
}
