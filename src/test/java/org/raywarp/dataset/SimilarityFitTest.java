/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;

class SimilarityFitTest
{
	@Test
	void similarityOfPairsIsFoundAgain()
	{
		final Affine3D expected = new Similarity( 10, -20, 70, 3, -5, 8, 1.2 ).about( 0, 0, 0 );
		final SplittableRandom random = new SplittableRandom( 1 );
		final SimilarityFit fit = new SimilarityFit();
		for ( int i = 0; i < 10; ++i )
		{
			final double[] x = random.doubles( 3, -50, 50 ).toArray();
			fit.add( x, expected.apply( x ) );
		}
		assertArrayEquals( expected.toArray(), fit.fit().about( 0, 0, 0 ).toArray(), 1e-9 );
	}

	@Test
	void mirroredPairsGiveAProperRotation()
	{
		final SplittableRandom random = new SplittableRandom( 2 );
		final SimilarityFit fit = new SimilarityFit();
		for ( int i = 0; i < 10; ++i )
		{
			final double[] x = random.doubles( 3, -50, 50 ).toArray();
			fit.add( x, new double[] { x[ 0 ], x[ 1 ], -0.1 * x[ 2 ] } );
		}
		fit.fit();
	}

	@Test
	void tooFewPairsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new SimilarityFit().fit() );
	}
}
