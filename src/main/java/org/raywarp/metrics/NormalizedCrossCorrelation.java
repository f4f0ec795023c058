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
 * Normalized cross-correlation of two images, over all their pixels: the mean product of their deviations from the
 * mean, over the product of their standard deviations (Pearson's r), -1 to 1.
 */
public final class NormalizedCrossCorrelation
{
	private NormalizedCrossCorrelation()
	{}

	/**
	 * @param a
	 *            an image of any dimension
	 * @param b
	 *            another of the same size
	 * @return their correlation; NaN where one of them is constant or holds NaN
	 * @throws IllegalArgumentException
	 *             if the sizes differ
	 * @implNote op names='raywarp.ncc'
	 */
	public static double of( final RandomAccessibleInterval< ? extends RealType< ? > > a,
			final RandomAccessibleInterval< ? extends RealType< ? > > b )
	{
		return of( a, b, null );
	}

	/**
	 * @param a
	 *            an image of any dimension
	 * @param b
	 *            another of the same size
	 * @param mask
	 *            of the same size, 0 where pixels are left out; null for none
	 * @return the correlation inside the mask; NaN where an image is constant there or holds NaN, or the mask is empty
	 * @throws IllegalArgumentException
	 *             if the sizes differ
	 */
	public static double of( final RandomAccessibleInterval< ? extends RealType< ? > > a,
			final RandomAccessibleInterval< ? extends RealType< ? > > b, final RandomAccessibleInterval< ? extends RealType< ? > > mask )
	{
		SameSize.require( a, b );
		if ( mask != null )
			SameSize.require( a, mask );
		final float[] x = FloatArrays.of( a ), y = FloatArrays.of( b ), m = mask == null ? null : FloatArrays.of( mask );
		final double[] sums = sum( x, y, m, 0, 0 );
		final double count = sums[ 5 ];
		final double[] central = sum( x, y, m, sums[ 0 ] / count, sums[ 1 ] / count );
		return central[ 4 ] / Math.sqrt( central[ 2 ] * central[ 3 ] );
	}

	/** Sums of x, y, x^2, y^2, xy and 1, of values less an offset; in an order that does not depend on the threads. */
	private static double[] sum( final float[] x, final float[] y, final float[] mask, final double offsetX, final double offsetY )
	{
		final int chunk = 1 << 16, chunks = ( x.length + chunk - 1 ) / chunk;
		final double[][] parts = new double[ chunks ][];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, chunks ).boxed().toList(), c -> {
			double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
			long n = 0;
			for ( int i = c * chunk; i < Math.min( x.length, ( c + 1 ) * chunk ); ++i )
				if ( mask == null || mask[ i ] != 0 )
				{
					final double u = x[ i ] - offsetX, v = y[ i ] - offsetY;
					sx += u;
					sy += v;
					sxx += u * u;
					syy += v * v;
					sxy += u * v;
					++n;
				}
			parts[ c ] = new double[] { sx, sy, sxx, syy, sxy, n };
		} );
		return Arrays.stream( parts ).reduce( new double[ 6 ],
				( s, p ) -> IntStream.range( 0, 6 ).mapToDouble( i -> s[ i ] + p[ i ] ).toArray() );
	}
}
