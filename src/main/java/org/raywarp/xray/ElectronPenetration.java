/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How deep in the anode electrons are while they slow down, and how many are still there: half of them leave tungsten again.
 * Fractions of the starting energy and of the range in continuous slowing down make one table of all tube voltages
 * (Poludniowski and Evans 2007, Medical Physics 34, 2164-2174): from 60 to 150 keV mean depths differ by 5 percent from
 * those of the table, which is of 100 keV.
 */
final class ElectronPenetration
{
	/** Number of tabulated fractions of the energy. */
	static final int FRACTIONS = 39;

	/** Number of bins of the depth. */
	static final int DEPTHS = 30;

	/** Width of a bin of the depth, over the range. */
	static final double STEP = 0.02;

	private static final double LOWEST = 0.05;

	private static final double[][] ELECTRONS = EnergyTable.matrix( "electron-penetration.csv" );

	private ElectronPenetration()
	{}

	/** @return the tabulated fraction of the energy of an index: 0.05 to 1 */
	static double fraction( final int index )
	{
		return LOWEST + ( 1 - LOWEST ) * index / ( FRACTIONS - 1 );
	}

	/**
	 * The part of the photons that electrons of a fraction of their energy send out which leaves the anode, times the part of
	 * the electrons that get there.
	 *
	 * @param attenuation
	 *            of the photons over the whole range of the electrons, along the way that the photons take
	 * @return one value a tabulated fraction
	 */
	static double[] escape( final double attenuation )
	{
		final double[] transmission = new double[ DEPTHS ], result = new double[ FRACTIONS ];
		for ( int i = 0; i < DEPTHS; ++i )
			transmission[ i ] = Math.exp( -attenuation * ( i + 0.5 ) * STEP );
		for ( int i = 0; i < FRACTIONS - 1; ++i )
			for ( int j = 0; j < DEPTHS; ++j )
				result[ i ] += ELECTRONS[ i ][ j + 1 ] * transmission[ j ];
		result[ FRACTIONS - 1 ] = 1;
		return result;
	}

	/** @return {@link #escape} at a fraction of the energy, by linear interpolation */
	static double at( final double[] escape, final double fraction )
	{
		final double index = Math.max( 0, ( fraction - LOWEST ) / ( 1 - LOWEST ) * ( FRACTIONS - 1 ) );
		final int below = Math.min( ( int ) index, FRACTIONS - 2 );
		return escape[ below ] + ( index - below ) * ( escape[ below + 1 ] - escape[ below ] );
	}
}
