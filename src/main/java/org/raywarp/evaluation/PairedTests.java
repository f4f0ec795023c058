/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.Arrays;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Two-sided tests whether paired values differ. Their probabilities are those of {@code scipy.stats.ttest_rel} and
 * {@code scipy.stats.wilcoxon} of SciPy 1.10 with the default options.
 */
public final class PairedTests
{
	/** Up to so many pairs the distribution of the rank sum is computed, beyond them it is taken for a normal one. */
	private static final int EXACT = 50;

	private PairedTests()
	{}

	/**
	 * Student's paired t-test.
	 *
	 * @param a
	 *            values
	 * @param b
	 *            as many values, of the same cases
	 * @return the two-sided p-value; NaN for fewer than two pairs, or where all pairs are equal
	 */
	public static double tTest( final double[] a, final double[] b )
	{
		final double[] difference = difference( a, b );
		if ( difference.length < 2 || Arrays.stream( difference ).allMatch( d -> d == 0 ) )
			return Double.NaN;
		if ( Arrays.stream( difference ).distinct().count() == 1 )
			return 0;
		return new TTest().tTest( 0, difference );
	}

	/**
	 * Wilcoxon's signed-rank test. Pairs that are equal are dropped. Up to 50 pairs, none of them equal, the p-value is that
	 * of the exact distribution of the rank sum of differences without ties (where differences tie after all, their rank sum
	 * is rounded down, as SciPy 1.10 does); else that of the normal distribution, with a correction for ties and none for
	 * continuity.
	 *
	 * @param a
	 *            values
	 * @param b
	 *            as many values, of the same cases
	 * @return the two-sided p-value; NaN where there are no pairs or all pairs are equal
	 */
	public static double wilcoxon( final double[] a, final double[] b )
	{
		final double[] all = difference( a, b ), difference = Arrays.stream( all ).filter( d -> d != 0 ).toArray();
		if ( difference.length == 0 )
			return Double.NaN;
		final double[] ranks =
				new NaturalRanking( NaNStrategy.FAILED, TiesStrategy.AVERAGE )
						.rank( Arrays.stream( difference ).map( Math::abs ).toArray() );
		double positive = 0;
		for ( int i = 0; i < ranks.length; ++i )
			positive += difference[ i ] > 0 ? ranks[ i ] : 0;
		return all.length <= EXACT && difference.length == all.length ? exact( ( int ) positive, ranks.length ) : normal( positive, ranks );
	}

	private static double exact( final int rankSum, final int count )
	{
		// Probability of each sum of the ranks 1 to count of which each counts with a probability of a half.
		double[] probability = { 1 };
		for ( int rank = 1; rank <= count; ++rank )
		{
			final double[] next = new double[ probability.length + rank ];
			for ( int sum = 0; sum < probability.length; ++sum )
			{
				next[ sum ] += 0.5 * probability[ sum ];
				next[ sum + rank ] += 0.5 * probability[ sum ];
			}
			probability = next;
		}
		final double less = Arrays.stream( probability, 0, rankSum + 1 ).sum(),
				more = Arrays.stream( probability, rankSum, probability.length ).sum();
		return Math.min( 1, 2 * Math.min( less, more ) );
	}

	private static double normal( final double rankSum, final double[] ranks )
	{
		final double n = ranks.length;
		final double[] sorted = ranks.clone();
		Arrays.sort( sorted );
		double ties = 0;
		for ( int i = 0, j = 0; i < sorted.length; i = j )
		{
			while ( j < sorted.length && sorted[ j ] == sorted[ i ] )
				++j;
			final double t = j - i;
			ties += t * ( t * t - 1 );
		}
		final double deviation = Math.sqrt( ( n * ( n + 1 ) * ( 2 * n + 1 ) - ties / 2 ) / 24 );
		final double z = Math.abs( rankSum - n * ( n + 1 ) / 4 ) / deviation;
		return 2 * new NormalDistribution().cumulativeProbability( -z );
	}

	private static double[] difference( final double[] a, final double[] b )
	{
		if ( a.length != b.length )
			throw new IllegalArgumentException(
					"Pairs are made of as many values of either kind, not " + a.length + " and " + b.length + "." );
		final double[] difference = new double[ a.length ];
		for ( int i = 0; i < a.length; ++i )
			difference[ i ] = a[ i ] - b[ i ];
		return difference;
	}
}
