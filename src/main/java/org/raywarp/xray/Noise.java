/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The noise of a detector. Every pixel row has its own random numbers, derived from the seed: results do not depend on the
 * number of threads. Images are over (column, row); source and target may be the same image.
 */
public final class Noise
{
	/** Keeps the random numbers of the electronics apart from those of the photons. */
	private static final long ELECTRONICS = 0x656C6563L;

	private Noise()
	{}

	/**
	 * Draws the signal of photons that arrive at random: a compound Poisson sum of the given mean m and variance
	 * {@code v = secondMoment / photons}. It is drawn as the scaled Poisson variable {@code ( v / m ) N} with N of mean
	 * {@code m^2 / v}, which has the mean and the variance of the sum exactly; its third moment is too small by the
	 * spread of the energies, which matters below some tens of photons alone. A pixel without a photon counts as half of
	 * one, so that its logarithm is finite. Where the second moment is the same image as the mean, this is
	 * {@link Radiographs#countPhotons}, bit for bit.
	 *
	 * @param signal
	 *            means and second moments relative to the open beam, as {@link PrimarySignal} says
	 * @param photons
	 *            mean number of photons of an unattenuated pixel, positive
	 * @param seed
	 *            of the random numbers
	 * @param target
	 *            receives relative signals, positive
	 */
	public static void quantum( final PrimarySignal signal, final double photons, final long seed,
			final RandomAccessibleInterval< FloatType > target )
	{
		if ( signal.secondMoment() == signal.mean() )
		{
			Radiographs.countPhotons( signal.mean(), photons, seed, target );
			return;
		}
		final float[] mean = FloatArrays.of( signal.mean() ), second = FloatArrays.of( signal.secondMoment() );
		final float[] result = new float[ mean.length ];
		forEachRow( target, seed, ( random, i ) -> {
			final double unit = mean[ i ] > 0 ? ( double ) second[ i ] / mean[ i ] : 1;
			result[ i ] = ( float ) ( Math.max( 0.5, PoissonSampler.draw( photons * mean[ i ] / unit, random ) ) / photons * unit );
		} );
		FloatArrays.write( result, target );
	}

	/**
	 * Adds the noise of the electronics: normal, of one standard deviation everywhere, independent from pixel to pixel.
	 *
	 * @param signal
	 *            relative signals
	 * @param standardDeviation
	 *            of the noise, relative to the signal of the open beam, positive
	 * @param seed
	 *            of the random numbers
	 * @param target
	 *            receives relative signals; what would fall below half a standard deviation is that, so that its logarithm
	 *            is finite
	 */
	public static void electronic( final RandomAccessibleInterval< FloatType > signal, final double standardDeviation, final long seed,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( signal ), result = new float[ values.length ];
		forEachRow( target, RandomSeeds.derive( seed, ELECTRONICS ), ( random, i ) -> result[ i ] = ( float ) Math
				.max( standardDeviation / 2, values[ i ] + standardDeviation * random.nextGaussian() ) );
		FloatArrays.write( result, target );
	}

	private static void forEachRow( final RandomAccessibleInterval< FloatType > image, final long seed,
			final ObjIntConsumer< RandomGenerator > draw )
	{
		final int columns = ( int ) image.dimension( 0 ), rows = ( int ) image.dimension( 1 );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, rows ).boxed().toList(), row -> {
			final RandomGenerator random = new SplittableRandom( RandomSeeds.derive( seed, row ) );
			for ( int i = row * columns; i < ( row + 1 ) * columns; ++i )
				draw.accept( random, i );
		} );
	}
}
