/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class PoissonSamplerTest
{
	private static final int DRAWS = 100_000;

	/** The distribution function of so many draws is within 0.006 of the law (Kolmogorov, level of 0.1 percent). */
	@Test
	void drawsFollowThePoissonLaw()
	{
		for ( final double mean : new double[] { 0.3, 4, 9.9, 10, 37, 150, 199, 250 } )
		{
			final SplittableRandom random = new SplittableRandom( 2 );
			final int[] counts = new int[ 1000 ];
			for ( int i = 0; i < DRAWS; ++i )
				++counts[ ( int ) PoissonSampler.draw( mean, random ) ];
			final PoissonDistribution law = new PoissonDistribution( mean );
			double below = 0, largest = 0;
			for ( int k = 0; k < counts.length; ++k )
			{
				below += ( double ) counts[ k ] / DRAWS;
				largest = Math.max( largest, Math.abs( below - law.cumulativeProbability( k ) ) );
			}
			assertTrue( largest < ( mean > 200 ? 0.012 : 0.0062 ), mean + ": " + largest );
		}
	}

	@Test
	void nothingComesOfNothing()
	{
		assertEquals( 0, PoissonSampler.draw( 0, new SplittableRandom( 1 ) ) );
		assertEquals( 0, PoissonSampler.draw( -1, new SplittableRandom( 1 ) ) );
	}
}
