/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

/**
 * Continuous functions of a voxel's value that are straight between common knots and 0 at 0; such as the density of each
 * of several materials by CT number. The first and the last piece go on without end.
 * <p>
 * Each is a sum of the value v and its excesses over the knots,
 * {@code f( v ) = slope_0 v + sum_j ( slope_j - slope_(j-1) ) max( 0, v - knot_j )}, so that the integrals of all of them
 * follow from those of v and of the excesses.
 *
 * @param knots
 *            where the slopes change, positive and ascending
 * @param slopes
 *            by function, then by piece: one more than there are knots
 */
public record PiecewiseLinear( double[] knots, double[][] slopes )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the knots are not positive and ascending, a slope is not finite, or a function has not one slope more
	 *             than there are knots
	 */
	public PiecewiseLinear
	{
		knots = knots.clone();
		slopes = Arrays.stream( slopes ).map( double[]::clone ).toArray( double[][]::new );
		for ( int j = 0; j < knots.length; ++j )
			if ( !( knots[ j ] > ( j == 0 ? 0 : knots[ j - 1 ] ) && Double.isFinite( knots[ j ] ) ) )
				throw new IllegalArgumentException( "The knots are positive and ascend, unlike " + Arrays.toString( knots ) + "." );
		for ( final double[] slope : slopes )
			if ( slope.length != knots.length + 1 || Arrays.stream( slope ).anyMatch( s -> !Double.isFinite( s ) ) )
				throw new IllegalArgumentException( "Functions with " + knots.length + " knots have " + ( knots.length + 1 )
						+ " finite slopes, unlike " + Arrays.toString( slope ) + "." );
	}

	/** @return a copy of the knots */
	@Override
	public double[] knots()
	{
		return knots.clone();
	}

	/** @return a copy of the slopes, by function, then by piece */
	@Override
	public double[][] slopes()
	{
		return Arrays.stream( slopes ).map( double[]::clone ).toArray( double[][]::new );
	}

	/** @return number of functions */
	public int count()
	{
		return slopes.length;
	}

	/**
	 * @param function
	 *            which one
	 * @param value
	 *            the argument
	 * @return the function there
	 */
	public double at( final int function, final double value )
	{
		final double[] slope = slopes[ function ];
		double result = slope[ 0 ] * value;
		for ( int j = 0; j < knots.length && value > knots[ j ]; ++j )
			result += ( slope[ j + 1 ] - slope[ j ] ) * ( value - knots[ j ] );
		return result;
	}

	/**
	 * @param greatest
	 *            a value
	 * @return the same functions for values up to that one: without the knots from it on
	 */
	public PiecewiseLinear upTo( final double greatest )
	{
		final int kept = ( int ) Arrays.stream( knots ).filter( knot -> knot < greatest ).count();
		return new PiecewiseLinear( Arrays.copyOf( knots, kept ),
				Arrays.stream( slopes ).map( slope -> Arrays.copyOf( slope, kept + 1 ) ).toArray( double[][]::new ) );
	}
}
