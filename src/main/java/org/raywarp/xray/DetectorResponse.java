/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * What the photons of a beam leave in a detector, by their energy. A pixel that N photons of energies E hit shows, before
 * blur and electronics, a compound Poisson sum: its mean is {@code N sum( S D )} and its variance {@code N sum( S D2 )},
 * where S is the spectrum behind the body, D the mean signal of one photon and D2 the mean of the squared signal.
 */
public interface DetectorResponse
{
	/** Counts every photon, and all alike: signal 1, second moment 1. */
	DetectorResponse IDEAL = new PhotonCounter();

	/**
	 * @param energy
	 *            of a photon that meets the detector, in keV
	 * @return its mean signal D, in any unit that is the same for all energies
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the tables of {@link Material}
	 */
	double signal( double energy );

	/**
	 * @param energy
	 *            of a photon that meets the detector, in keV
	 * @return the mean D2 of its squared signal, in the square of the unit of the signal
	 * @throws IllegalArgumentException
	 *             if the energy is outside of the tables of {@link Material}
	 */
	double secondMoment( double energy );

	/**
	 * @param spectrum
	 *            of the photons that meet the detector
	 * @return the mean signal of one of them
	 */
	default double meanSignal( final Spectrum spectrum )
	{
		final double[] energies = spectrum.energies(), photons = spectrum.photons();
		double sum = 0;
		for ( int i = 0; i < energies.length; ++i )
			sum += photons[ i ] * signal( energies[ i ] );
		return sum;
	}

	/**
	 * The detective quantum efficiency at the spatial frequency 0, without electronic noise:
	 * {@code ( sum S D )^2 / sum S D2}, the part of the photons that an ideal counter of as much noise would need.
	 *
	 * @param spectrum
	 *            of the photons that meet the detector
	 * @return from 0 to 1
	 */
	default double quantumEfficiency( final Spectrum spectrum )
	{
		final double[] energies = spectrum.energies(), photons = spectrum.photons();
		double sum = 0;
		for ( int i = 0; i < energies.length; ++i )
			sum += photons[ i ] * secondMoment( energies[ i ] );
		final double mean = meanSignal( spectrum );
		return mean * mean / sum;
	}
}
