/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.raywarp.volume.Volume;

import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Linear attenuation of photons of one energy in a body given in Hounsfield units:
 * {@code mu = mu_water( E ) * max( 0, 1 + HU / 1000 )}, the inverse of the definition of the Hounsfield unit. Exact for
 * the energy of the CT scanner alone; at other energies bone attenuates more or less than this says, because calcium is
 * not water.
 * <p>
 * Water is tabulated every keV from 10 to 150 keV and interpolated linearly in the logarithms of energy and attenuation.
 * Source of the table: xraylib 4.0.0, NIST compound "Water, Liquid", total cross section (resource {@code water.csv}).
 */
public final class Attenuation
{
	/** The lowest photon energy of the table, in keV. */
	public static final double MIN_ENERGY = 10;

	/** The highest photon energy of the table, in keV. */
	public static final double MAX_ENERGY = 150;

	/** From cm2/g to 1/mm for a density of 1 g/cm3. */
	private static final double PER_MM = 0.1;

	private static final double[][] WATER = table( "water.csv" );

	private Attenuation()
	{}

	/**
	 * @param energy
	 *            of the photons, in keV, from {@link #MIN_ENERGY} to {@link #MAX_ENERGY}
	 * @return the linear attenuation coefficient of water at 1 g/cm3, in 1/mm
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the table
	 */
	public static double water( final double energy )
	{
		if ( !( energy >= MIN_ENERGY && energy <= MAX_ENERGY ) )
			throw new IllegalArgumentException(
					"The photon energy is from " + MIN_ENERGY + " to " + MAX_ENERGY + " keV, not " + energy + " keV." );
		final double[] logEnergies = WATER[ 0 ], logValues = WATER[ 1 ];
		final double e = Math.log( energy );
		final int found = Arrays.binarySearch( logEnergies, e );
		final int above = Math.max( 1, Math.min( logEnergies.length - 1, found < 0 ? -found - 1 : found ) );
		final double t = ( e - logEnergies[ above - 1 ] ) / ( logEnergies[ above ] - logEnergies[ above - 1 ] );
		return PER_MM * Math.exp( ( 1 - t ) * logValues[ above - 1 ] + t * logValues[ above ] );
	}

	/**
	 * The photon energy that stands for the spectrum of a tube when one energy must: half the peak energy. The mean
	 * energy of filtered tungsten spectra of 60 to 120 kV is 0.5 to 0.55 of the peak energy (Boone and Seibert 1997,
	 * Medical Physics 24, 1661-1670), and their effective energy somewhat less (Bushberg et al., The Essential Physics of
	 * Medical Imaging: a third to a half).
	 *
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV
	 * @return the photon energy, in keV
	 * @throws IllegalArgumentException
	 *             if half of the kilovoltage is outside of the table
	 */
	public static double effectiveEnergy( final double kilovoltage )
	{
		if ( !( kilovoltage >= 2 * MIN_ENERGY && kilovoltage <= 2 * MAX_ENERGY ) )
			throw new IllegalArgumentException( "The kilovoltage is from " + 2 * MIN_ENERGY + " to " + 2 * MAX_ENERGY + " kV, not "
					+ kilovoltage + "." );
		return kilovoltage / 2;
	}

	/**
	 * @param hounsfield
	 *            CT number, in HU; air is -1000, and what is below counts as air
	 * @param energy
	 *            of the photons, in keV
	 * @return the linear attenuation coefficient, in 1/mm
	 */
	public static double ofHounsfield( final double hounsfield, final double energy )
	{
		return water( energy ) * relative( hounsfield );
	}

	private static double relative( final double hounsfield )
	{
		return Math.max( 0, 1 + hounsfield / 1000 );
	}

	/**
	 * The lazy view of a CT as attenuation.
	 *
	 * @param hounsfield
	 *            in HU
	 * @param energy
	 *            of the photons, in keV
	 * @return linear attenuation coefficients on the same grid, in 1/mm
	 */
	public static Volume< FloatType > view( final Volume< FloatType > hounsfield, final double energy )
	{
		final double water = water( energy );
		final Converter< FloatType, FloatType > converter = ( hu, mu ) -> mu.setReal( water * relative( hu.getRealDouble() ) );
		return new Volume<>( Converters.convert( hounsfield.voxels(), converter, new FloatType() ), hounsfield.worldFromVoxel() );
	}

	/** @return the natural logarithms of energies in keV and of values */
	private static double[][] table( final String resource )
	{
		try ( final BufferedReader reader = new BufferedReader(
				new InputStreamReader( Attenuation.class.getResourceAsStream( resource ), StandardCharsets.US_ASCII ) ) )
		{
			final double[][] rows = reader.lines().filter( line -> !line.isBlank() && Character.isDigit( line.charAt( 0 ) ) )
					.map( line -> Arrays.stream( line.split( "," ) ).mapToDouble( Double::parseDouble ).map( Math::log ).toArray() )
					.toArray( double[][]::new );
			return new double[][] { Arrays.stream( rows ).mapToDouble( r -> r[ 0 ] ).toArray(),
					Arrays.stream( rows ).mapToDouble( r -> r[ 1 ] ).toArray() };
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}
}
