/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.stream.IntStream;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Convolutions that keep the sum of an image and never make a positive image negative. Images are over (column, row) and
 * go on beyond their borders as their mirror images do; source and target may be the same image.
 * <p>
 * Gaussians are sampled by the discrete analogue of the Gaussian, {@code T( n ) = exp( -t ) I_n( t )} with I the modified
 * Bessel functions (Lindeberg 1990, "Scale-space for discrete signals", IEEE PAMI 12, 234-254): its variance is t exactly,
 * however small, and two blurs in a row are one blur of the sum of their variances. Its transfer function
 * {@code exp( t ( cos w - 1 ) )} is that of the Gaussian, {@code exp( -t w^2 / 2 )}, up to terms of {@code w^4}.
 */
public final class Blurring
{
	/** What a kernel may lack of the sum 1 when it is cut off; it is scaled to 1. */
	private static final double TAIL = 1e-6;

	/** Nodes and weights of the Gauss-Laguerre rule of three points (Abramowitz and Stegun 1964, table 25.9). */
	private static final double[] NODES = { 0.415774556783, 2.294280360279, 6.289945082937 };

	private static final double[] WEIGHTS = { 0.711093009929, 0.278517733569, 0.010389256502 };

	private Blurring()
	{}

	/**
	 * @param image
	 *            any image
	 * @param varianceX
	 *            of the Gaussian along the columns, in square pixels, 0 or more
	 * @param varianceY
	 *            along the rows, in square pixels
	 * @param target
	 *            receives the blurred image
	 */
	public static void gaussian( final RandomAccessibleInterval< FloatType > image, final double varianceX, final double varianceY,
			final RandomAccessibleInterval< FloatType > target )
	{
		final int columns = ( int ) image.dimension( 0 ), rows = ( int ) image.dimension( 1 );
		final float[] result = new float[ columns * rows ];
		addGaussian( FloatArrays.of( image ), columns, new double[] { varianceX, varianceY }, 1, result );
		FloatArrays.write( result, target );
	}

	/**
	 * Blurs with the modulation transfer function {@code 1 / ( 1 + H f^2 )}, f in cycles a mm, the usual fit to screens of
	 * cesium iodide. Because {@code 1 / ( 1 + x ) = integral of exp( -s ) exp( -s x )} over s from 0, it is a mixture of
	 * Gaussians of the variances {@code s H / ( 2 pi^2 )}, taken at the three nodes of a Gauss-Laguerre rule: within 0.002 of
	 * it where x is below 1 and 0.01 where x is below 2. On pixels of the spacing p, where f ends at {@code 1 / ( 2 p )}, the
	 * sampled Gaussians put {@code sin( pi f p ) / ( pi p )} in the place of f: the price of a kernel that is nowhere negative.
	 * With H = 0.3 mm2 the function is 0.776 at 1 and 0.488 at 2 cycles a mm on pixels of 0.1 mm, instead of 0.769 and 0.455.
	 *
	 * @param image
	 *            any image
	 * @param h
	 *            H, in mm2, 0 or more
	 * @param spacing
	 *            of the columns and of the rows, in mm
	 * @param target
	 *            receives the blurred image
	 */
	public static void lorentzian( final RandomAccessibleInterval< FloatType > image, final double h, final double[] spacing,
			final RandomAccessibleInterval< FloatType > target )
	{
		final int columns = ( int ) image.dimension( 0 ), rows = ( int ) image.dimension( 1 );
		final float[] values = FloatArrays.of( image ), result = new float[ columns * rows ];
		for ( int i = 0; i < NODES.length; ++i )
		{
			final double variance = NODES[ i ] * h / ( 2 * Math.PI * Math.PI );
			addGaussian( values, columns, new double[] { variance / ( spacing[ 0 ] * spacing[ 0 ] ),
					variance / ( spacing[ 1 ] * spacing[ 1 ] ) }, WEIGHTS[ i ], result );
		}
		FloatArrays.write( result, target );
	}

	/** Adds a weight times the blurred image, band after band of rows. */
	private static void addGaussian( final float[] values, final int columns, final double[] variance, final double weight,
			final float[] target )
	{
		final float[] across = kernel( variance[ 0 ] ), down = kernel( variance[ 1 ] );
		for ( int i = 0; i < down.length; ++i )
			down[ i ] *= weight;
		final int rows = values.length / columns;
		final float[] blurred = new float[ values.length ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, rows ).boxed().toList(),
				row -> blurRow( values, row * columns, columns, across, blurred ) );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, rows ).boxed().toList(), row -> {
			for ( int k = 1 - down.length; k < down.length; ++k )
			{
				final int from = mirrored( row + k, rows ) * columns, to = row * columns;
				final float factor = down[ Math.abs( k ) ];
				for ( int i = 0; i < columns; ++i )
					target[ to + i ] += factor * blurred[ from + i ];
			}
		} );
	}

	private static void blurRow( final float[] values, final int start, final int columns, final float[] kernel, final float[] target )
	{
		final int reach = kernel.length - 1;
		final float[] padded = new float[ columns + 2 * reach ];
		System.arraycopy( values, start, padded, reach, columns );
		for ( int i = 0; i < reach; ++i )
		{
			padded[ i ] = values[ start + mirrored( i - reach, columns ) ];
			padded[ reach + columns + i ] = values[ start + mirrored( columns + i, columns ) ];
		}
		for ( int k = -reach; k <= reach; ++k )
		{
			final float factor = kernel[ Math.abs( k ) ];
			for ( int i = 0; i < columns; ++i )
				target[ start + i ] += factor * padded[ reach + i + k ];
		}
	}

	/** @return the index that a mirror at the outer edge of the first and last pixel shows */
	private static int mirrored( final int index, final int size )
	{
		final int period = Math.floorMod( index, 2 * size );
		return period < size ? period : 2 * size - 1 - period;
	}

	/** @return T( 0 ), T( 1 ), ... by Miller's downward recurrence of the modified Bessel functions */
	static float[] kernel( final double variance )
	{
		if ( !( variance > 0 ) )
			return new float[] { 1 };
		final int start = 20 + ( int ) Math.ceil( 10 * Math.sqrt( variance ) + variance / 10 );
		final double[] bessel = new double[ start + 2 ];
		bessel[ start ] = 1e-300;
		for ( int n = start; n > 0; --n )
		{
			bessel[ n - 1 ] = bessel[ n + 1 ] + 2 * n / variance * bessel[ n ];
			if ( bessel[ n - 1 ] > 1e200 )
				for ( int m = n - 1; m <= start; ++m )
					bessel[ m ] *= 1e-200;
		}
		double sum = -bessel[ 0 ];
		for ( final double value : bessel )
			sum += 2 * value;
		int length = 1;
		double kept = bessel[ 0 ];
		while ( length < start && kept < ( 1 - TAIL ) * sum )
			kept += 2 * bessel[ length++ ];
		final float[] kernel = new float[ length ];
		for ( int n = 0; n < length; ++n )
			kernel[ n ] = ( float ) ( bessel[ n ] / kept );
		return kernel;
	}
}
