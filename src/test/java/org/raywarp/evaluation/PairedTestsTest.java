/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

	/** Drawn anew, with ties and zeros, where a Python with SciPy is there. */
	@Test
	void agreesWithTheSciPyThatIsThere() throws Exception
	{
		final Random random = new Random( 5 );
		final List< double[][] > pairs = new ArrayList<>();
		final StringBuilder script = new StringBuilder( "import warnings\nwarnings.simplefilter('ignore')\n"
				+ "import scipy\nfrom scipy.stats import ttest_rel, wilcoxon\nprint(scipy.__version__)\n" );
		for ( int i = 0; i < 20; ++i )
		{
			// Digits make ties: none of six digits, many of one.
			final double digits = i % 2 == 0 ? 1e6 : 10;
			final int count = 4 + 7 * i;
			final double[] a = random.doubles( count ).map( v -> Math.rint( digits * v ) / digits ).toArray();
			final double[] b = random.doubles( count ).map( v -> Math.rint( digits * v ) / digits + 0.1 ).toArray();
			pairs.add( new double[][] { a, b } );
			script.append( "a, b = " + Arrays.toString( a ) + ", " + Arrays.toString( b )
					+ "\nprint(repr(float(ttest_rel(a, b).pvalue)), repr(float(wilcoxon(a, b).pvalue)))\n" );
		}
		final List< String > lines = python( script.toString() );
		assumeTrue( !lines.isEmpty(), "there is no Python with SciPy" );
		assumeTrue( lines.get( 0 ).matches( "1\\.(9|10|11|12)\\..*" ), "SciPy " + lines.get( 0 ) + " chooses the distribution otherwise" );
		for ( int i = 0; i < pairs.size(); ++i )
		{
			final String[] expected = lines.get( i + 1 ).split( " " );
			final double[] a = pairs.get( i )[ 0 ], b = pairs.get( i )[ 1 ];
			assertEquals( Double.parseDouble( expected[ 0 ] ), PairedTests.tTest( a, b ), 1e-9, "t-test of " + a.length );
			assertEquals( Double.parseDouble( expected[ 1 ] ), PairedTests.wilcoxon( a, b ), 1e-9, "Wilcoxon of " + a.length );
		}
	}

	/** @return what the script prints; nothing where it cannot be run */
	private static List< String > python( final String script ) throws IOException, InterruptedException
	{
		final Path python = Path.of( "/usr/bin/python3" );
		if ( !Files.isExecutable( python ) )
			return List.of();
		final Process process =
				new ProcessBuilder( python.toString(), "-" ).redirectError( ProcessBuilder.Redirect.DISCARD ).start();
		try ( Writer in = process.outputWriter() )
		{
			in.write( script );
		}
		final List< String > lines = process.inputReader().lines().toList();
		return process.waitFor() == 0 ? lines : List.of();
	}
}
