/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.raywarp.geometry.Affine3D;

/**
 * The rigid motion between corresponding points, by least squares (Kabsch 1976, Acta Crystallographica A 32, 922-923).
 */
final class RigidFit
{
	private RigidFit()
	{}

	/**
	 * @param source
	 *            x, y, z of each point
	 * @param target
	 *            of its counterpart
	 * @param counts
	 *            which points count
	 * @return {@code targetFromSource}
	 */
	static Affine3D of( final double[] source, final double[] target, final boolean[] counts )
	{
		final double[] s = centroid( source, counts ), t = centroid( target, counts );
		final RealMatrix product = new Array2DRowRealMatrix( 3, 3 );
		for ( int i = 0; i < counts.length; ++i )
			for ( int r = 0; r < 3 && counts[ i ]; ++r )
				for ( int c = 0; c < 3; ++c )
					product.addToEntry( r, c, ( target[ 3 * i + r ] - t[ r ] ) * ( source[ 3 * i + c ] - s[ c ] ) );
		final SingularValueDecomposition svd = new SingularValueDecomposition( product );
		final RealMatrix u = svd.getU(), vt = svd.getVT();
		final RealMatrix first = u.multiply( vt );
		final double determinant = Affine3D.of( first.getEntry( 0, 0 ), first.getEntry( 0, 1 ), first.getEntry( 0, 2 ), 0,
				first.getEntry( 1, 0 ), first.getEntry( 1, 1 ), first.getEntry( 1, 2 ), 0, first.getEntry( 2, 0 ), first.getEntry( 2, 1 ),
				first.getEntry( 2, 2 ), 0 ).determinant();
		// The nearest orthogonal matrix may mirror: then the least axis turns over.
		for ( int r = 0; r < 3 && determinant < 0; ++r )
			u.multiplyEntry( r, 2, -1 );
		final double[][] m = u.multiply( vt ).getData();
		final double[] shift = new double[ 3 ];
		for ( int r = 0; r < 3; ++r )
			shift[ r ] = t[ r ] - m[ r ][ 0 ] * s[ 0 ] - m[ r ][ 1 ] * s[ 1 ] - m[ r ][ 2 ] * s[ 2 ];
		return Affine3D.of( m[ 0 ][ 0 ], m[ 0 ][ 1 ], m[ 0 ][ 2 ], shift[ 0 ], m[ 1 ][ 0 ], m[ 1 ][ 1 ], m[ 1 ][ 2 ], shift[ 1 ],
				m[ 2 ][ 0 ], m[ 2 ][ 1 ], m[ 2 ][ 2 ], shift[ 2 ] );
	}

	private static double[] centroid( final double[] points, final boolean[] counts )
	{
		final double[] sum = new double[ 3 ];
		int count = 0;
		for ( int i = 0; i < counts.length; ++i )
			if ( counts[ i ] )
			{
				++count;
				for ( int d = 0; d < 3; ++d )
					sum[ d ] += points[ 3 * i + d ];
			}
		for ( int d = 0; d < 3; ++d )
			sum[ d ] /= Math.max( 1, count );
		return sum;
	}
}
