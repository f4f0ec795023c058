/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * Rays through the lead strips and the aluminum between them of a focused grid, averaged over where they enter: what the
 * formula of Day and Dance (1983, "X-ray transmission formula for antiscatter grids", Physics in Medicine and Biology 28,
 * 1429-1433) gives in closed form.
 *
 * @param ratio
 *            height of the strips divided by the width of the gaps between them
 * @param period
 *            of the strips, in mm
 * @param strip
 *            thickness of a strip, in mm
 */
record GridStrips( double ratio, double period, double strip )
{

	private static final int ENTRIES = 100;

	/** Mass attenuation of lead in cm2/g by energy in keV (xraylib 4.0.0), with the K edge at 88 keV. */
	private static final double[][] LEAD = {
			{ 10, 20, 30, 40, 50, 60, 70, 80, 87.9, 88.1, 100, 120, 150 },
			{ 130.6, 86.4, 30.3, 14.4, 8.04, 5.02, 3.39, 2.42, 1.91, 7.68, 5.55, 3.44, 2.01 } };

	/**
	 * @param energy
	 *            of the photons, in keV
	 * @param across
	 *            slope of the ray across the strips: 0 for the primary beam
	 * @param steepness
	 *            length of the ray in a layer of unit thickness
	 * @return the part of the photons that comes through
	 */
	double transmission( final double energy, final double across, final double steepness )
	{
		final double height = ratio * ( period - strip ), width = Math.abs( across ) * height, length = steepness * height;
		final double lead = lead( energy ), aluminum = Material.ALUMINUM.linearAttenuation( energy );
		double sum = 0;
		for ( int i = 0; i < ENTRIES; ++i )
		{
			final double from = ( i + 0.5 ) / ENTRIES * period;
			final double part = width > 0 ? ( inLead( from + width ) - inLead( from ) ) / width : from % period < strip ? 1 : 0;
			sum += Math.exp( -length * ( part * lead + ( 1 - part ) * aluminum ) );
		}
		return sum / ENTRIES;
	}

	/** @return how much of the way from 0 to a place across the strips is lead */
	private double inLead( final double place )
	{
		return Math.floor( place / period ) * strip + Math.min( strip, place % period );
	}

	private static double lead( final double energy )
	{
		int i = 0;
		while ( i < LEAD[ 0 ].length - 2 && energy > LEAD[ 0 ][ i + 1 ] )
			++i;
		final double t = Math.log( energy / LEAD[ 0 ][ i ] ) / Math.log( LEAD[ 0 ][ i + 1 ] / LEAD[ 0 ][ i ] );
		return 0.1 * 11.35 * LEAD[ 1 ][ i ] * Math.pow( LEAD[ 1 ][ i + 1 ] / LEAD[ 1 ][ i ], t );
	}
}
