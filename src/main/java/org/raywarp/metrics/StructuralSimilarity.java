/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

/**
 * The mean structural similarity index of two images (Wang et al. 2004): Gaussian weights of standard deviation 1.5
 * over 11 pixels along each axis, K1 = 0.01, K2 = 0.03, population covariance. Only windows that lie in the image whole
 * count: a border of 5 pixels is left out of the mean. Computed in double precision.
 */
public final class StructuralSimilarity
{
	/** Number of pixels of the window along each axis. */
	public static final int WINDOW = 11;

	/** Number of slices that a thread filters together: few enough for its cache. */
	private static final int BLOCK = 4;

	private static final double[] GAUSSIAN = gaussian();

	private final float[] a, b;

	/** Pixels along x and y. */
	private final int nx, ny;

	/** Whether the window has no extent along z. */
	private final boolean planar;

	private final double c1, c2;

	private StructuralSimilarity( final float[] a, final float[] b, final long[] size, final double range )
	{
		this.a = a;
		this.b = b;
		this.nx = ( int ) size[ 0 ];
		this.ny = ( int ) size[ 1 ];
		this.planar = size.length == 2;
		this.c1 = 1e-4 * range * range;
		this.c2 = 9e-4 * range * range;
	}

	private static double[] gaussian()
	{
		final double[] w =
				IntStream.range( 0, WINDOW ).mapToDouble( i -> Math.exp( -( i - WINDOW / 2 ) * ( i - WINDOW / 2 ) / 4.5 ) ).toArray();
		final double sum = Arrays.stream( w ).sum();
		return Arrays.stream( w ).map( v -> v / sum ).toArray();
	}

	/**
	 * @param a
	 *            an image of two or three dimensions
	 * @param b
	 *            another of the same size
	 * @param range
	 *            the range of values, L of Wang et al., such as the difference of the greatest and least value of the
	 *            reference
	 * @return the mean index, at most 1; NaN where an image holds NaN
	 * @throws IllegalArgumentException
	 *             if the sizes differ, or one is less than 11, or the range is not positive
	 * @implNote op names='raywarp.ssim'
	 */
	public static double of( final RandomAccessibleInterval< ? extends RealType< ? > > a,
			final RandomAccessibleInterval< ? extends RealType< ? > > b, final double range )
	{
		SameSize.require( a, b );
		final long[] size = a.dimensionsAsLongArray();
		if ( size.length < 2 || size.length > 3 || Arrays.stream( size ).anyMatch( n -> n < WINDOW ) )
			throw new IllegalArgumentException(
					"Structural similarity needs two or three dimensions of at least " + WINDOW + " pixels, not "
							+ Arrays.toString( size ) + "." );
		if ( !( range > 0 ) || Double.isInfinite( range ) )
			throw new IllegalArgumentException( "Structural similarity needs a positive range of values, not " + range + "." );
		final StructuralSimilarity ssim = new StructuralSimilarity( FloatArrays.of( a ), FloatArrays.of( b ), size, range );
		final int slices = size.length == 3 ? ( int ) size[ 2 ] - WINDOW + 1 : 1;
		final int blocks = ( slices + BLOCK - 1 ) / BLOCK;
		final double[] sums = new double[ blocks ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, blocks ).boxed().toList(),
				block -> sums[ block ] = ssim.sumOfSlices( block * BLOCK, Math.min( BLOCK, slices - block * BLOCK ) ) );
		return Arrays.stream( sums ).sum() / ( ( double ) slices * ( size[ 0 ] - WINDOW + 1 ) * ( size[ 1 ] - WINDOW + 1 ) );
	}

	/**
	 * The sum of the index over the windows that start at some slices. Goes along y with one row of each slice at a time: a
	 * row holds a, b, a^2, b^2, ab, one after the other, and is filtered along z, then y, then x.
	 */
	private double sumOfSlices( final int firstZ, final int count )
	{
		final int depth = planar ? 1 : WINDOW;
		final double[][] rows = new double[ count + depth - 1 ][ 5 * nx ], taps = new double[ WINDOW ][];
		final double[][][] alongZ = new double[ count ][ WINDOW ][ 5 * nx ];
		final double[] alongY = new double[ 5 * nx ], alongX = new double[ 5 * nx - WINDOW + 1 ];
		double sum = 0;
		for ( int y = 0; y < ny; ++y )
		{
			for ( int s = 0; s < rows.length; ++s )
				fillMoments( nx * ( y + ny * ( firstZ + s ) ), rows[ s ] );
			for ( int c = 0; c < count; ++c )
			{
				final double[] row = alongZ[ c ][ y % WINDOW ];
				if ( planar )
					System.arraycopy( rows[ c ], 0, row, 0, row.length );
				else
				{
					System.arraycopy( rows, c, taps, 0, WINDOW );
					filter( taps, row );
				}
				if ( y < WINDOW - 1 )
					continue;
				for ( int k = 0; k < WINDOW; ++k )
					taps[ k ] = alongZ[ c ][ ( y + 1 + k ) % WINDOW ];
				filter( taps, alongY );
				filterAlongRow( alongY, alongX );
				sum += sumOfRow( alongX );
			}
		}
		return sum;
	}

	private void fillMoments( final int first, final double[] row )
	{
		final int n = nx;
		for ( int x = 0; x < n; ++x )
		{
			row[ x ] = a[ first + x ];
			row[ n + x ] = b[ first + x ];
		}
		for ( int x = 0; x < n; ++x )
			row[ 2 * n + x ] = row[ x ] * row[ x ];
		for ( int x = 0; x < n; ++x )
			row[ 3 * n + x ] = row[ n + x ] * row[ n + x ];
		for ( int x = 0; x < n; ++x )
			row[ 4 * n + x ] = row[ x ] * row[ n + x ];
	}

	private static void filter( final double[][] taps, final double[] target )
	{
		scale( GAUSSIAN[ WINDOW / 2 ], taps[ WINDOW / 2 ], 0, target );
		for ( int k = 0; k < WINDOW / 2; ++k )
			addPair( GAUSSIAN[ k ], taps[ k ], 0, taps[ WINDOW - 1 - k ], 0, target );
	}

	private static void filterAlongRow( final double[] row, final double[] target )
	{
		scale( GAUSSIAN[ WINDOW / 2 ], row, WINDOW / 2, target );
		for ( int k = 0; k < WINDOW / 2; ++k )
			addPair( GAUSSIAN[ k ], row, k, row, WINDOW - 1 - k, target );
	}

	private static void scale( final double weight, final double[] source, final int offset, final double[] target )
	{
		for ( int x = 0; x < target.length; ++x )
			target[ x ] = weight * source[ x + offset ];
	}

	/** One loop for each pair of taps: a longer loop body is not turned into vector instructions. */
	private static void addPair( final double weight, final double[] u, final int offsetU, final double[] v, final int offsetV,
			final double[] target )
	{
		for ( int x = 0; x < target.length; ++x )
			target[ x ] += weight * ( u[ x + offsetU ] + v[ x + offsetV ] );
	}

	/** Leaves the index of each window in the first of the moments. */
	private double sumOfRow( final double[] moments )
	{
		final int n = nx;
		for ( int x = 0; x <= n - WINDOW; ++x )
		{
			final double ma = moments[ x ], mb = moments[ n + x ], mab = ma * mb, squares = ma * ma + mb * mb;
			final double variances = moments[ 2 * n + x ] + moments[ 3 * n + x ] - squares, covariance = moments[ 4 * n + x ] - mab;
			moments[ x ] = ( 2 * mab + c1 ) * ( 2 * covariance + c2 ) / ( ( squares + c1 ) * ( variances + c2 ) );
		}
		double sum = 0;
		for ( int x = 0; x <= n - WINDOW; ++x )
			sum += moments[ x ];
		return sum;
	}
}
