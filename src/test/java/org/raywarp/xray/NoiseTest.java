/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

class NoiseTest
{
	private static final int SIZE = 400;

	private static RandomAccessibleInterval< FloatType > constant( final double value )
	{
		final float[] values = new float[ SIZE * SIZE ];
		Arrays.fill( values, ( float ) value );
		return ArrayImgs.floats( values, SIZE, SIZE );
	}

	private static double mean( final float[] values )
	{
		double sum = 0;
		for ( final float value : values )
			sum += value;
		return sum / values.length;
	}

	private static double variance( final float[] values )
	{
		final double mean = mean( values );
		double sum = 0;
		for ( final float value : values )
			sum += ( value - mean ) * ( value - mean );
		return sum / values.length;
	}

	/** Two energies behind a body that lets through a half and a quarter, in a layer of cesium iodide. */
	private static PrimarySignal twoEnergies()
	{
		final DetectorResponse response = CesiumIodideResponse.STANDARD;
		final double open = 0.6 * response.signal( 40 ) + 0.4 * response.signal( 90 );
		final double mean = 0.6 * 0.25 * response.signal( 40 ) + 0.4 * 0.5 * response.signal( 90 );
		final double second = 0.6 * 0.25 * response.secondMoment( 40 ) + 0.4 * 0.5 * response.secondMoment( 90 );
		return new PrimarySignal( constant( mean / open ), constant( second / ( open * open ) ) );
	}

	@Test
	void photonsOfOneSignalAreCountedAsBefore()
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( SIZE, SIZE ), counted = ArrayImgs.floats( SIZE, SIZE ),
				noisy = ArrayImgs.floats( SIZE, SIZE );
		final float[] values = FloatArrays.backing( image );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = i / ( float ) values.length;
		Radiographs.countPhotons( image, 300, 7, counted );
		Noise.quantum( new PrimarySignal( image, image ), 300, 7, noisy );
		assertArrayEquals( FloatArrays.of( counted ), FloatArrays.of( noisy ), 0 );
	}

	/** Standard errors of 160,000 pixels: mean sigma / 400, variance sqrt( 2 / 160000 ) = 0.35 percent; five of each. */
	@Test
	void meanAndVarianceAreThoseOfACompoundPoissonSum()
	{
		final PrimarySignal signal = twoEnergies();
		final double mean = FloatArrays.of( signal.mean() )[ 0 ], second = FloatArrays.of( signal.secondMoment() )[ 0 ];
		for ( final double photons : new double[] { 50, 2000, 1e6 } )
		{
			final RandomAccessibleInterval< FloatType > noisy = ArrayImgs.floats( SIZE, SIZE );
			Noise.quantum( signal, photons, 5, noisy );
			assertEquals( mean, mean( FloatArrays.of( noisy ) ), 5 * Math.sqrt( second / photons ) / SIZE );
			assertEquals( second / photons, variance( FloatArrays.of( noisy ) ), 0.018 * second / photons );
		}
	}

	/** The sum itself, photon after photon: energies and absorption drawn one by one. */
	@Test
	void theoryOfTheSumAgreesWithSinglePhotons()
	{
		final Random random = new Random( 3 );
		final CesiumIodideResponse response = CesiumIodideResponse.STANDARD;
		final double photons = 60, open = 0.6 * response.signal( 40 ) + 0.4 * response.signal( 90 );
		final PoissonDistribution sent =
				new PoissonDistribution( RandomGeneratorFactory.createRandomGenerator( random ), photons, 1e-12, 10000 );
		final float[] sums = new float[ 100_000 ];
		for ( int i = 0; i < sums.length; ++i )
		{
			double sum = 0;
			for ( int n = sent.sample(); n > 0; --n )
			{
				final double energy = random.nextDouble() < 0.6 ? 40 : 90;
				if ( random.nextDouble() < ( energy == 40 ? 0.25 : 0.5 ) * response.absorption( energy ) )
					sum += energy;
			}
			sums[ i ] = ( float ) ( sum / photons / open );
		}
		final PrimarySignal signal = twoEnergies();
		assertEquals( FloatArrays.of( signal.mean() )[ 0 ], mean( sums ), 0.005 );
		assertEquals( FloatArrays.of( signal.secondMoment() )[ 0 ] / photons, variance( sums ), 0.025 * variance( sums ) );
	}

	/** White noise: means of 16 pixels have a sixteenth of the variance, and neighbors do not know of each other. */
	@Test
	void averagingDividesTheVarianceByTheNumberOfPixels()
	{
		final PrimarySignal signal = twoEnergies();
		final RandomAccessibleInterval< FloatType > noisy = ArrayImgs.floats( SIZE, SIZE ), means = ArrayImgs.floats( SIZE / 4, SIZE / 4 );
		Noise.quantum( signal, 1000, 5, noisy );
		Radiographs.average( noisy, 4, means );
		final double expected = FloatArrays.of( signal.secondMoment() )[ 0 ] / 1000 / 16;
		assertEquals( expected, variance( FloatArrays.of( means ) ), 0.07 * expected );
	}

	@Test
	void electronicNoiseAddsItsVariance()
	{
		final RandomAccessibleInterval< FloatType > image = constant( 0.5 ), noisy = ArrayImgs.floats( SIZE, SIZE );
		Noise.electronic( image, 0.02, 1, noisy );
		assertEquals( 0.5, mean( FloatArrays.of( noisy ) ), 5 * 0.02 / SIZE );
		assertEquals( 4e-4, variance( FloatArrays.of( noisy ) ), 0.018 * 4e-4 );
		Noise.electronic( constant( 0 ), 0.02, 1, noisy );
		for ( final float value : FloatArrays.of( noisy ) )
			assertTrue( value >= 0.0099f );
	}

	@Test
	void noiseDependsOnTheSeedAndNotOnThreads()
	{
		final RandomAccessibleInterval< FloatType > one = ArrayImgs.floats( SIZE, SIZE ), many = ArrayImgs.floats( SIZE, SIZE ),
				other = ArrayImgs.floats( SIZE, SIZE );
		Parallelization.runSingleThreaded( () -> Noise.quantum( twoEnergies(), 500, 9, one ) );
		Parallelization.runWithNumThreads( 4, () -> Noise.quantum( twoEnergies(), 500, 9, many ) );
		Noise.quantum( twoEnergies(), 500, 10, other );
		assertArrayEquals( FloatArrays.of( one ), FloatArrays.of( many ), 0 );
		assertTrue( !Arrays.equals( FloatArrays.of( one ), FloatArrays.of( other ) ) );
	}
}
