/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Random;

import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.Physics;
import org.raywarp.xray.RandomSeeds;

/**
 * What radiographs are taken with: kilovoltage and exposure are drawn anew for every case, the first uniform within its
 * range, the second with a uniform logarithm.
 *
 * @param physics
 *            how much of the physics is simulated
 * @param leastKilovoltage
 *            lower end of the peak voltage of the tube, in kV
 * @param greatestKilovoltage
 *            upper end of it, in kV
 * @param leastPhotons
 *            lower end of the mean number of photons of an unattenuated pixel; 0 for no noise
 * @param greatestPhotons
 *            upper end of it
 */
public record Radiation( Physics physics, double leastKilovoltage, double greatestKilovoltage, double leastPhotons,
		double greatestPhotons )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a range is empty, a kilovoltage is not one, or only one end of the photons is 0
	 */
	public Radiation
	{
		DrrSettings.ofKilovoltage( leastKilovoltage );
		DrrSettings.ofKilovoltage( greatestKilovoltage );
		if ( leastKilovoltage > greatestKilovoltage )
			throw new IllegalArgumentException( "The kilovoltage is drawn from the lower to the upper end of its range, not from "
					+ leastKilovoltage + " to " + greatestKilovoltage + " kV." );
		final boolean none = leastPhotons == 0 && greatestPhotons == 0;
		if ( !none && !( leastPhotons > 0 && leastPhotons <= greatestPhotons && Double.isFinite( greatestPhotons ) ) )
			throw new IllegalArgumentException(
					"The photons of a pixel are drawn from the lower to the upper end of their range, or are 0 for no noise, not from "
							+ leastPhotons + " to " + greatestPhotons + "." );
	}

	/**
	 * @param physics
	 *            how much of the physics is simulated
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV
	 * @param photons
	 *            of an unattenuated pixel; 0 for no noise
	 * @return the same radiation for every case
	 */
	public static Radiation fixed( final Physics physics, final double kilovoltage, final double photons )
	{
		return new Radiation( physics, kilovoltage, kilovoltage, photons, photons );
	}

	/**
	 * @param seed
	 *            of the random numbers
	 * @return the peak voltage of one case, in kV, and its photons
	 */
	double[] draw( final long seed )
	{
		final Random random = new Random( RandomSeeds.derive( seed ) );
		final double kilovoltage = leastKilovoltage + ( greatestKilovoltage - leastKilovoltage ) * random.nextDouble();
		final double photons = leastPhotons == greatestPhotons ? leastPhotons
				: leastPhotons * Math.pow( greatestPhotons / leastPhotons, random.nextDouble() );
		return new double[] { kilovoltage, photons };
	}

	/**
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV
	 * @param photons
	 *            of an unattenuated pixel
	 * @param seed
	 *            of the noise
	 * @return how the radiographs are simulated
	 */
	DrrSettings settings( final double kilovoltage, final double photons, final long seed )
	{
		if ( physics == Physics.POLYENERGETIC )
			throw new UnsupportedOperationException( "POLYENERGETIC radiographs are not simulated yet." );
		return DrrSettings.ofKilovoltage( kilovoltage ).withNoise( photons, seed );
	}
}
