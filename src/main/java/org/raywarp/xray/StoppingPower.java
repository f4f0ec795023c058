/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How fast electrons lose energy in tungsten by collisions: the formula of Bethe for electrons as in ICRU Report 37
 * (1984), without density effect, with a mean excitation energy of 727 eV. Losses by radiation, below 2 percent up to
 * 150 keV, are left out.
 */
final class StoppingPower
{
	/** The energy of an electron at rest, in keV. */
	static final double REST = 510.999;

	/** {@code 2 pi r_e^2 m c^2 N_A Z / A} of tungsten, in keV cm2/g. */
	private static final double SCALE = 153.536 * 74 / 183.84;

	private static final double EXCITATION = 0.727;

	private static final double LOWEST = 1;

	private static final int STEPS = 2000;

	private StoppingPower()
	{}

	/** @return the square of the speed of an electron over that of light, for a kinetic energy in keV */
	static double squaredSpeed( final double energy )
	{
		final double tau = energy / REST;
		return tau * ( tau + 2 ) / ( ( tau + 1 ) * ( tau + 1 ) );
	}

	/** @return the mass collision stopping power for a kinetic energy in keV, in keV cm2/g */
	static double of( final double energy )
	{
		final double tau = energy / REST, squaredSpeed = squaredSpeed( energy );
		final double f = 1 - squaredSpeed
				+ ( tau * tau / 8 - ( 2 * tau + 1 ) * Math.log( 2 ) ) / ( ( tau + 1 ) * ( tau + 1 ) );
		return SCALE / squaredSpeed * ( 2 * Math.log( energy / EXCITATION ) + Math.log( 1 + tau / 2 ) + f );
	}

	/** @return the range in continuous slowing down from a kinetic energy in keV to 1 keV, in g/cm2 */
	static double range( final double energy )
	{
		final double step = ( energy - LOWEST ) / STEPS;
		double sum = 0;
		for ( int i = 0; i < STEPS; ++i )
			sum += step / of( LOWEST + ( i + 0.5 ) * step );
		return sum;
	}
}
