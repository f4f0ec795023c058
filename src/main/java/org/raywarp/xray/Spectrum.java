/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How many photons of which energy a beam has, as relative numbers of sum 1. Energies stand for bins about them, of 1 keV
 * where the spectrum is a tube's.
 *
 * @param energies
 *            in keV, ascending, from {@link Material#MIN_ENERGY} to {@link Material#MAX_ENERGY}
 * @param photons
 *            relative numbers of photons, 0 or more; scaled to the sum 1
 */
public record Spectrum( double[] energies, double[] photons )
{
	/**
	 * The part of the photons that a filter must let through: a beam a billion times weaker takes no picture.
	 */
	public static final double LEAST_TRANSMISSION = 1e-9;

	/** Air kerma per photon and keV. */
	private static final EnergyTable AIR = EnergyTable.of( "air-energy-absorption.csv", "mass_energy_absorption_cm2_per_g" );

	/**
	 * @throws IllegalArgumentException
	 *             if there are not as many energies as numbers, energies do not ascend or are outside of the tables, a number
	 *             is negative or not finite, or there are no photons
	 */
	public Spectrum
	{
		if ( energies.length != photons.length )
			throw new IllegalArgumentException(
					"A spectrum has a number of photons for every energy, not " + photons.length + " for " + energies.length + "." );
		energies = energies.clone();
		for ( int i = 0; i < energies.length; ++i )
		{
			if ( !( energies[ i ] >= Material.MIN_ENERGY && energies[ i ] <= Material.MAX_ENERGY ) )
				throw new IllegalArgumentException( "The photon energy is from " + Material.MIN_ENERGY + " to " + Material.MAX_ENERGY
						+ " keV, not " + energies[ i ] + " keV." );
			if ( i > 0 && energies[ i ] <= energies[ i - 1 ] )
				throw new IllegalArgumentException(
						"The energies of a spectrum ascend; " + energies[ i ] + " keV follows " + energies[ i - 1 ] + " keV." );
			if ( !( photons[ i ] >= 0 && Double.isFinite( photons[ i ] ) ) )
				throw new IllegalArgumentException(
						"A number of photons is 0 or more, not " + photons[ i ] + " at " + energies[ i ] + " keV." );
		}
		final double sum = Arrays.stream( photons ).sum();
		if ( !( sum > 0 && Double.isFinite( sum ) ) )
			throw new IllegalArgumentException( "The spectrum is empty: no photon is left." );
		photons = Arrays.stream( photons ).map( n -> n / sum ).toArray();
	}

	/**
	 * @param energy
	 *            in keV
	 * @return photons of that energy alone
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the tables
	 */
	public static Spectrum monochromatic( final double energy )
	{
		return new Spectrum( new double[] { energy }, new double[] { 1 } );
	}

	/** @return a copy of the energies, in keV */
	@Override
	public double[] energies()
	{
		return energies.clone();
	}

	/** @return a copy of the relative numbers of photons, of sum 1 */
	@Override
	public double[] photons()
	{
		return photons.clone();
	}

	/**
	 * @param material
	 *            of the filter, at its nominal density
	 * @param thickness
	 *            of the filter, in mm
	 * @return the spectrum behind the filter
	 * @throws IllegalArgumentException
	 *             if the thickness is negative or not finite, or less than {@link #LEAST_TRANSMISSION} of the photons comes
	 *             through
	 */
	public Spectrum filtered( final Material material, final double thickness )
	{
		if ( !( thickness >= 0 && Double.isFinite( thickness ) ) )
			throw new IllegalArgumentException( "The thickness of a filter is 0 or more, in mm, not " + thickness + "." );
		final double[] behind = photons();
		for ( int i = 0; i < behind.length; ++i )
			behind[ i ] *= Math.exp( -material.linearAttenuation( energies[ i ] ) * thickness );
		if ( !( Arrays.stream( behind ).sum() >= LEAST_TRANSMISSION ) )
			throw new IllegalArgumentException( "Nothing of the spectrum up to " + energies[ energies.length - 1 ] + " keV is left behind "
					+ thickness + " mm of " + material + "; expected a thinner filter or a higher kilovoltage." );
		return new Spectrum( energies, behind );
	}

	/** @return the mean energy of the photons, in keV */
	public double meanEnergy()
	{
		return sum( e -> e );
	}

	/**
	 * The thickness of a material that halves the air kerma of a narrow beam.
	 *
	 * @param material
	 *            usually aluminum
	 * @return the first half-value layer, in mm
	 */
	public double halfValueLayer( final Material material )
	{
		return thickness( material, 0.5 );
	}

	/**
	 * What must be added to the first half-value layer to halve the air kerma once more.
	 *
	 * @param material
	 *            usually aluminum
	 * @return the second half-value layer, in mm
	 */
	public double secondHalfValueLayer( final Material material )
	{
		return thickness( material, 0.25 ) - thickness( material, 0.5 );
	}

	/** @return the thickness that lets through a part of the air kerma, in mm, by bisection to a billionth of it */
	private double thickness( final Material material, final double part )
	{
		final double open = kerma( material, 0 );
		double low = 0, high = 1;
		while ( kerma( material, high ) > part * open )
			high *= 2;
		while ( high - low > 1e-9 * high )
		{
			final double middle = ( low + high ) / 2;
			if ( kerma( material, middle ) > part * open )
				low = middle;
			else
				high = middle;
		}
		return ( low + high ) / 2;
	}

	private double kerma( final Material material, final double thickness )
	{
		return sum( e -> e * AIR.at( e ) * Math.exp( -material.linearAttenuation( e ) * thickness ) );
	}

	private double sum( final DoubleUnaryOperator ofEnergy )
	{
		double sum = 0;
		for ( int i = 0; i < energies.length; ++i )
			sum += photons[ i ] * ofEnergy.applyAsDouble( energies[ i ] );
		return sum;
	}

	@Override
	public boolean equals( final Object other )
	{
		return other instanceof Spectrum spectrum && Arrays.equals( energies, spectrum.energies )
				&& Arrays.equals( photons, spectrum.photons );
	}

	@Override
	public int hashCode()
	{
		return 31 * Arrays.hashCode( energies ) + Arrays.hashCode( photons );
	}

	@Override
	public String toString()
	{
		return "Spectrum[" + energies.length + " energies, mean " + meanEnergy() + " keV]";
	}
}
