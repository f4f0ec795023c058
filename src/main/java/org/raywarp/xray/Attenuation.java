/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.stream.IntStream;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Linear attenuation of photons of one energy in a body given in Hounsfield units:
 * {@code mu = mu_water( E ) * max( 0, 1 + HU / 1000 )}, the inverse of the definition of the Hounsfield unit. Exact for
 * the energy of the CT scanner alone; at other energies bone attenuates more or less than this says, because calcium is
 * not water.
 * Water is {@link Material#WATER}.
 */
public final class Attenuation
{
	/** The lowest photon energy, in keV. */
	public static final double MIN_ENERGY = Material.MIN_ENERGY;

	/** The highest photon energy, in keV. */
	public static final double MAX_ENERGY = Material.MAX_ENERGY;

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
		return Material.WATER.linearAttenuation( energy );
	}

	/**
	 * The photon energy that stands for the spectrum of a tube when one energy must: half the peak energy. The mean
	 * energy behind 2.5 mm of aluminum falls from 0.59 of the peak energy at 60 kV to 0.45 at 120 kV ({@link TungstenTube}).
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

	/** The attenuation relative to water in the CT scanner. */
	static double relative( final double hounsfield )
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

	/**
	 * The fast form of {@link #view}, for any attenuation of water.
	 *
	 * @param hounsfield
	 *            in HU
	 * @param water
	 *            attenuation of water; 1 for attenuation relative to it
	 * @return attenuation on the same grid, in the unit of {@code water}
	 * @throws IllegalArgumentException
	 *             if the CT has channels or voxels that are not finite
	 */
	public static Volume< FloatType > of( final Volume< FloatType > hounsfield, final double water )
	{
		if ( hounsfield.channels() != 1 )
			throw new IllegalArgumentException( "A CT has one channel, not " + hounsfield.channels() + "." );
		final float[] hu = FloatArrays.of( hounsfield.voxels() ), values = new float[ hu.length ];
		final int slices = hounsfield.grid().size()[ 2 ], slice = hu.length / slices;
		final boolean[] finite = new boolean[ slices ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, slices ).boxed().toList(), k -> {
			float zero = 0;
			for ( int i = k * slice; i < ( k + 1 ) * slice; ++i )
			{
				zero += hu[ i ] - hu[ i ];
				values[ i ] = ( float ) ( water * relative( hu[ i ] ) );
			}
			finite[ k ] = zero == 0;
		} );
		for ( int k = 0; k < slices; ++k )
			if ( !finite[ k ] )
				requireFinite( hu );
		return Volume.floats( hounsfield.grid(), values );
	}

	private static void requireFinite( final float[] hounsfield )
	{
		for ( final float hu : hounsfield )
			if ( !Float.isFinite( hu ) )
				throw new IllegalArgumentException( "The CT has a voxel of " + hu + " HU; expected finite values." );
	}

	/** @return the greatest value of a volume, 0 if there is none above */
	static double greatest( final Volume< FloatType > volume )
	{
		float greatest = 0;
		for ( final float value : FloatArrays.of( volume.voxels() ) )
			greatest = Math.max( greatest, value );
		return greatest;
	}
}
