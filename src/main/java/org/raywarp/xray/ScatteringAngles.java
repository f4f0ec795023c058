/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * First scatterings of photons of one energy by angle, tabulated evenly in the sine of half the angle and linear between:
 * what {@link ScatterKernels} look up many times.
 */
final class ScatteringAngles
{
	/** Up to a right angle: the detector sees no others. */
	private static final int STEPS = 150;

	private static final double MOST = Math.sqrt( 0.5 );

	private final double density = Material.WATER.density() / 10;

	private final double attenuation;

	private final double[] compton = new double[ STEPS + 2 ], rayleigh = new double[ STEPS + 2 ];

	private final double[] scatteredAttenuation = new double[ STEPS + 2 ];

	/**
	 * @param energy
	 *            of the photons before, in keV
	 * @param response
	 *            of the detector
	 * @param squared
	 *            whether to weight with the second moment of the signal instead of the signal
	 */
	ScatteringAngles( final double energy, final DetectorResponse response, final boolean squared )
	{
		attenuation = Material.WATER.linearAttenuation( energy );
		for ( int i = 0; i < compton.length; ++i )
		{
			final double s = MOST * i / STEPS, cosine = 1 - 2 * s * s;
			final double after = Math.max( Material.MIN_ENERGY, WaterScattering.scatteredEnergy( energy, cosine ) );
			compton[ i ] = density * WaterScattering.incoherent( energy, cosine )
					* ( squared ? response.secondMoment( after ) : response.signal( after ) );
			rayleigh[ i ] = density * WaterScattering.coherent( energy, cosine )
					* ( squared ? response.secondMoment( energy ) : response.signal( energy ) );
			scatteredAttenuation[ i ] = Material.WATER.linearAttenuation( after );
		}
	}

	/**
	 * @param cosine
	 *            of the angle of scattering, 0 or more
	 * @param before
	 *            path in water before the scattering, in mm
	 * @param after
	 *            path in water after it, in mm
	 * @return signal per photon, solid angle and path, in 1/mm
	 */
	double signal( final double cosine, final double before, final double after )
	{
		final double s = Math.sqrt( Math.max( 0, ( 1 - cosine ) / 2 ) ) / MOST * STEPS;
		final int i = ( int ) s;
		final double t = s - i;
		return ( compton[ i ] + t * ( compton[ i + 1 ] - compton[ i ] ) )
				* Math.exp( -attenuation * before
						- after * ( scatteredAttenuation[ i ] + t * ( scatteredAttenuation[ i + 1 ] - scatteredAttenuation[ i ] ) ) )
				+ ( rayleigh[ i ] + t * ( rayleigh[ i + 1 ] - rayleigh[ i ] ) ) * Math.exp( -attenuation * ( before + after ) );
	}
}
