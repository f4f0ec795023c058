/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How radiographs are simulated.
 *
 * @param energy
 *            of the photons, in keV
 * @param photons
 *            mean number of photons that a pixel receives where nothing is in the way; 0 for an image without noise
 * @param supersampling
 *            number of rays along each side of a pixel, whose intensities are averaged; 1 for one ray through its center
 * @param seed
 *            of the photon noise
 */
public record DrrSettings( double energy, double photons, int supersampling, long seed )
{

	/** The largest number of rays along one side of a pixel. */
	public static final int MAX_SUPERSAMPLING = 16;

	/**
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the table of {@link Attenuation}, the number of photons negative or not
	 *             finite, or the supersampling not from 1 to {@link #MAX_SUPERSAMPLING}
	 */
	public DrrSettings
	{
		Attenuation.water( energy );
		if ( !( photons >= 0 && Double.isFinite( photons ) ) )
			throw new IllegalArgumentException( "The number of photons of a pixel is 0 (no noise) or more, not " + photons + "." );
		if ( supersampling < 1 || supersampling > MAX_SUPERSAMPLING )
			throw new IllegalArgumentException(
					"The supersampling is from 1 to " + MAX_SUPERSAMPLING + " rays a pixel side, not " + supersampling + "." );
	}

	/**
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV; see {@link Attenuation#effectiveEnergy}
	 * @return the settings at the effective energy, without noise, with one ray a pixel
	 */
	public static DrrSettings ofKilovoltage( final double kilovoltage )
	{
		return new DrrSettings( Attenuation.effectiveEnergy( kilovoltage ), 0, 1, 0 );
	}

	/**
	 * @param newPhotons
	 *            photons a pixel, 0 for none
	 * @param newSeed
	 *            of the noise
	 * @return these settings with that noise
	 */
	public DrrSettings withNoise( final double newPhotons, final long newSeed )
	{
		return new DrrSettings( energy, newPhotons, supersampling, newSeed );
	}

	/**
	 * @param rays
	 *            along each side of a pixel
	 * @return these settings with that many rays
	 */
	public DrrSettings withSupersampling( final int rays )
	{
		return new DrrSettings( energy, photons, rays, seed );
	}
}
