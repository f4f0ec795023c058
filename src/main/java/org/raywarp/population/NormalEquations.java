/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * The normal equations of a weighted linear least-squares problem, summed row by row.
 */
final class NormalEquations
{
	/** Rows added at a time. */
	private static final int BLOCK = 4;

	private final int size;

	/** Lower triangle. */
	private final double[][] matrix;

	private final double[] right;

	private final double[][] block;

	private int pending;

	NormalEquations( final int size )
	{
		this.size = size;
		matrix = new double[ size ][];
		for ( int i = 0; i < size; ++i )
			matrix[ i ] = new double[ i + 1 ];
		right = new double[ size ];
		block = new double[ BLOCK ][ size + 1 ];
	}

	/**
	 * @param row
	 *            coefficients, then the right-hand side
	 * @param weight
	 *            of its square
	 */
	void add( final double[] row, final double weight )
	{
		final double root = Math.sqrt( weight );
		for ( int i = 0; i <= size; ++i )
			block[ pending ][ i ] = root * row[ i ];
		if ( ++pending == BLOCK )
			flush();
	}

	private void flush()
	{
		for ( ; pending > 0 && pending < BLOCK; ++pending )
			Arrays.fill( block[ pending ], 0 );
		if ( pending == 0 )
			return;
		final double[] a = block[ 0 ], b = block[ 1 ], c = block[ 2 ], d = block[ 3 ];
		for ( int i = 0; i < size; ++i )
		{
			final double ai = a[ i ], bi = b[ i ], ci = c[ i ], di = d[ i ];
			final double[] m = matrix[ i ];
			for ( int j = 0; j <= i; ++j )
				m[ j ] += ai * a[ j ] + bi * b[ j ] + ci * c[ j ] + di * d[ j ];
			right[ i ] += ai * a[ size ] + bi * b[ size ] + ci * c[ size ] + di * d[ size ];
		}
		pending = 0;
	}

	/**
	 * @param other
	 *            whose sums are added to these
	 */
	void add( final NormalEquations other )
	{
		flush();
		other.flush();
		for ( int i = 0; i < size; ++i )
		{
			for ( int j = 0; j <= i; ++j )
				matrix[ i ][ j ] += other.matrix[ i ][ j ];
			right[ i ] += other.right[ i ];
		}
	}

	/**
	 * @param deviations
	 *            the standard deviation of each unknown beforehand, about 0
	 * @return the most likely values
	 */
	double[] solve( final double[] deviations )
	{
		flush();
		final double[][] full = new double[ size ][ size ];
		for ( int i = 0; i < size; ++i )
		{
			for ( int j = 0; j <= i; ++j )
				full[ i ][ j ] = full[ j ][ i ] = matrix[ i ][ j ];
			full[ i ][ i ] += 1 / ( deviations[ i ] * deviations[ i ] );
		}
		return new CholeskyDecomposition( new Array2DRowRealMatrix( full, false ), 1e-9, 0 ).getSolver()
				.solve( new ArrayRealVector( right, false ) ).toArray();
	}
}
