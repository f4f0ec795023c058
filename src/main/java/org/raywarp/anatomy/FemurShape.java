/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One value of each {@link FemurMeasure}: a femur of the population. Immutable.
 */
public final class FemurShape
{
	private final double[] values;

	private FemurShape( final double[] values )
	{
		this.values = values;
	}

	/**
	 * @return the femur whose measures are the population's means
	 */
	public static FemurShape mean()
	{
		return new FemurShape( Arrays.stream( FemurMeasure.values() ).mapToDouble( FemurMeasure::mean ).toArray() );
	}

	/**
	 * Draws a femur, by a generator for which neighboring seeds are as good as distant ones: each measure is normal,
	 * correlated with one common size by {@link FemurMeasure#withSize()}, and cut off at 2.5 standard deviations and at its
	 * range.
	 *
	 * @param seed
	 *            which femur
	 * @return the femur
	 */
	public static FemurShape sample( final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		final double size = random.nextGaussian();
		final double[] drawn = new double[ FemurMeasure.values().length ];
		for ( final FemurMeasure m : FemurMeasure.values() )
		{
			final double own = random.nextGaussian();
			final double z = m.withSize() * size + Math.sqrt( 1 - m.withSize() * m.withSize() ) * own;
			final double value = m.mean() + m.standardDeviation() * Math.max( -2.5, Math.min( 2.5, z ) );
			drawn[ m.ordinal() ] = Math.max( m.least(), Math.min( m.greatest(), value ) );
		}
		return new FemurShape( drawn );
	}

	/**
	 * @param measure
	 *            which measure
	 * @return its value in mm or degrees
	 */
	public double get( final FemurMeasure measure )
	{
		return values[ measure.ordinal() ];
	}

	/**
	 * @param measure
	 *            which measure
	 * @param value
	 *            in mm or degrees
	 * @return the same femur but for one measure
	 * @throws IllegalArgumentException
	 *             if the value lies outside the measure's range
	 */
	public FemurShape with( final FemurMeasure measure, final double value )
	{
		if ( !( value >= measure.least() && value <= measure.greatest() ) )
			throw new IllegalArgumentException(
					measure + " lies between " + measure.least() + " and " + measure.greatest() + ", not at " + value + "." );
		final double[] changed = values.clone();
		changed[ measure.ordinal() ] = value;
		return new FemurShape( changed );
	}
}
