/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

class DetectionTest
{
	private static final int COLUMNS = 240, ROWS = 300;

	private static final View VIEW = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), COLUMNS, ROWS ).view( "frontal" );

	private static final BodyDistances DISTANCES = new BodyDistances( 1000, 700 );

	private static final Spectrum SPECTRUM = Spectrum.monochromatic( 60 );

	private static RandomAccessibleInterval< FloatType > flat( final double value )
	{
		final float[] values = new float[ COLUMNS * ROWS ];
		Arrays.fill( values, ( float ) value );
		return ArrayImgs.floats( values, COLUMNS, ROWS );
	}

	private static float[] detect( final PrimarySignal primary, final ImagingChain chain, final double photons )
	{
		final RandomAccessibleInterval< FloatType > target = ArrayImgs.floats( COLUMNS, ROWS );
		Detection.detect( primary, VIEW, DISTANCES, chain, new Exposure( SPECTRUM, photons, 11 ), target );
		return FloatArrays.of( target );
	}

	private static PrimarySignal ideal( final double value )
	{
		final RandomAccessibleInterval< FloatType > image = flat( value );
		return new PrimarySignal( image, image );
	}

	private static ImagingChain chain( final Blur blur, final double electronicNoise )
	{
		return new ImagingChain( DetectorResponse.IDEAL, Scatter.NONE, AntiScatterGrid.NONE, blur, electronicNoise );
	}

	/** Covariance of pixels that lie a number of columns apart. */
	private static double covariance( final float[] values, final int apart )
	{
		double mean = 0, sum = 0;
		for ( final float value : values )
			mean += value / values.length;
		int pairs = 0;
		for ( int i = 0; i < values.length; ++i )
			if ( i % COLUMNS + apart < COLUMNS )
			{
				sum += ( values[ i ] - mean ) * ( values[ i + apart ] - mean );
				++pairs;
			}
		return sum / pairs;
	}

	@Test
	void withEverythingOffNothingChanges()
	{
		final RandomAccessibleInterval< FloatType > ramp = flat( 0 ), counted = flat( 0 );
		final float[] values = FloatArrays.backing( ramp );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = i / ( float ) values.length;
		final PrimarySignal primary = new PrimarySignal( ramp, ramp );
		assertArrayEquals( values, detect( primary, ImagingChain.IDEAL, 0 ), 0 );
		Radiographs.countPhotons( ramp, 500, 11, counted );
		assertArrayEquals( FloatArrays.of( counted ), detect( primary, ImagingChain.IDEAL, 500 ), 0 );
	}

	/** The focal spot blurs the beam before photons are counted: 72,000 pixels know covariances to 0.4 percent. */
	@Test
	void focalSpotLeavesTheNoiseWhite()
	{
		final float[] noisy = detect( ideal( 0.5 ), chain( new Blur( 5, 0 ), 0 ), 2000 );
		final double variance = 0.5 / 2000;
		assertEquals( variance, covariance( noisy, 0 ), 0.03 * variance );
		assertEquals( 0, covariance( noisy, 1 ), 0.03 * variance );
	}

	/** The scintillator spreads the light of every photon: its kernel convolved with itself is the covariance. */
	@Test
	void scintillatorBlursTheNoiseWithTheImage()
	{
		final RandomAccessibleInterval< FloatType > spot = flat( 0 );
		FloatArrays.backing( spot )[ ROWS / 2 * COLUMNS + COLUMNS / 2 ] = 1;
		Blurring.lorentzian( spot, 0.9, new double[] { VIEW.pixelSpacingX(), VIEW.pixelSpacingY() }, spot );
		final float[] kernel = FloatArrays.of( spot ), noisy = detect( ideal( 0.5 ), chain( new Blur( 0, 0.9 ), 0 ), 2000 );
		for ( int apart = 0; apart < 3; ++apart )
		{
			double expected = 0;
			for ( int i = 0; i + apart < kernel.length; ++i )
				expected += kernel[ i ] * kernel[ i + apart ] * 0.5 / 2000;
			assertEquals( expected, covariance( noisy, apart ), 0.04 * 0.5 / 2000 );
		}
		assertTrue( covariance( noisy, 0 ) < 0.9 * 0.5 / 2000 );
	}

	@Test
	void electronicsAddWhiteNoiseAfterTheLight()
	{
		final float[] noisy = detect( ideal( 0.5 ), chain( Blur.NONE, 10 ), 1000 );
		assertEquals( 0.5 / 1000 + 1e-4, covariance( noisy, 0 ), 0.03 * ( 0.5 / 1000 + 1e-4 ) );
	}

	@Test
	void gridLetsThroughLessScatterAndFewerPhotons()
	{
		final PrimarySignal primary = ideal( 0.05 );
		final ImagingChain scattering = ImagingChain.IDEAL.withScatter( Scatter.WATER, AntiScatterGrid.NONE );
		final int middle = ROWS / 2 * COLUMNS + COLUMNS / 2;
		final double scatter = detect( primary, scattering, 0 )[ middle ] - 0.05;
		final AntiScatterGrid grid = AntiScatterGrid.RATIO_12;
		final ImagingChain cleaned = scattering.withScatter( Scatter.WATER, grid );
		assertTrue( scatter > 0.1 * 0.05 );
		assertEquals( 0.05 + scatter * grid.scatterFactor(), detect( primary, cleaned, 0 )[ middle ], 1e-6 );
		final ImagingChain only = ImagingChain.IDEAL.withScatter( Scatter.NONE, grid );
		assertEquals( 0.05 / 1000 / grid.primaryTransmission(), covariance( detect( primary, only, 1000 ), 0 ), 0.03 * 0.05 / 1000 );
	}

	/** Scatter adds its photons to the noise: those of an ideal counter have the variance of their number. */
	@Test
	void scatterAddsItsNoise()
	{
		final PrimarySignal primary = ideal( 0.05 );
		final ImagingChain scattering = ImagingChain.IDEAL.withScatter( Scatter.WATER, AntiScatterGrid.NONE );
		final float[] mean = detect( primary, scattering, 0 ), noisy = detect( primary, scattering, 1000 );
		double expected = 0, found = 0;
		for ( int i = 0; i < mean.length; ++i )
		{
			expected += mean[ i ] / 1000;
			found += ( noisy[ i ] - mean[ i ] ) * ( noisy[ i ] - mean[ i ] );
		}
		assertEquals( expected, found, 0.03 * expected );
	}

	@Test
	void imageDoesNotDependOnThreads()
	{
		final ImagingChain all = ImagingChain.FLAT_DETECTOR.withScatter( Scatter.WATER, AntiScatterGrid.RATIO_10 );
		final float[][] results = new float[ 2 ][];
		Parallelization.runSingleThreaded( () -> results[ 0 ] = detect( ideal( 0.2 ), all, 500 ) );
		Parallelization.runWithNumThreads( 4, () -> results[ 1 ] = detect( ideal( 0.2 ), all, 500 ) );
		assertArrayEquals( results[ 0 ], results[ 1 ], 0 );
	}

	@Test
	void impossibleSettingsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new Blur( -1, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> new Blur( 0, Double.NaN ) );
		assertThrows( IllegalArgumentException.class, () -> new Scatter( -0.1 ) );
		assertThrows( IllegalArgumentException.class, () -> chain( Blur.NONE, -1 ) );
		assertThrows( IllegalArgumentException.class, () -> new Exposure( SPECTRUM, -5, 0 ) );
	}
}
