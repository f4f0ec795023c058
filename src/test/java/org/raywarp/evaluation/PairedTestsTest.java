/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * Against SciPy 1.10.1 (Debian 12): {@code ttest_rel( a, b ).pvalue} and {@code wilcoxon( a, b ).pvalue}.
 */
class PairedTestsTest
{
	private static final double TOLERANCE = 1e-9;

	private static void check( final double tTest, final double wilcoxon, final double[] a, final double[] b )
	{
		assertEquals( tTest, PairedTests.tTest( a, b ), TOLERANCE );
		assertEquals( tTest, PairedTests.tTest( b, a ), TOLERANCE );
		assertEquals( wilcoxon, PairedTests.wilcoxon( a, b ), TOLERANCE );
	}

	/** {@code i = arange( n ); a = sin( 1.7 i ) + 0.3 cos( 0.1 i i ); b = 0.9 sin( 1.7 i + 0.4 )}. */
	private static double[][] waves( final int n, final DoubleUnaryOperator then )
	{
		return new double[][] {
				IntStream.range( 0, n ).mapToDouble( i -> then.applyAsDouble( Math.sin( i * 1.7 ) + 0.3 * Math.cos( i * i * 0.1 ) ) )
						.toArray(),
				IntStream.range( 0, n ).mapToDouble( i -> then.applyAsDouble( Math.sin( i * 1.7 + 0.4 ) * 0.9 ) ).toArray() };
	}

	@Test
	void fewPairsAreExact()
	{
		check( 0.024487504088379224, 0.0390625, new double[] { 0.931, 0.942, 0.928, 0.951, 0.917, 0.939, 0.944, 0.925 },
				new double[] { 0.925, 0.937, 0.930, 0.940, 0.901, 0.941, 0.930, 0.902 } );
		// Darwin's corn, the example of SciPy's documentation.
		check( 0.049702944021800956, 0.041259765625, new double[] { 6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75 },
				new double[ 15 ] );
		// The rank sum is in the middle of its distribution.
		check( 1, 1, new double[] { 1, 2, 3 }, new double[] { 2, 4, 0 } );
		check( 0.20483276469913345, 0.5, new double[] { 1, 3 }, new double[] { 2, 5 } );
	}

	@Test
	void zerosAndTiesGoByTheNormalDistribution()
	{
		check( 0.5404255793265437, 0.5936305914425295, new double[] { 125, 115, 130, 140, 140, 115, 140, 125, 140, 135 },
				new double[] { 110, 122, 125, 120, 140, 124, 123, 137, 135, 145 } );
		check( 0.03202032100956582, 0.04248046875, new double[] { 8, 7, 6, 9, 12, 5, 7, 10, 11, 6, 9, 13 },
				new double[] { 6, 6, 7, 6, 9, 4, 8, 8, 8, 8, 8, 10 } );
	}

	@Test
	void fiftyPairsAreExactAndMoreAreNot()
	{
		final double[][] fifty = waves( 50, v -> v ), more = waves( 51, v -> v ), sixty = waves( 60, v -> v );
		check( 0.7101535618784749, 0.6185935400423848, fifty[ 0 ], fifty[ 1 ] );
		check( 0.8399283929776027, 0.7570747669212832, more[ 0 ], more[ 1 ] );
		check( 0.580180800487475, 0.5460754013196345, sixty[ 0 ], sixty[ 1 ] );
	}

	@Test
	void manyTiesAreCorrectedFor()
	{
		// numpy.round( a, 1 ), numpy.round( b, 1 )
		final double[][] ties = waves( 60, v -> Math.rint( 10 * v ) / 10 );
		check( 0.5911685657427339, 0.7215026048867843, ties[ 0 ], ties[ 1 ] );
	}

	@Test
	void nothingIsSaidAboutEqualValues()
	{
		final double[] same = { 1, 2, 3 };
		assertTrue( Double.isNaN( PairedTests.tTest( same, same ) ) && Double.isNaN( PairedTests.wilcoxon( same, same ) ) );
		assertTrue( Double.isNaN( PairedTests.tTest( new double[] { 1 }, new double[] { 2 } ) ) );
		assertTrue( Double.isNaN( PairedTests.wilcoxon( new double[ 0 ], new double[ 0 ] ) ) );
		assertThrows( IllegalArgumentException.class, () -> PairedTests.wilcoxon( same, Arrays.copyOf( same, 2 ) ) );
	}
}
