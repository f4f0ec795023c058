/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The greatest eigenvectors of the covariance matrix of a sum of Gaussian kernels over many points, without the matrix:
 * pivoted Cholesky (Harbrecht, Peters and Schneider 2012, Applied Numerical Mathematics 62, 428-440) until the greatest
 * variance left is small, then the eigenvectors of the product.
 */
final class LowRankKernel
{
	private LowRankKernel()
	{}

	/**
	 * @param points
	 *            x, y, z of each point in mm
	 * @param kernels
	 *            whose sum is the covariance of one component
	 * @param rank
	 *            how many eigenvectors at most
	 * @param left
	 *            the share of the variance at a point that may be left out
	 * @return orthogonal vectors over the points, each as long as its standard deviation, the longest first
	 */
	static List< double[] > factor( final double[] points, final List< GaussianKernel > kernels, final int rank, final double left )
	{
		final int n = points.length / 3;
		final double variance = kernels.stream().mapToDouble( k -> k.at( 0 ) ).sum();
		final double[] rest = new double[ n ];
		Arrays.fill( rest, variance );
		final List< double[] > columns = new ArrayList<>();
		while ( columns.size() < Math.min( rank, n ) )
		{
			int pivot = 0;
			for ( int i = 1; i < n; ++i )
				if ( rest[ i ] > rest[ pivot ] )
					pivot = i;
			if ( !( rest[ pivot ] > left * variance ) )
				break;
			columns.add( column( points, kernels, columns, pivot, rest ) );
		}
		return principal( columns, columns.size() );
	}

	private static double[] column( final double[] p, final List< GaussianKernel > kernels, final List< double[] > columns, final int pivot,
			final double[] rest )
	{
		final double[] column = new double[ rest.length ];
		final double root = Math.sqrt( rest[ pivot ] );
		for ( int i = 0; i < column.length; ++i )
		{
			final double x = p[ 3 * i ] - p[ 3 * pivot ], y = p[ 3 * i + 1 ] - p[ 3 * pivot + 1 ], z = p[ 3 * i + 2 ] - p[ 3 * pivot + 2 ];
			double covariance = 0;
			for ( final GaussianKernel kernel : kernels )
				covariance += kernel.at( x * x + y * y + z * z );
			column[ i ] = covariance;
		}
		for ( final double[] before : columns )
			for ( int i = 0; i < column.length; ++i )
				column[ i ] -= before[ pivot ] * before[ i ];
		for ( int i = 0; i < column.length; ++i )
		{
			column[ i ] /= root;
			rest[ i ] = Math.max( 0, rest[ i ] - column[ i ] * column[ i ] );
		}
		rest[ pivot ] = 0;
		return column;
	}

	/**
	 * @param columns
	 *            of a factor F
	 * @param count
	 *            how many axes at most
	 * @return the principal axes of {@code F F^T}, each as long as its standard deviation, the longest first; those too short
	 *         to be told from rounding are left out
	 */
	static List< double[] > principal( final List< double[] > columns, final int count )
	{
		final int r = columns.size();
		final double[][] gram = new double[ r ][ r ];
		for ( int i = 0; i < r; ++i )
			for ( int j = 0; j <= i; ++j )
				gram[ i ][ j ] = gram[ j ][ i ] = dot( columns.get( i ), columns.get( j ) );
		final List< double[] > axes = new ArrayList<>();
		if ( r == 0 )
			return axes;
		final EigenDecomposition eigen = new EigenDecomposition( new Array2DRowRealMatrix( gram, false ) );
		final double[] values = eigen.getRealEigenvalues();
		final Integer[] order = new Integer[ r ];
		Arrays.setAll( order, i -> i );
		Arrays.sort( order, ( a, b ) -> Double.compare( values[ b ], values[ a ] ) );
		for ( final int j : order )
		{
			if ( axes.size() == count || !( values[ j ] > 1e-9 * values[ order[ 0 ] ] ) )
				break;
			final double[] axis = new double[ columns.get( 0 ).length ];
			int largest = 0;
			for ( int k = 0; k < r; ++k )
			{
				final double share = eigen.getV().getEntry( k, j );
				final double[] column = columns.get( k );
				for ( int i = 0; i < axis.length; ++i )
					axis[ i ] += share * column[ i ];
			}
			for ( int i = 1; i < axis.length; ++i )
				largest = Math.abs( axis[ i ] ) > Math.abs( axis[ largest ] ) ? i : largest;
			// An eigenvector has no sign of its own.
			if ( axis[ largest ] < 0 )
				for ( int i = 0; i < axis.length; ++i )
					axis[ i ] = -axis[ i ];
			axes.add( axis );
		}
		return axes;
	}

	private static double dot( final double[] a, final double[] b )
	{
		double sum = 0;
		for ( int i = 0; i < a.length; ++i )
			sum += a[ i ] * b[ i ];
		return sum;
	}
}
