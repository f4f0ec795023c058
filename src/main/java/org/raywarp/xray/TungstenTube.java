/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * Spectra of X-ray tubes with tungsten anodes.
 */
public final class TungstenTube
{
	/** The lowest peak voltage of the model, in kV. */
	public static final double MIN_KILOVOLTAGE = 40;

	/** The highest peak voltage of the model, in kV. */
	public static final double MAX_KILOVOLTAGE = 150;

	/** The total filtration of a usual radiographic tube, in mm of aluminum. */
	public static final double USUAL_FILTRATION = 2.5;

	/** The angle between the anode's face and the central ray of a usual radiographic tube, in degrees. */
	public static final double USUAL_ANODE_ANGLE = 12;

	private TungstenTube()
	{}

	/**
	 * @param kilovoltage
	 *            constant tube voltage, in kV
	 * @return the spectrum of a usual radiographic tube: {@link #USUAL_ANODE_ANGLE}, {@link #USUAL_FILTRATION}
	 */
	public static Spectrum spectrum( final double kilovoltage )
	{
		return spectrum( kilovoltage, USUAL_ANODE_ANGLE, USUAL_FILTRATION );
	}

	/**
	 * @param kilovoltage
	 *            constant tube voltage, in kV, from {@link #MIN_KILOVOLTAGE} to {@link #MAX_KILOVOLTAGE}
	 * @param anodeAngle
	 *            between the anode's face and the central ray, in degrees
	 * @param filtration
	 *            total, inherent and added, in mm of aluminum
	 * @return the spectrum in bins of 1 keV from 10 keV up to the kilovoltage
	 */
	public static Spectrum spectrum( final double kilovoltage, final double anodeAngle, final double filtration )
	{
		if ( !( kilovoltage >= MIN_KILOVOLTAGE && kilovoltage <= MAX_KILOVOLTAGE ) )
			throw new IllegalArgumentException(
					"The kilovoltage is from " + MIN_KILOVOLTAGE + " to " + MAX_KILOVOLTAGE + " kV, not " + kilovoltage + "." );
		final int bins = ( int ) kilovoltage - 9;
		final double[] energies = new double[ bins ], photons = new double[ bins ];
		for ( int i = 0; i < bins; ++i )
		{
			energies[ i ] = 10 + i;
			photons[ i ] = ( kilovoltage - energies[ i ] ) / energies[ i ];
		}
		return new Spectrum( energies, photons ).filtered( Material.ALUMINUM, filtration );
	}
}
