/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Products and lengths of vectors of three components.
 */
public final class Vectors
{
	private Vectors()
	{}

	/**
	 * @param a
	 *            a vector
	 * @param b
	 *            another
	 * @return their inner product
	 */
	public static double dot( final double[] a, final double[] b )
	{
		return a[ 0 ] * b[ 0 ] + a[ 1 ] * b[ 1 ] + a[ 2 ] * b[ 2 ];
	}

	/**
	 * @param a
	 *            a vector
	 * @param b
	 *            another
	 * @return the vector product a x b
	 */
	public static double[] cross( final double[] a, final double[] b )
	{
		return new double[] { a[ 1 ] * b[ 2 ] - a[ 2 ] * b[ 1 ], a[ 2 ] * b[ 0 ] - a[ 0 ] * b[ 2 ], a[ 0 ] * b[ 1 ] - a[ 1 ] * b[ 0 ] };
	}

	/**
	 * @param v
	 *            a vector
	 * @return its Euclidean length
	 */
	public static double length( final double[] v )
	{
		return Math.sqrt( dot( v, v ) );
	}

	/**
	 * @param x
	 *            first component
	 * @param y
	 *            second component
	 * @param z
	 *            third component
	 * @return the vector of length 1 in that direction; NaN where there is none
	 */
	public static double[] unit( final double x, final double y, final double z )
	{
		final double length = Math.sqrt( x * x + y * y + z * z );
		return new double[] { x / length, y / length, z / length };
	}
}
