/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;

/** The similarity between paired points in the least-squares sense (Umeyama 1991, IEEE TPAMI 13, 376-380). */
final class SimilarityFit
{
	private SimilarityFit()
	{}

	/**
	 * @param sources
	 *            points
	 * @param targets
	 *            the point that each of them shall meet
	 * @return {@code targetFromSource} about the world's origin
	 */
	static Similarity fit( final List< double[] > sources, final List< double[] > targets )
	{
		final double[] s = mean( sources ), t = mean( targets );
		final double[][] covariance = new double[ 3 ][ 3 ];
		double spread = 0;
		for ( int i = 0; i < sources.size(); ++i )
			for ( int c = 0; c < 3; ++c )
			{
				final double source = sources.get( i )[ c ] - s[ c ];
				spread += source * source;
				for ( int r = 0; r < 3; ++r )
					covariance[ r ][ c ] += ( targets.get( i )[ r ] - t[ r ] ) * source;
			}
		final SingularValueDecomposition svd = new SingularValueDecomposition( MatrixUtils.createRealMatrix( covariance ) );
		final boolean mirrored = determinant( svd.getU() ) * determinant( svd.getV() ) < 0;
		final RealMatrix sign = MatrixUtils.createRealDiagonalMatrix( new double[] { 1, 1, mirrored ? -1 : 1 } );
		final RealMatrix rotation = svd.getU().multiply( sign ).multiply( svd.getVT() );
		final double[] d = svd.getSingularValues();
		final double scale = ( d[ 0 ] + d[ 1 ] + ( mirrored ? -d[ 2 ] : d[ 2 ] ) ) / spread;
		final double[] m = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
		{
			m[ 4 * r + 3 ] = t[ r ];
			for ( int c = 0; c < 3; ++c )
			{
				m[ 4 * r + c ] = scale * rotation.getEntry( r, c );
				m[ 4 * r + 3 ] -= m[ 4 * r + c ] * s[ c ];
			}
		}
		return Similarity.fromAffine( Affine3D.of( m ), 0, 0, 0 );
	}

	private static double determinant( final RealMatrix a )
	{
		final double[][] m = a.getData();
		return m[ 0 ][ 0 ] * ( m[ 1 ][ 1 ] * m[ 2 ][ 2 ] - m[ 1 ][ 2 ] * m[ 2 ][ 1 ] )
				- m[ 0 ][ 1 ] * ( m[ 1 ][ 0 ] * m[ 2 ][ 2 ] - m[ 1 ][ 2 ] * m[ 2 ][ 0 ] )
				+ m[ 0 ][ 2 ] * ( m[ 1 ][ 0 ] * m[ 2 ][ 1 ] - m[ 1 ][ 1 ] * m[ 2 ][ 0 ] );
	}

	private static double[] mean( final List< double[] > points )
	{
		final double[] mean = new double[ 3 ];
		for ( final double[] point : points )
			for ( int d = 0; d < 3; ++d )
				mean[ d ] += point[ d ] / points.size();
		return mean;
	}
}
