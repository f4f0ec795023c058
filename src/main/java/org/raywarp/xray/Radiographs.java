/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.RandomGeneratorFactory;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * From line integrals to what a detector sees, and back to log attenuation. Intensities are relative to the unattenuated
 * beam: 1 where nothing is in the way. Images are over (column, row); source and target may be the same image.
 */
public final class Radiographs
{
	/**
	 * Above this mean, counts are drawn from the rounded normal law, whose distribution function is then within 0.005 of
	 * Poisson's: a draw of Poisson's law takes time in proportion to its mean.
	 */
	private static final double NORMAL_ABOVE = 200;

	private Radiographs()
	{}

	/**
	 * The law of Beer and Lambert: {@code I / I0 = exp( -L )}.
	 *
	 * @param lineIntegrals
	 *            L, dimensionless
	 * @param target
	 *            receives the intensities, 1 where L is 0
	 */
	public static void intensity( final RandomAccessibleInterval< FloatType > lineIntegrals,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( lineIntegrals ), result = new float[ values.length ];
		for ( int i = 0; i < values.length; ++i )
			result[ i ] = ( float ) Math.exp( -values[ i ] );
		FloatArrays.write( result, target );
	}

	/**
	 * Log attenuation {@code -ln( I / I0 )}.
	 *
	 * @param intensity
	 *            relative intensities; below 1.2e-38, which a detector cannot tell from nothing, they count as that
	 * @param target
	 *            receives the log attenuation, dimensionless, at most 87.4
	 */
	public static void logAttenuation( final RandomAccessibleInterval< FloatType > intensity,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( intensity ), result = new float[ values.length ];
		for ( int i = 0; i < values.length; ++i )
			result[ i ] = ( float ) ( 0 - Math.log( Math.max( values[ i ], Float.MIN_NORMAL ) ) );
		FloatArrays.write( result, target );
	}

	/**
	 * Counts photons: every intensity becomes {@code N / photons} with N from the Poisson law of mean
	 * {@code photons * intensity}. A pixel without a photon counts as half a photon, so that its logarithm is finite. Every
	 * pixel row has its own random numbers, derived from the seed: the result does not depend on the number of threads.
	 *
	 * @param intensity
	 *            relative intensities
	 * @param photons
	 *            mean number of photons of an unattenuated pixel, positive
	 * @param seed
	 *            of the random numbers
	 * @param target
	 *            receives relative intensities, positive
	 */
	public static void countPhotons( final RandomAccessibleInterval< FloatType > intensity, final double photons, final long seed,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( intensity ), result = new float[ values.length ];
		final int columns = ( int ) intensity.dimension( 0 ), rows = ( int ) intensity.dimension( 1 );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, rows ).boxed().toList(), row -> {
			final RandomGenerator random = RandomGeneratorFactory.createRandomGenerator( new Random( RandomSeeds.derive( seed, row ) ) );
			for ( int i = row * columns; i < ( row + 1 ) * columns; ++i )
				result[ i ] = ( float ) ( Math.max( 0.5, poisson( photons * values[ i ], random ) ) / photons );
		} );
		FloatArrays.write( result, target );
	}

	private static double poisson( final double mean, final RandomGenerator random )
	{
		if ( !( mean > 0 ) )
			return 0;
		if ( mean > NORMAL_ABOVE )
			return Math.rint( mean + Math.sqrt( mean ) * random.nextGaussian() );
		return new PoissonDistribution( random, mean, PoissonDistribution.DEFAULT_EPSILON, PoissonDistribution.DEFAULT_MAX_ITERATIONS )
				.sample();
	}

	/**
	 * Averages blocks of pixels, as a detector of larger pixels does with intensities.
	 *
	 * @param fine
	 *            an image of {@code factor} times the target's columns and rows
	 * @param factor
	 *            side of a block, in pixels
	 * @param target
	 *            receives the means
	 */
	public static void average( final RandomAccessibleInterval< FloatType > fine, final int factor,
			final RandomAccessibleInterval< FloatType > target )
	{
		final int columns = ( int ) target.dimension( 0 ), rows = ( int ) target.dimension( 1 );
		if ( fine.dimension( 0 ) != ( long ) columns * factor || fine.dimension( 1 ) != ( long ) rows * factor )
			throw new IllegalArgumentException(
					"Blocks of " + factor + " x " + factor + " pixels of an image of " + fine.dimension( 0 ) + " x "
							+ fine.dimension( 1 ) + " do not make " + columns + " x " + rows + " pixels." );
		final float[] values = FloatArrays.of( fine ), result = new float[ columns * rows ];
		for ( int row = 0; row < rows * factor; ++row )
			for ( int column = 0; column < columns * factor; ++column )
				result[ row / factor * columns + column / factor ] += values[ row * columns * factor + column ];
		for ( int i = 0; i < result.length; ++i )
			result[ i ] /= factor * factor;
		FloatArrays.write( result, target );
	}

	/**
	 * Averages over the areas of larger or smaller pixels: both rasters cover the same plate, and a target's pixel takes each
	 * pixel of the source by the part of its own area that both share. Where there is a whole number of source pixels to a
	 * target's, these are the means of blocks.
	 *
	 * @param source
	 *            an image of any number of columns and rows
	 * @param target
	 *            receives the means
	 */
	public static void average( final RandomAccessibleInterval< FloatType > source, final RandomAccessibleInterval< FloatType > target )
	{
		final int columns = ( int ) source.dimension( 0 ), newColumns = ( int ) target.dimension( 0 );
		final int rows = ( int ) source.dimension( 1 ), newRows = ( int ) target.dimension( 1 );
		final int factor = columns / newColumns;
		if ( columns == factor * newColumns && rows == factor * newRows )
		{
			average( source, factor, target );
			return;
		}
		final float[] values = FloatArrays.of( source ), result = new float[ newColumns * newRows ];
		final double[] line = new double[ columns ];
		for ( int row = 0; row < newRows; ++row )
		{
			Arrays.fill( line, 0 );
			for ( int r = first( row, rows, newRows ); r < end( row, rows, newRows ); ++r )
			{
				final double part = shared( r, row, rows, newRows );
				for ( int c = 0; c < columns; ++c )
					line[ c ] += part * values[ r * columns + c ];
			}
			for ( int column = 0; column < newColumns; ++column )
			{
				double sum = 0;
				for ( int c = first( column, columns, newColumns ); c < end( column, columns, newColumns ); ++c )
					sum += shared( c, column, columns, newColumns ) * line[ c ];
				result[ row * newColumns + column ] = ( float ) sum;
			}
		}
		FloatArrays.write( result, target );
	}

	/** The first of n pixels that the i-th of m pixels touches. */
	private static int first( final int i, final int n, final int m )
	{
		return ( int ) ( ( long ) i * n / m );
	}

	/** One past the last of n pixels that the i-th of m pixels touches. */
	private static int end( final int i, final int n, final int m )
	{
		return ( int ) ( ( ( i + 1L ) * n + m - 1 ) / m );
	}

	/** The part of the i-th of m pixels that the p-th of n pixels covers. */
	private static double shared( final int p, final int i, final int n, final int m )
	{
		final double from = Math.max( ( double ) p / n, ( double ) i / m ), to = Math.min( ( p + 1.0 ) / n, ( i + 1.0 ) / m );
		return m * ( to - from );
	}
}
