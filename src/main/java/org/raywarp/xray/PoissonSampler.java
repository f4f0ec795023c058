/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.random.RandomGenerator;

/**
 * Draws from the Poisson law in a time that does not grow with its mean: by multiplication of uniform numbers below a mean
 * of 10, by transformed rejection (algorithm PTRS of Hoermann 1993, "The transformed rejection method for generating
 * Poisson random variables", Insurance: Mathematics and Economics 12, 39-45) up to 200, and from the rounded normal law
 * above, whose distribution function is within 0.005 of Poisson's there.
 */
final class PoissonSampler
{
	private static final double REJECTION_FROM = 10, NORMAL_ABOVE = 200;

	/** Logarithms of factorials: at a mean of 200 nothing comes near the last. */
	private static final double[] LOG_FACTORIALS = new double[ 1024 ];

	static
	{
		for ( int k = 2; k < LOG_FACTORIALS.length; ++k )
			LOG_FACTORIALS[ k ] = LOG_FACTORIALS[ k - 1 ] + Math.log( k );
	}

	private PoissonSampler()
	{}

	/**
	 * @param mean
	 *            of the law; nothing comes of 0 and less
	 * @param random
	 *            uniform and normal numbers
	 * @return a number of events
	 */
	static double draw( final double mean, final RandomGenerator random )
	{
		if ( !( mean > 0 ) )
			return 0;
		if ( mean > NORMAL_ABOVE )
			return Math.rint( mean + Math.sqrt( mean ) * random.nextGaussian() );
		return mean < REJECTION_FROM ? multiply( mean, random ) : reject( mean, random );
	}

	private static int multiply( final double mean, final RandomGenerator random )
	{
		final double limit = Math.exp( -mean );
		double product = random.nextDouble();
		int events = 0;
		for ( ; product > limit; ++events )
			product *= random.nextDouble();
		return events;
	}

	/** Names are those of the paper. */
	private static double reject( final double mean, final RandomGenerator random )
	{
		final double b = 0.931 + 2.53 * Math.sqrt( mean ), a = -0.059 + 0.02483 * b;
		final double vr = 0.9277 - 3.6224 / ( b - 2 ), inverseAlpha = 1.1239 + 1.1328 / ( b - 3.4 );
		while ( true )
		{
			final double u = random.nextDouble() - 0.5, v = random.nextDouble(), us = 0.5 - Math.abs( u );
			final double k = Math.floor( ( 2 * a / us + b ) * u + mean + 0.43 );
			if ( us >= 0.07 && v <= vr )
				return k;
			if ( k < 0 || k >= LOG_FACTORIALS.length || us < 0.013 && v > us )
				continue;
			if ( Math.log( v * inverseAlpha / ( a / ( us * us ) + b ) ) <= k * Math.log( mean ) - mean - LOG_FACTORIALS[ ( int ) k ] )
				return k;
		}
	}
}
