/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

public class LimitedMemoryBfgsTest
{
	/** Rosenbrock's valley in ten dimensions, whose minimum is 0 at ones. */
	private static double rosenbrock( final double[] x, final double[] gradient )
	{
		double sum = 0;
		for ( int i = 0; i < x.length; i += 2 )
		{
			final double a = 1 - x[ i ], b = x[ i + 1 ] - x[ i ] * x[ i ];
			sum += a * a + 100 * b * b;
			gradient[ i ] = -2 * a - 400 * x[ i ] * b;
			gradient[ i + 1 ] = 200 * b;
		}
		return sum;
	}

	@Test
	public void findsTheMinimumOfAValley()
	{
		final double[] x = { -1.2, 1, -1.2, 1, 0, 0, 2, -1, -1.2, 1 }, ones = new double[ 10 ];
		java.util.Arrays.fill( ones, 1 );
		final List< Double > values = new LimitedMemoryBfgs( LimitedMemoryBfgsTest::rosenbrock, 0.1 ).minimize( x, 300, 0, i -> {} );
		assertArrayEquals( ones, x, 1e-5 );
		for ( int i = 1; i < values.size(); ++i )
			assertTrue( values.get( i ) <= values.get( i - 1 ), "rises at " + i );
	}

	@Test
	public void stopsWhereLittleIsGained()
	{
		final double[] x = { 3 };
		final List< Double > values = new LimitedMemoryBfgs( ( p, g ) -> {
			g[ 0 ] = 2 * p[ 0 ];
			return 100 + p[ 0 ] * p[ 0 ];
		}, 1 ).minimize( x, 100, 0.01, i -> {} );
		assertTrue( values.size() <= 11, values.size() + " values" );
	}

	@Test
	public void aMinimumIsNotLeft()
	{
		final double[] x = { 0, 0 };
		assertEquals( List.of( 0.0 ), new LimitedMemoryBfgs( ( p, g ) -> {
			g[ 0 ] = 2 * p[ 0 ];
			g[ 1 ] = 2 * p[ 1 ];
			return p[ 0 ] * p[ 0 ] + p[ 1 ] * p[ 1 ];
		}, 1 ).minimize( x, 10, 1e-3, i -> {} ) );
	}
}
