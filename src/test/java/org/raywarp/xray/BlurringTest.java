/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

class BlurringTest
{
	private static RandomAccessibleInterval< FloatType > random( final int columns, final int rows )
	{
		final Random random = new Random( 4 );
		final float[] values = new float[ columns * rows ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = random.nextFloat();
		return ArrayImgs.floats( values, columns, rows );
	}

	private static RandomAccessibleInterval< FloatType > empty( final RandomAccessibleInterval< FloatType > image )
	{
		return ArrayImgs.floats( image.dimensionsAsLongArray() );
	}

	private static double sum( final RandomAccessibleInterval< FloatType > image )
	{
		double sum = 0;
		for ( final float value : FloatArrays.of( image ) )
			sum += value;
		return sum;
	}

	/** Single precision keeps seven digits. */
	@Test
	void blurKeepsTheEnergyOfTheImage()
	{
		final RandomAccessibleInterval< FloatType > image = random( 37, 23 ), blurred = empty( image );
		for ( final double variance : new double[] { 0, 0.01, 0.3, 4, 100 } )
		{
			Blurring.gaussian( image, variance, variance / 2, blurred );
			assertEquals( sum( image ), sum( blurred ), 1e-5 * sum( image ) );
		}
		Blurring.lorentzian( image, 0.4, new double[] { 0.3, 0.2 }, blurred );
		assertEquals( sum( image ), sum( blurred ), 1e-5 * sum( image ) );
	}

	@Test
	void varianceOfABlurredEdgeIsThatOfTheGaussian()
	{
		for ( final double variance : new double[] { 0.0025, 0.09, 1, 9 } )
		{
			final RandomAccessibleInterval< FloatType > edge = ArrayImgs.floats( 101, 3 ), blurred = empty( edge );
			final float[] values = FloatArrays.backing( edge );
			for ( int i = 0; i < values.length; ++i )
				values[ i ] = i % 101 < 50 ? 0 : 1;
			Blurring.gaussian( edge, variance, 0, blurred );
			final float[] result = FloatArrays.of( blurred );
			double mean = 0, square = 0;
			for ( int x = 1; x < 101; ++x )
			{
				final double line = result[ 101 + x ] - result[ 100 + x ];
				mean += line * x;
				square += line * x * x;
			}
			assertEquals( 50, mean, 1e-3 );
			assertEquals( variance, square - mean * mean, 2e-3 * Math.max( 0.1, variance ) );
		}
	}

	@Test
	void twoBlursAreOneOfTheSumOfTheirVariances()
	{
		final RandomAccessibleInterval< FloatType > image = random( 40, 30 ), twice = empty( image ), once = empty( image );
		Blurring.gaussian( image, 0.7, 0.2, twice );
		Blurring.gaussian( twice, 0.5, 1.1, twice );
		Blurring.gaussian( image, 1.2, 1.3, once );
		assertArrayEquals( FloatArrays.of( once ), FloatArrays.of( twice ), 1e-5f );
	}

	/** The transfer functions of the sampled Gaussian and of the mixture, at waves that fit between two mirrors. */
	@Test
	void wavesAreDampedAsTheTransferFunctionsSay()
	{
		final int size = 120;
		final double h = 0.4, pitch = 0.25;
		for ( final int waves : new int[] { 6, 15, 30, 60 } )
		{
			final double w = 2 * Math.PI * waves / ( 2 * size );
			final RandomAccessibleInterval< FloatType > wave = ArrayImgs.floats( size, 4 ), blurred = empty( wave );
			final float[] values = FloatArrays.backing( wave );
			for ( int i = 0; i < values.length; ++i )
				values[ i ] = ( float ) Math.cos( w * ( i % size + 0.5 ) );
			Blurring.gaussian( wave, 0.8, 0.8, blurred );
			assertEquals( Math.exp( 0.8 * ( Math.cos( w ) - 1 ) ), FloatArrays.of( blurred )[ 0 ] / values[ 0 ], 1e-4 );
			Blurring.lorentzian( wave, h, new double[] { pitch, pitch }, blurred );
			final double f = w / ( 2 * Math.PI * pitch ), sampled = 2 * ( 1 - Math.cos( w ) ) / ( 4 * Math.PI * Math.PI * pitch * pitch );
			final double measured = FloatArrays.of( blurred )[ 0 ] / values[ 0 ];
			assertEquals( 1 / ( 1 + h * sampled ), measured, 2e-3 );
			assertEquals( 1 / ( 1 + h * f * f ), measured, waves <= 15 ? 0.01 : waves <= 30 ? 0.05 : 0.25 );
		}
	}

	@Test
	void positiveImagesStayPositiveAndFlatOnesFlat()
	{
		final RandomAccessibleInterval< FloatType > spot = ArrayImgs.floats( 21, 21 ), blurred = empty( spot );
		FloatArrays.backing( spot )[ 220 ] = 1;
		Blurring.lorentzian( spot, 0.4, new double[] { 0.2, 0.2 }, blurred );
		for ( final float value : FloatArrays.of( blurred ) )
			assertTrue( value >= 0 );
		final RandomAccessibleInterval< FloatType > flat = ArrayImgs.floats( new float[] { 3, 3, 3, 3, 3, 3 }, 3, 2 );
		Blurring.gaussian( flat, 20, 20, flat );
		assertArrayEquals( new float[] { 3, 3, 3, 3, 3, 3 }, FloatArrays.of( flat ), 1e-5f );
	}

	@Test
	void resultDoesNotDependOnThreads()
	{
		final RandomAccessibleInterval< FloatType > image = random( 64, 50 ), one = empty( image ), many = empty( image );
		Parallelization.runSingleThreaded( () -> Blurring.lorentzian( image, 0.4, new double[] { 0.3, 0.3 }, one ) );
		Parallelization.runWithNumThreads( 4, () -> Blurring.lorentzian( image, 0.4, new double[] { 0.3, 0.3 }, many ) );
		assertArrayEquals( FloatArrays.of( one ), FloatArrays.of( many ), 0 );
	}
}
