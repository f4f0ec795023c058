/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.Arrays;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Quartiles with linear interpolation between the ordered values, as NumPy's.
 */
final class Quartiles
{
	private Quartiles()
	{}

	/**
	 * @param values
	 *            in any order
	 * @return lower quartile, median and upper quartile; NaN where there are no values
	 */
	static double[] of( final double[] values )
	{
		return percentiles( values, 25, 50, 75 );
	}

	/**
	 * @param values
	 *            in any order
	 * @return least value, lower quartile, median, upper quartile and greatest value; NaN where there are no values
	 */
	static double[] withEnds( final double[] values )
	{
		// The least is what no part of the values is below, for which there is no percentile.
		final double[] five = percentiles( values, 50, 25, 50, 75, 100 );
		five[ 0 ] = StatUtils.min( values );
		return five;
	}

	private static double[] percentiles( final double[] values, final double... percents )
	{
		final Percentile percentile = new Percentile().withEstimationType( EstimationType.R_7 );
		return Arrays.stream( percents ).map( p -> values.length == 0 ? Double.NaN : percentile.evaluate( values, p ) ).toArray();
	}
}
