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

	private static final double[] GAUSSIAN = gaussian();

	private final float[] a, b;

	/** Pixels along x and y. */
	private final int nx, ny;

	/** Weights along z: those of the Gaussian, or 1 for a two-dimensional image. */
	private final double[] weightsZ;

	private final double c1, c2;

	private StructuralSimilarity( final float[] a, final float[] b, final long[] size, final double range )
	{
		this.a = a;
		this.b = b;
		this.nx = ( int ) size[ 0 ];
		this.ny = ( int ) size[ 1 ];
		this.weightsZ = size.length == 3 ? GAUSSIAN : new double[] { 1 };
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
		final double[] sums = new double[ slices ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, slices ).boxed().toList(), z -> sums[ z ] = ssim.sumOfSlice( z ) );
		return Arrays.stream( sums ).sum() / ( ( double ) slices * ( size[ 0 ] - WINDOW + 1 ) * ( size[ 1 ] - WINDOW + 1 ) );
	}

	/** The sum of the index over the windows that start at slice z. Rows hold a, b, a^2, b^2, ab, one after the other. */
	private double sumOfSlice( final int z )
	{
		final double[][] alongZ = new double[ WINDOW ][ 5 * nx ];
		final double[] alongY = new double[ 5 * nx ], alongX = new double[ 5 * nx - WINDOW + 1 ];
		final double[][] rows = new double[ 4 ][ nx ];
		double sum = 0;
		for ( int y = 0; y < ny; ++y )
		{
			final double[] row = alongZ[ y % WINDOW ];
			Arrays.fill( row, 0 );
			for ( int k = 0, l = weightsZ.length - 1; k <= l; ++k, --l )
			{
				copyRow( a, y, z + k, rows[ 0 ] );
				copyRow( b, y, z + k, rows[ 1 ] );
				copyRow( a, y, z + l, rows[ 2 ] );
				copyRow( b, y, z + l, rows[ 3 ] );
				addMoments( pairWeight( weightsZ, k ), rows, row );
			}
			if ( y < WINDOW - 1 )
				continue;
			Arrays.fill( alongY, 0 );
			Arrays.fill( alongX, 0 );
			for ( int k = 0, l = WINDOW - 1; k <= l; ++k, --l )
				addPair( pairWeight( GAUSSIAN, k ), alongZ[ ( y + 1 + k ) % WINDOW ], 0, alongZ[ ( y + 1 + l ) % WINDOW ], 0, alongY );
			for ( int k = 0, l = WINDOW - 1; k <= l; ++k, --l )
				addPair( pairWeight( GAUSSIAN, k ), alongY, k, alongY, l, alongX );
			sum += sumOfRow( alongX );
		}
		return sum;
	}

	/** The weight of taps k and n - 1 - k, which are equal; the middle one pairs with itself. */
	private static double pairWeight( final double[] weights, final int k )
	{
		return k == weights.length - 1 - k ? weights[ k ] / 2 : weights[ k ];
	}

	private void copyRow( final float[] image, final int y, final int z, final double[] row )
	{
		final int first = nx * ( y + ny * z );
		for ( int x = 0; x < row.length; ++x )
			row[ x ] = image[ first + x ];
	}

	private static void addMoments( final double weight, final double[][] rows, final double[] target )
	{
		final double[] a = rows[ 0 ], b = rows[ 1 ], c = rows[ 2 ], d = rows[ 3 ];
		final int n = a.length;
		for ( int x = 0; x < n; ++x )
			target[ x ] += weight * ( a[ x ] + c[ x ] );
		for ( int x = 0; x < n; ++x )
			target[ n + x ] += weight * ( b[ x ] + d[ x ] );
		for ( int x = 0; x < n; ++x )
			target[ 2 * n + x ] += weight * ( a[ x ] * a[ x ] + c[ x ] * c[ x ] );
		for ( int x = 0; x < n; ++x )
			target[ 3 * n + x ] += weight * ( b[ x ] * b[ x ] + d[ x ] * d[ x ] );
		for ( int x = 0; x < n; ++x )
			target[ 4 * n + x ] += weight * ( a[ x ] * b[ x ] + c[ x ] * d[ x ] );
	}

	private static void addPair( final double weight, final double[] u, final int offsetU, final double[] v, final int offsetV,
			final double[] target )
	{
		for ( int x = 0; x < target.length; ++x )
			target[ x ] += weight * ( u[ x + offsetU ] + v[ x + offsetV ] );
	}

	private double sumOfRow( final double[] moments )
	{
		double sum = 0;
		for ( int x = 0; x <= nx - WINDOW; ++x )
		{
			final double ma = moments[ x ], mb = moments[ nx + x ], mab = ma * mb, squares = ma * ma + mb * mb;
			final double variances = moments[ 2 * nx + x ] + moments[ 3 * nx + x ] - squares, covariance = moments[ 4 * nx + x ] - mab;
			sum += ( 2 * mab + c1 ) * ( 2 * covariance + c2 ) / ( ( squares + c1 ) * ( variances + c2 ) );
		}
		return sum;
	}
}
