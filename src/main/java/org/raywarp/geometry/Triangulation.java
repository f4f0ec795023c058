/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * The point that two views show: halfway between two rays, where they are nearest to each other.
 *
 * @param point
 *            in the world, in mm
 * @param gap
 *            how far the rays pass each other there, in mm
 */
public record Triangulation( double[] point, double gap )
{
	/** Square of the least sine of the angle between two rays: 1e-5 radians leave a depth of 1 m uncertain by its whole. */
	private static final double PARALLEL = 1e-10;

	/**
	 * @param a
	 *            a ray
	 * @param b
	 *            another
	 * @return the middle of the shortest segment between them
	 * @throws IllegalArgumentException
	 *             if the rays are parallel, or come nearest to each other behind the origin of one of them
	 */
	public static Triangulation of( final Ray a, final Ray b )
	{
		final double[] between = new double[ 3 ], apart = new double[ 3 ], middle = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			between[ d ] = a.origin()[ d ] - b.origin()[ d ];
		final double aa = Vectors.dot( a.direction(), a.direction() ), ab = Vectors.dot( a.direction(), b.direction() ),
				bb = Vectors.dot( b.direction(), b.direction() );
		final double da = Vectors.dot( a.direction(), between ), db = Vectors.dot( b.direction(), between );
		final double determinant = aa * bb - ab * ab;
		if ( !( determinant > PARALLEL * aa * bb ) )
			throw new IllegalArgumentException( "The two rays are parallel; expected views from different directions." );
		final double s = ( ab * db - bb * da ) / determinant, t = ( aa * db - ab * da ) / determinant;
		if ( s < 0 || t < 0 )
			throw new IllegalArgumentException( "The two rays come nearest to each other behind an X-ray source; expected one point." );
		final double[] onA = a.at( s ), onB = b.at( t );
		for ( int d = 0; d < 3; ++d )
		{
			apart[ d ] = onA[ d ] - onB[ d ];
			middle[ d ] = ( onA[ d ] + onB[ d ] ) / 2;
		}
		return new Triangulation( middle, Vectors.length( apart ) );
	}
}
