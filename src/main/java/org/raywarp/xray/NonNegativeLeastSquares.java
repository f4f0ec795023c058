/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The active-set method for {@code min | A x - b |} with {@code x >= 0} (C. L. Lawson and R. J. Hanson, Solving Least
 * Squares Problems, Prentice-Hall 1974, chapter 23). It starts from 0 and lets one component at a time become positive, so
 * that the solution has few of them.
 */
final class NonNegativeLeastSquares
{
	private final RealMatrix a;

	private final RealVector b;

	/** The components that may be positive. */
	private final List< Integer > free = new ArrayList<>();

	private double[] x;

	private NonNegativeLeastSquares( final double[][] a, final double[] b )
	{
		this.a = new Array2DRowRealMatrix( a, false );
		this.b = new ArrayRealVector( b, false );
		this.x = new double[ a[ 0 ].length ];
	}

	/**
	 * @param a
	 *            the matrix, by row
	 * @param b
	 *            the right-hand side
	 * @param tolerance
	 *            the largest component of the residual that ends the search
	 * @return x; where the tolerance cannot be reached, with the smallest residual found
	 */
	static double[] solve( final double[][] a, final double[] b, final double tolerance )
	{
		final NonNegativeLeastSquares problem = new NonNegativeLeastSquares( a, b );
		for ( int step = 0; step < 3 * problem.x.length; ++step )
		{
			final RealVector residual = problem.b.subtract( problem.a.operate( new ArrayRealVector( problem.x, false ) ) );
			if ( residual.getLInfNorm() <= tolerance || !problem.release( residual ) )
				break;
			problem.descend();
		}
		return problem.x;
	}

	/** Frees the component along which the residual falls fastest. */
	private boolean release( final RealVector residual )
	{
		final double[] gradient = a.preMultiply( residual ).toArray();
		for ( final int component : free )
			gradient[ component ] = 0;
		int steepest = 0;
		for ( int i = 1; i < gradient.length; ++i )
			if ( gradient[ i ] > gradient[ steepest ] )
				steepest = i;
		// Beyond this only rounding is left to gain.
		if ( gradient[ steepest ] <= 1e-13 * b.getNorm() || free.size() == a.getRowDimension() )
			return false;
		free.add( steepest );
		return true;
	}

	/** Goes to the least squares solution of the free components, or to where the first of them reaches 0, again and again. */
	private void descend()
	{
		while ( !free.isEmpty() )
		{
			final double[] best = leastSquares();
			double step = 1;
			for ( int i = 0; i < best.length; ++i )
				if ( best[ i ] <= 0 )
					step = Math.min( step, x[ free.get( i ) ] / ( x[ free.get( i ) ] - best[ i ] ) );
			final boolean done = step == 1 && Arrays.stream( best ).allMatch( value -> value > 0 );
			final double[] next = new double[ x.length ];
			for ( int i = 0; i < best.length; ++i )
			{
				final int component = free.get( i );
				next[ component ] = done ? best[ i ] : Math.max( 0, x[ component ] + step * ( best[ i ] - x[ component ] ) );
			}
			x = next;
			if ( done || !free.removeIf( component -> next[ component ] <= 1e-15 ) )
				return;
		}
	}

	private double[] leastSquares()
	{
		final int[] rows = new int[ a.getRowDimension() ];
		Arrays.setAll( rows, i -> i );
		final int[] columns = free.stream().mapToInt( Integer::intValue ).toArray();
		return new QRDecomposition( a.getSubMatrix( rows, columns ) ).getSolver().solve( b ).toArray();
	}
}
