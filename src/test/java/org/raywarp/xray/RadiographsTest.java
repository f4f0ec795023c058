/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

class RadiographsTest
{
	private static RandomAccessibleInterval< FloatType > constant( final float value, final int columns, final int rows )
	{
		final float[] values = new float[ columns * rows ];
		Arrays.fill( values, value );
		return ArrayImgs.floats( values, columns, rows );
	}

	@Test
	void logAttenuationInvertsBeerAndLambert()
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( new float[] { 0, 0.5f, 3, 12 }, 2, 2 );
		Radiographs.intensity( image, image );
		assertArrayEquals( new float[] { 1, 0.60653066f, 0.049787068f, 6.1442124e-6f }, FloatArrays.of( image ), 1e-7f );
		Radiographs.logAttenuation( image, image );
		assertArrayEquals( new float[] { 0, 0.5f, 3, 12 }, FloatArrays.of( image ), 1e-5f );
	}

	/** Not -0, which prints and compares apart from 0. */
	@Test
	void theOpenBeamHasTheLogAttenuationZero()
	{
		final RandomAccessibleInterval< FloatType > image = constant( 1, 1, 1 );
		Radiographs.logAttenuation( image, image );
		assertEquals( 0f, FloatArrays.of( image )[ 0 ] );
	}

	@Test
	void logAttenuationOfNothingIsFinite()
	{
		final RandomAccessibleInterval< FloatType > image = constant( 0, 1, 1 );
		Radiographs.logAttenuation( image, image );
		assertEquals( 87.3365, FloatArrays.of( image )[ 0 ], 1e-3 );
	}

	@Test
	void countsFollowThePoissonLaw()
	{
		for ( final double photons : new double[] { 4, 100, 1e5, 1e8 } )
		{
			final RandomAccessibleInterval< FloatType > image = constant( 0.5f, 200, 200 );
			Radiographs.countPhotons( image, photons, 3, image );
			final double[] counts = new double[ 40000 ];
			final float[] values = FloatArrays.of( image );
			for ( int i = 0; i < counts.length; ++i )
				counts[ i ] = values[ i ] * photons;
			final double mean = Arrays.stream( counts ).average().getAsDouble();
			final double variance = Arrays.stream( counts ).map( c -> ( c - mean ) * ( c - mean ) ).average().getAsDouble();
			// Five standard errors of mean and variance; counts below half a photon are lifted, which 4 photons feel most.
			final double lifted = photons == 4 ? 0.5 * Math.exp( -2 ) : 0;
			assertEquals( photons / 2 + lifted, mean, 5 * Math.sqrt( photons / 2 / 40000 ) );
			assertEquals( 1, variance / ( photons / 2 ), 5 * Math.sqrt( 2.0 / 40000 ) + ( photons == 4 ? 0.2 : 0 ) );
		}
	}

	@Test
	void noiseDependsOnTheSeedAlone()
	{
		final RandomAccessibleInterval< FloatType > image = constant( 0.3f, 31, 17 ), one = constant( 0, 31, 17 ),
				many = constant( 0, 31, 17 );
		Parallelization.runSingleThreaded( () -> Radiographs.countPhotons( image, 1000, 5, one ) );
		Parallelization.runWithNumThreads( 4, () -> Radiographs.countPhotons( image, 1000, 5, many ) );
		assertArrayEquals( FloatArrays.of( one ), FloatArrays.of( many ) );
		Radiographs.countPhotons( image, 1000, 6, many );
		assertNotEquals( Arrays.toString( FloatArrays.of( one ) ), Arrays.toString( FloatArrays.of( many ) ) );
	}

	@Test
	void rowsHaveNoiseOfTheirOwn()
	{
		final RandomAccessibleInterval< FloatType > image = constant( 0.3f, 20, 2 );
		Radiographs.countPhotons( image, 1000, 5, image );
		final float[] values = FloatArrays.of( image );
		assertNotEquals( Arrays.toString( Arrays.copyOf( values, 20 ) ), Arrays.toString( Arrays.copyOfRange( values, 20, 40 ) ) );
	}

	@Test
	void averageTakesTheMeanOfEveryBlock()
	{
		final RandomAccessibleInterval< FloatType > fine = ArrayImgs.floats( new float[] { 1, 3, 0, 0, 5, 7, 0, 8 }, 4, 2 );
		final RandomAccessibleInterval< FloatType > coarse = constant( 0, 2, 1 );
		Radiographs.average( fine, 2, coarse );
		assertArrayEquals( new float[] { 4, 2 }, FloatArrays.of( coarse ) );
		assertThrows( IllegalArgumentException.class, () -> Radiographs.average( fine, 3, coarse ) );
	}
}
