/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;

/**
 * The similarity that brings points closest to their partners, in the sense of least squares (Umeyama 1991, IEEE Trans
 * Pattern Anal Mach Intell 13, 376-380). Pairs are summed up as they come.
 */
final class SimilarityFit
{
	private final double[] source = new double[ 3 ], target = new double[ 3 ];

	/** Sums of target times source coordinate, row by row. */
	private final double[][] products = new double[ 3 ][ 3 ];

	private double sourceSquares;

	private long count;

	/**
	 * Adds a pair.
	 *
	 * @param x
	 *            a point, in mm
	 * @param y
	 *            its partner, in mm
	 */
	void add( final double[] x, final double[] y )
	{
		for ( int d = 0; d < 3; ++d )
		{
			source[ d ] += x[ d ];
			target[ d ] += y[ d ];
			sourceSquares += x[ d ] * x[ d ];
			for ( int e = 0; e < 3; ++e )
				products[ d ][ e ] += y[ d ] * x[ e ];
		}
		++count;
	}

	/**
	 * @return {@code targetFromSource}, about the world's origin
	 * @throws IllegalArgumentException
	 *             if there were fewer than four pairs
	 */
	Similarity fit()
	{
		if ( count < 4 )
			throw new IllegalArgumentException( "A similarity is fitted to 4 pairs of points or more, not to " + count + "." );
		final RealMatrix covariance = new Array2DRowRealMatrix( 3, 3 );
		double variance = sourceSquares / count;
		for ( int d = 0; d < 3; ++d )
		{
			variance -= source[ d ] * source[ d ] / count / count;
			for ( int e = 0; e < 3; ++e )
				covariance.setEntry( d, e, products[ d ][ e ] / count - target[ d ] * source[ e ] / count / count );
		}
		final SingularValueDecomposition svd = new SingularValueDecomposition( covariance );
		final double sign = Math.signum( determinant( svd.getU() ) * determinant( svd.getV() ) );
		final RealMatrix flip = MatrixUtils.createRealDiagonalMatrix( new double[] { 1, 1, sign } );
		final RealMatrix rotation = svd.getU().multiply( flip ).multiply( svd.getVT() );
		final double[] values = svd.getSingularValues();
		final double scale = ( values[ 0 ] + values[ 1 ] + sign * values[ 2 ] ) / variance;
		final double[] map = new double[ 12 ];
		for ( int d = 0; d < 3; ++d )
		{
			map[ 4 * d + 3 ] = target[ d ] / count;
			for ( int e = 0; e < 3; ++e )
			{
				map[ 4 * d + e ] = scale * rotation.getEntry( d, e );
				map[ 4 * d + 3 ] -= map[ 4 * d + e ] * source[ e ] / count;
			}
		}
		return Similarity.fromAffine( Affine3D.of( map ), 0, 0, 0 );
	}

	private static double determinant( final RealMatrix m )
	{
		return m.getEntry( 0, 0 ) * ( m.getEntry( 1, 1 ) * m.getEntry( 2, 2 ) - m.getEntry( 1, 2 ) * m.getEntry( 2, 1 ) )
				- m.getEntry( 0, 1 ) * ( m.getEntry( 1, 0 ) * m.getEntry( 2, 2 ) - m.getEntry( 1, 2 ) * m.getEntry( 2, 0 ) )
				+ m.getEntry( 0, 2 ) * ( m.getEntry( 1, 0 ) * m.getEntry( 2, 1 ) - m.getEntry( 1, 1 ) * m.getEntry( 2, 0 ) );
	}
}
