/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences along random directions. */
public final class GradientCheck
{
	private GradientCheck()
	{}

	/**
	 * @param function
	 *            of some numbers
	 * @param at
	 *            where to differentiate
	 * @param gradient
	 *            to be checked
	 * @param step
	 *            length of the step of each number
	 * @param tolerance
	 *            greatest difference, relative to what is usual along a random direction
	 */
	public static void agree( final ToDoubleFunction< double[] > function, final double[] at, final double[] gradient, final double step,
			final double tolerance )
	{
		double square = 0;
		for ( final double g : gradient )
			square += g * g;
		final Random random = new Random( 3 );
		for ( int trial = 0; trial < 5; ++trial )
		{
			final double[] more = at.clone(), less = at.clone();
			double expected = 0;
			for ( int i = 0; i < at.length; ++i )
			{
				final double d = random.nextGaussian();
				more[ i ] += step * d;
				less[ i ] -= step * d;
				expected += d * gradient[ i ];
			}
			final double difference = ( function.applyAsDouble( more ) - function.applyAsDouble( less ) ) / ( 2 * step );
			assertEquals( difference, expected, tolerance * Math.sqrt( square ), "along direction " + trial );
		}
	}

	public static float[] floats( final double[] values )
	{
		final float[] floats = new float[ values.length ];
		for ( int i = 0; i < floats.length; ++i )
			floats[ i ] = ( float ) values[ i ];
		return floats;
	}

	public static double[] doubles( final float[] values )
	{
		final double[] doubles = new double[ values.length ];
		for ( int i = 0; i < doubles.length; ++i )
			doubles[ i ] = values[ i ];
		return doubles;
	}

	public static double[] random( final int count, final double size, final long seed )
	{
		final Random random = new Random( seed );
		final double[] values = new double[ count ];
		for ( int i = 0; i < count; ++i )
			values[ i ] = size * random.nextGaussian();
		return values;
	}

	public static double product( final float[] a, final double[] b )
	{
		double sum = 0;
		for ( int i = 0; i < a.length; ++i )
			sum += a[ i ] * b[ i ];
		return sum;
	}
}
