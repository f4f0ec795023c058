/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;

/**
 * The derivatives of a similarity's matrix with respect to its seven parameters.
 */
public final class SimilarityGradient
{
	private SimilarityGradient()
	{}

	/**
	 * @param s
	 *            where to differentiate
	 * @param center
	 *            its fixed point in mm
	 * @return the derivative of {@code s.about( center )}, 12 numbers row by row, with respect to each of rotation x, y, z
	 *         (a degree), translation x, y, z (a mm) and the logarithm of the scale
	 */
	public static double[][] of( final Similarity s, final double... center )
	{
		final double[] angles = { Math.toRadians( s.rotationX() ), Math.toRadians( s.rotationY() ), Math.toRadians( s.rotationZ() ) };
		final double[][] derivatives = new double[ 7 ][];
		for ( int p = 0; p < 3; ++p )
		{
			double[] m = { s.scale(), 0, 0, 0, s.scale(), 0, 0, 0, s.scale() };
			for ( int axis = 0; axis < 3; ++axis )
				m = product( rotation( axis, angles[ axis ], axis == p ), m );
			for ( int e = 0; e < 9; ++e )
				m[ e ] *= Math.PI / 180;
			derivatives[ p ] = about( m, center );
			derivatives[ 3 + p ] = new double[ 12 ];
			derivatives[ 3 + p ][ 4 * p + 3 ] = 1;
		}
		final Affine3D map = s.about( center );
		final double[] linear = new double[ 9 ];
		for ( int e = 0; e < 9; ++e )
			linear[ e ] = map.get( e / 3, e % 3 );
		derivatives[ 6 ] = about( linear, center );
		return derivatives;
	}

	/** The map {@code x -> m ( x - c )}. */
	private static double[] about( final double[] m, final double[] c )
	{
		final double[] a = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
			for ( int k = 0; k < 3; ++k )
			{
				a[ 4 * r + k ] = m[ 3 * r + k ];
				a[ 4 * r + 3 ] -= m[ 3 * r + k ] * c[ k ];
			}
		return a;
	}

	private static double[] rotation( final int axis, final double angle, final boolean derivative )
	{
		final double[] m = new double[ 9 ];
		final int a = ( axis + 1 ) % 3, b = ( axis + 2 ) % 3;
		final double c = derivative ? -Math.sin( angle ) : Math.cos( angle ), s = derivative ? Math.cos( angle ) : Math.sin( angle );
		m[ 4 * axis ] = derivative ? 0 : 1;
		m[ 4 * a ] = c;
		m[ 4 * b ] = c;
		m[ 3 * a + b ] = -s;
		m[ 3 * b + a ] = s;
		return m;
	}

	private static double[] product( final double[] a, final double[] b )
	{
		final double[] c = new double[ 9 ];
		for ( int e = 0; e < 9; ++e )
			for ( int i = 0; i < 3; ++i )
				c[ e ] += a[ 3 * ( e / 3 ) + i ] * b[ 3 * i + e % 3 ];
		return c;
	}
}
