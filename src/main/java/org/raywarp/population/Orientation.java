/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.math.BigDecimal;

/**
 * The exact sign of the volume of a tetrahedron: floating point where its error is too small to matter, decimal arithmetic
 * where not (Shewchuk 1997, Discrete and Computational Geometry 18, 305-363, whose error bound this is).
 */
final class Orientation
{
	private static final double ERROR_BOUND = ( 7 + 56 * Math.ulp( 0.5 ) ) * Math.ulp( 0.5 );

	private Orientation()
	{}

	/**
	 * @param v
	 *            x, y, z of many points
	 * @param a
	 *            three times the index of a point
	 * @param b
	 *            of another
	 * @param c
	 *            of another
	 * @param d
	 *            of another
	 * @return 1 if d lies below the plane of a, b, c, from where these run clockwise; -1 if above; 0 if they lie in a plane
	 */
	static int of( final double[] v, final int a, final int b, final int c, final int d )
	{
		final double ax = v[ a ] - v[ d ], ay = v[ a + 1 ] - v[ d + 1 ], az = v[ a + 2 ] - v[ d + 2 ];
		final double bx = v[ b ] - v[ d ], by = v[ b + 1 ] - v[ d + 1 ], bz = v[ b + 2 ] - v[ d + 2 ];
		final double cx = v[ c ] - v[ d ], cy = v[ c + 1 ] - v[ d + 1 ], cz = v[ c + 2 ] - v[ d + 2 ];
		final double determinant = az * ( bx * cy - cx * by ) + bz * ( cx * ay - ax * cy ) + cz * ( ax * by - bx * ay );
		final double size = Math.abs( az ) * ( Math.abs( bx * cy ) + Math.abs( cx * by ) )
				+ Math.abs( bz ) * ( Math.abs( cx * ay ) + Math.abs( ax * cy ) )
				+ Math.abs( cz ) * ( Math.abs( ax * by ) + Math.abs( bx * ay ) );
		return Math.abs( determinant ) > ERROR_BOUND * size ? ( int ) Math.signum( determinant ) : exact( v, a, b, c, d );
	}

	private static int exact( final double[] v, final int a, final int b, final int c, final int d )
	{
		final BigDecimal[] m = new BigDecimal[ 9 ];
		for ( int k = 0; k < 3; ++k )
		{
			m[ k ] = new BigDecimal( v[ a + k ] ).subtract( new BigDecimal( v[ d + k ] ) );
			m[ 3 + k ] = new BigDecimal( v[ b + k ] ).subtract( new BigDecimal( v[ d + k ] ) );
			m[ 6 + k ] = new BigDecimal( v[ c + k ] ).subtract( new BigDecimal( v[ d + k ] ) );
		}
		return m[ 2 ].multiply( minor( m, 3, 6 ) ).add( m[ 5 ].multiply( minor( m, 6, 0 ) ) ).add( m[ 8 ].multiply( minor( m, 0, 3 ) ) )
				.signum();
	}

	private static BigDecimal minor( final BigDecimal[] m, final int p, final int q )
	{
		return m[ p ].multiply( m[ q + 1 ] ).subtract( m[ q ].multiply( m[ p + 1 ] ) );
	}
}
