/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.Projections;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Radiographs of slabs, whose rays have known lengths: {@code sum S D exp( -mu t / cos ) / sum S D}.
 */
class PolyenergeticSlabTest
{
	private static final int SIDE = 5;

	private static final View FRONTAL = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 21, 29 ).view( "frontal" )
			.resampled( SIDE, SIDE );

	private static final DrrSettings IDEAL_DETECTOR = DrrSettings.polyenergetic( 80 ).withChain( ImagingChain.IDEAL );

	/** Layers along y of 2 mm voxels, wide enough for all rays. */
	private static Volume< FloatType > slab( final double... hounsfieldOfCentimeters )
	{
		final int wide = 301;
		final Grid grid = Grid.centered( new int[] { wide, 5 * hounsfieldOfCentimeters.length, wide }, 1.5, 2, 1.5 );
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) hounsfieldOfCentimeters[ i / wide % ( 5 * hounsfieldOfCentimeters.length ) / 5 ];
		return Volume.floats( grid, values );
	}

	private static double[] layers( final int water, final int bone, final double boneHounsfield )
	{
		final double[] hounsfield = new double[ water + bone ];
		for ( int i = 0; i < bone; ++i )
			hounsfield[ water / 2 + i ] = boneHounsfield;
		return hounsfield;
	}

	/** How much longer the ray of a pixel is than the central ray. */
	private static double obliquity( final int pixel )
	{
		final double[] u = FRONTAL.projection().rayDirection( pixel % SIDE, pixel / SIDE );
		return Math.sqrt( u[ 0 ] * u[ 0 ] + u[ 1 ] * u[ 1 ] + u[ 2 ] * u[ 2 ] ) / Math.abs( u[ 1 ] );
	}

	private static float[] image( final Volume< FloatType > ct, final DrrSettings settings )
	{
		return FloatArrays.of( DrrSimulator.simulate( ct, null, 1, List.of( FRONTAL ), settings ).get( 0 ).image() );
	}

	@ParameterizedTest
	@CsvSource( { "80, 1, 0", "80, 10, 0", "80, 40, 0", "80, 0, 1", "80, 0, 5", "80, 20, 5", "80, 40, 5", "60, 40, 5", "120, 40, 5",
			"150, 1, 0", "40, 20, 2" } )
	void slabsAttenuateAsTheIntegralOverTheSpectrum( final double kilovoltage, final int water, final int bone )
	{
		// The CT number of cortical bone of 1.85 g/cm3, by the definition of the Hounsfield unit.
		final double hounsfield = 1000 * ( Material.CORTICAL_BONE.linearAttenuation( Tissues.SCANNER_ENERGY )
				/ Attenuation.water( Tissues.SCANNER_ENERGY ) - 1 );
		final Volume< FloatType > ct = slab( layers( water, bone, hounsfield ) );
		for ( final ImagingChain chain : new ImagingChain[] { ImagingChain.IDEAL,
				new ImagingChain( CesiumIodideResponse.STANDARD, Scatter.NONE, AntiScatterGrid.NONE, Blur.NONE, 0 ) } )
		{
			final DrrSettings settings = DrrSettings.polyenergetic( kilovoltage ).withChain( chain );
			final float[] image = image( ct, settings );
			for ( int i = 0; i < image.length; ++i )
			{
				final double factor = obliquity( i );
				final DoubleUnaryOperator transmission = e -> Math
						.exp( -10 * factor * ( water * Attenuation.water( e ) + bone * Material.CORTICAL_BONE.linearAttenuation( e ) ) );
				final Spectrum spectrum = settings.exposure().spectrum();
				final double[] energies = spectrum.energies(), photons = spectrum.photons();
				double signal = 0, open = 0;
				for ( int e = 0; e < energies.length; ++e )
				{
					open += photons[ e ] * chain.response().signal( energies[ e ] );
					signal += photons[ e ] * chain.response().signal( energies[ e ] ) * transmission.applyAsDouble( energies[ e ] );
				}
				final double expected = signal / open;
				assertEquals( 1, Math.exp( -image[ i ] ) / expected, 1e-4 );
			}
		}
	}

	@Test
	void oneEnergyFollowsBeerAndLambertInTissues()
	{
		for ( final double energy : new double[] { 20, 45, 90 } )
		{
			final float[] image = image( slab( layers( 20, 3, 1200 ) ), IDEAL_DETECTOR.withSpectrum( Spectrum.monochromatic( energy ) ) );
			final double expected = 200 * Attenuation.water( energy ) + 30 * Tissues.MIXTURE.attenuation( 1200, energy );
			for ( int i = 0; i < image.length; ++i )
				assertEquals( obliquity( i ) * expected, image[ i ], 1e-5 * expected );
		}
	}

	@Test
	void atTheScannersEnergyTissuesAreTheirHounsfieldUnits()
	{
		final Volume< FloatType > ct = slab( -1000, -400, -90, -20, 30, 60, 700, 1600, 2500 );
		final DrrSettings water = DrrSettings.monochromatic( Tissues.SCANNER_ENERGY );
		assertArrayEquals( image( ct, water ), image( ct, water.withComposition( Composition.TISSUES ) ), 1e-5f );
	}

	@Test
	void oneEnergyInWaterIsTheLineIntegralBitForBit()
	{
		final Volume< FloatType > ct = slab( -1000, -400, -90, -20, 30, 60, 700, 1600, 2500 );
		assertArrayEquals( FloatArrays.of( Projections.project( Attenuation.view( ct, 40 ), FRONTAL, new JosephProjector() ) ),
				image( ct, DrrSettings.ofKilovoltage( 80 ) ) );
	}

	@Test
	void theBeamHardens()
	{
		final double thin = image( slab( layers( 1, 0, 0 ) ), IDEAL_DETECTOR )[ SIDE * SIDE / 2 ];
		final double thick = image( slab( layers( 20, 0, 0 ) ), IDEAL_DETECTOR )[ SIDE * SIDE / 2 ];
		assertEquals( 0.8, thick / ( 20 * thin ), 0.1 );
	}

	@Test
	void nothingInTheWayIsTheOpenBeam()
	{
		for ( final float value : image( slab( -1000, -1024 ), DrrSettings.polyenergetic( 80 ) ) )
			assertEquals( 0, value, 1e-6 );
	}

	@Test
	void aRasterOfRaysIsAveragedOverPixels()
	{
		final Volume< FloatType > ct = slab( layers( 10, 2, 900 ) );
		final float[] averaged = image( ct, IDEAL_DETECTOR.withSampling( new RaySampling( 13, 17, 1 ) ) );
		final float[] fine = FloatArrays.of( DrrSimulator.simulate( ct, null, 1, List.of( FRONTAL.resampled( 13, 17 ) ), IDEAL_DETECTOR )
				.get( 0 ).image() );
		for ( int i = 0; i < averaged.length; ++i )
		{
			double sum = 0, area = 0;
			for ( int f = 0; f < fine.length; ++f )
			{
				final double part = overlap( i % SIDE, f % 13, 13 ) * overlap( i / SIDE, f / 13, 17 );
				sum += part * Math.exp( -fine[ f ] );
				area += part;
			}
			assertEquals( 1.0 / SIDE / SIDE, area, 1e-12 );
			assertEquals( -Math.log( sum / area ), averaged[ i ], 1e-5 );
		}
	}

	/** The length that the i-th of SIDE parts of 1 shares with the k-th of n. */
	private static double overlap( final int i, final int k, final int n )
	{
		return Math.max( 0, Math.min( ( i + 1.0 ) / SIDE, ( k + 1.0 ) / n ) - Math.max( ( double ) i / SIDE, ( double ) k / n ) );
	}
}
