/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Random;

import org.raywarp.xray.AntiScatterGrid;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.Physics;
import org.raywarp.xray.RandomSeeds;
import org.raywarp.xray.Scatter;

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
 * @param greatestScatter
 *            upper end of the scale of scatter, see {@link Scatter}, which is drawn uniformly from 0 on; 0 for none
 */
public record Radiation( Physics physics, double leastKilovoltage, double greatestKilovoltage, double leastPhotons,
		double greatestPhotons, double greatestScatter )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a range is empty, a kilovoltage is not one, only one end of the photons is 0, or a number is
	 *             negative
	 */
	public Radiation
	{
		ideal( physics, leastKilovoltage );
		ideal( physics, greatestKilovoltage );
		new Scatter( greatestScatter );
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
		return new Radiation( physics, kilovoltage, kilovoltage, photons, photons, 0 );
	}

	/**
	 * What one case is taken with.
	 *
	 * @param kilovoltage
	 *            peak voltage of the tube, in kV
	 * @param photons
	 *            of an unattenuated pixel; 0 for no noise
	 * @param scatter
	 *            scale of the scatter
	 */
	public record Drawn( double kilovoltage, double photons, double scatter )
	{}

	Drawn draw( final long seed )
	{
		final Random random = new Random( RandomSeeds.derive( seed ) );
		final double kilovoltage = leastKilovoltage + ( greatestKilovoltage - leastKilovoltage ) * random.nextDouble();
		final double exposure = random.nextDouble();
		final double photons =
				leastPhotons == greatestPhotons ? leastPhotons : leastPhotons * Math.pow( greatestPhotons / leastPhotons, exposure );
		// Whole kilovolts: tubes are set to such.
		return new Drawn( leastKilovoltage == greatestKilovoltage ? leastKilovoltage : Math.rint( kilovoltage ), photons,
				greatestScatter * random.nextDouble() );
	}

	/**
	 * @param drawn
	 *            what a case is taken with
	 * @param seed
	 *            of the noise
	 * @return how its radiographs are simulated
	 */
	DrrSettings settings( final Drawn drawn, final long seed )
	{
		final DrrSettings ideal = ideal( physics, drawn.kilovoltage ).withNoise( drawn.photons, seed );
		return drawn.scatter == 0 ? ideal
				: ideal.withChain( ideal.chain().withScatter( new Scatter( drawn.scatter ), AntiScatterGrid.NONE ) );
	}

	private static DrrSettings ideal( final Physics physics, final double kilovoltage )
	{
		return physics == Physics.POLYENERGETIC ? DrrSettings.polyenergetic( kilovoltage ) : DrrSettings.ofKilovoltage( kilovoltage );
	}
}
