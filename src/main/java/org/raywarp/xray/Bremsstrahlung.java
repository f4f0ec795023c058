/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;

/**
 * The cross section of tungsten for bremsstrahlung, as tabulated by Seltzer and Berger 1986 (resource
 * {@code bremsstrahlung.csv}): linear between the ratios of photon and electron energy, and in the logarithm of the electron
 * energy.
 */
final class Bremsstrahlung
{
	private static final double[][] ROWS = EnergyTable.matrix( "bremsstrahlung.csv" );

	private static final double[] RATIOS = EnergyTable.header( "bremsstrahlung.csv" );

	private static final double[] LOG_ENERGIES = Arrays.stream( ROWS ).mapToDouble( row -> Math.log( row[ 0 ] ) ).toArray();

	private Bremsstrahlung()
	{}

	/**
	 * @param photon
	 *            energy of the photon, in keV
	 * @param electron
	 *            kinetic energy of the electron, in keV, from 10 to 200
	 * @return photons for each keV of photon energy and each keV that the electron loses, in a unit that is the same for all
	 */
	static double yield( final double photon, final double electron )
	{
		if ( photon > electron )
			return 0;
		final double e = Math.log( electron );
		final int row = below( LOG_ENERGIES, e );
		final double t = ( e - LOG_ENERGIES[ row ] ) / ( LOG_ENERGIES[ row + 1 ] - LOG_ENERGIES[ row ] );
		final double ratio = photon / electron;
		final int column = below( RATIOS, ratio );
		final double s = ( ratio - RATIOS[ column ] ) / ( RATIOS[ column + 1 ] - RATIOS[ column ] );
		final double scaled = ( 1 - t ) * between( ROWS[ row ], column, s ) + t * between( ROWS[ row + 1 ], column, s );
		return scaled / ( StoppingPower.squaredSpeed( electron ) * photon * StoppingPower.of( electron ) );
	}

	private static double between( final double[] row, final int column, final double s )
	{
		return ( 1 - s ) * row[ column + 1 ] + s * row[ column + 2 ];
	}

	private static int below( final double[] nodes, final double value )
	{
		final int found = Arrays.binarySearch( nodes, value );
		return Math.max( 0, Math.min( nodes.length - 2, found < 0 ? -found - 2 : found ) );
	}
}
