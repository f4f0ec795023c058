/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Cuts straight lines off at the faces of boxes whose axes are those of the coordinates, in any number of dimensions: the
 * method of Liang and Barsky (ACM Transactions on Graphics 3(1), 1984), also known as the slab method.
 */
public final class Clipping
{
	private Clipping()
	{}

	/**
	 * @param origin
	 *            a point of the line
	 * @param direction
	 *            of the line
	 * @param lo
	 *            least coordinates of the box
	 * @param hi
	 *            greatest coordinates of the box
	 * @param range
	 *            multiples {@code { from, to }} of the direction between which the line is; infinite ends are allowed
	 * @return the multiples {@code { from, to }} between which the line is in the box, faces included, or null if it is nowhere
	 */
	public static double[] line( final double[] origin, final double[] direction, final double[] lo, final double[] hi,
			final double[] range )
	{
		double from = range[ 0 ], to = range[ 1 ];
		for ( int d = 0; d < lo.length; ++d )
			if ( direction[ d ] == 0 )
			{
				if ( origin[ d ] < lo[ d ] || origin[ d ] > hi[ d ] )
					return null;
			}
			else
			{
				final double a = ( lo[ d ] - origin[ d ] ) / direction[ d ], b = ( hi[ d ] - origin[ d ] ) / direction[ d ];
				from = Math.max( from, Math.min( a, b ) );
				to = Math.min( to, Math.max( a, b ) );
			}
		return from <= to ? new double[] { from, to } : null;
	}
}
