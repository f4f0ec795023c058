/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How radiographs are simulated. Every effect can be off.
 *
 * @param exposure
 *            the beam: its spectrum, number of photons, seed of their noise
 * @param composition
 *            what the body consists of
 * @param sampling
 *            how many rays make a pixel
 * @param chain
 *            what stands between the beam behind the body and the image
 */
public record DrrSettings( Exposure exposure, Composition composition, RaySampling sampling, ImagingChain chain )
{
	/**
	 * @param energy
	 *            of all photons, in keV
	 * @return the ideal image: a body of water, an ideal detector, no noise, one ray a pixel
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the tables of {@link Material}
	 */
	public static DrrSettings monochromatic( final double energy )
	{
		return new DrrSettings( new Exposure( Spectrum.monochromatic( energy ), 0, 0 ), Composition.WATER, RaySampling.CENTERS,
				ImagingChain.IDEAL );
	}

	/**
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV; see {@link Attenuation#effectiveEnergy}
	 * @return {@link #monochromatic} at the effective energy
	 * @throws IllegalArgumentException
	 *             if the kilovoltage is out of the bounds of {@link Attenuation#effectiveEnergy}
	 */
	public static DrrSettings ofKilovoltage( final double kilovoltage )
	{
		return monochromatic( Attenuation.effectiveEnergy( kilovoltage ) );
	}

	/**
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV
	 * @return the spectrum of a tungsten tube, a body of tissues, a flat detector; no noise, no scatter, one ray a pixel
	 * @throws IllegalArgumentException
	 *             if the kilovoltage is out of the bounds of {@link TungstenTube}
	 */
	public static DrrSettings polyenergetic( final double kilovoltage )
	{
		return new DrrSettings( new Exposure( TungstenTube.spectrum( kilovoltage ), 0, 0 ), Composition.TISSUES, RaySampling.CENTERS,
				ImagingChain.FLAT_DETECTOR );
	}

	/** @return mean number of photons that a pixel receives where nothing is in the way; 0 for an image without noise */
	public double photons()
	{
		return exposure.photons();
	}

	/** @return the seed of the noise */
	public long seed()
	{
		return exposure.seed();
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
		return new DrrSettings( new Exposure( exposure.spectrum(), newPhotons, newSeed ), composition, sampling, chain );
	}

	/**
	 * @param newSpectrum
	 *            of the photons
	 * @return these settings with that spectrum
	 */
	public DrrSettings withSpectrum( final Spectrum newSpectrum )
	{
		return new DrrSettings( new Exposure( newSpectrum, photons(), seed() ), composition, sampling, chain );
	}

	/**
	 * @param newComposition
	 *            what the body consists of
	 * @return these settings with that composition
	 */
	public DrrSettings withComposition( final Composition newComposition )
	{
		return new DrrSettings( exposure, newComposition, sampling, chain );
	}

	/**
	 * @param newChain
	 *            what stands between the beam behind the body and the image
	 * @return these settings with that chain
	 */
	public DrrSettings withChain( final ImagingChain newChain )
	{
		return new DrrSettings( exposure, composition, sampling, newChain );
	}

	/**
	 * @param newSampling
	 *            how many rays make a pixel
	 * @return these settings with those rays
	 */
	public DrrSettings withSampling( final RaySampling newSampling )
	{
		return new DrrSettings( exposure, composition, newSampling, chain );
	}

	/**
	 * @param rays
	 *            along each side of a pixel
	 * @return these settings with that many rays
	 */
	public DrrSettings withSupersampling( final int rays )
	{
		return withSampling( new RaySampling( 0, 0, rays ) );
	}
}
