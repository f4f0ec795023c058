/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * Photons that leave a slab of water after two scatterings or more, fitted to a Monte Carlo simulation (test class
 * {@code SlabMonteCarlo}). They seem to come from one point inside the slab, the effective scatter point source of Sorenson
 * and Floch (1985, "Scatter rejection by air gaps: an empirical model", Medical Physics 12, 308-316), and fall off with a
 * power of the cosine of the angle: at the distance L from that point a plane gets
 * {@code ( n + 1 ) / ( 2 pi ) L^( n + 1 ) / ( L^2 + r^2 )^( ( n + 3 ) / 2 )} of them in a unit of area. The part of them
 * inside any circle of 30 to 220 mm, 0 to 300 mm behind the slab, is within 0.03 of the simulation.
 *
 * @param photons
 *            how many there are per photon of the primary beam behind the slab
 * @param energy
 *            their mean energy, in keV
 * @param depth
 *            of the point source before the exit of the slab, in mm
 * @param exponent
 *            n
 */
record MultipleScatter( double photons, double energy, double depth, double exponent )
{

	/** Energies of the simulation, in keV. */
	private static final double[] ENERGIES = { 25, 40, 60, 85, 120 };

	/** Thicknesses of the simulation, in mm. */
	private static final double[] THICKNESSES = { 50, 100, 200, 300 };

	/**
	 * Photons divided by the square of the optical depth of scattering, by energy and thickness; at 25 keV from 200 mm on
	 * continued from the thinner slabs.
	 */
	private static final double[][] STRENGTH = {
			{ 0.1340, 0.0892, 0.061, 0.049 },
			{ 0.2644, 0.1875, 0.1421, 0.1254 },
			{ 0.3704, 0.2941, 0.2394, 0.2201 },
			{ 0.4339, 0.3627, 0.3181, 0.3136 },
			{ 0.4690, 0.4143, 0.3775, 0.3752 } };

	/** Mean energy divided by that of the beam. */
	private static final double[][] ENERGY = {
			{ 0.954, 0.967, 0.970, 0.970 },
			{ 0.882, 0.884, 0.890, 0.891 },
			{ 0.805, 0.794, 0.782, 0.774 },
			{ 0.736, 0.713, 0.689, 0.672 },
			{ 0.671, 0.638, 0.605, 0.580 } };

	/**
	 * @param energy
	 *            of the beam, in keV
	 * @param thickness
	 *            of the slab, in mm, positive
	 * @return what a thin beam at right angles to the slab makes
	 */
	static MultipleScatter of( final double energy, final double thickness )
	{
		final double attenuation = Material.WATER.linearAttenuation( energy ), depths = attenuation * thickness;
		final double scatterings = WaterScattering.total( energy ) * Material.WATER.density() / 10 * thickness;
		final double albedo = scatterings / depths;
		final double e = position( Math.min( energy, ENERGIES[ ENERGIES.length - 1 ] ), ENERGIES ), t = position( thickness, THICKNESSES );
		final double photons = scatterings * scatterings * Math.max( 0, at( STRENGTH, Math.max( 0, e ), t ) );
		return new MultipleScatter( photons, energy * at( ENERGY, Math.max( 0, e ), Math.max( 0, Math.min( THICKNESSES.length - 1, t ) ) ),
				( 0.2 + 0.3 * albedo ) * thickness + 0.25 / attenuation, 0.7 + 0.32 * depths );
	}

	/** @return the index of a value between logarithmically interpolated nodes, outside of 0 and the last beyond them */
	private static double position( final double value, final double[] nodes )
	{
		int i = 0;
		while ( i < nodes.length - 2 && value > nodes[ i + 1 ] )
			++i;
		return i + Math.log( value / nodes[ i ] ) / Math.log( nodes[ i + 1 ] / nodes[ i ] );
	}

	/** @return the bilinear interpolant, continued linearly beyond the last column */
	private static double at( final double[][] table, final double e, final double t )
	{
		final int i = Math.min( table.length - 2, ( int ) e ),
				j = Math.max( 0, Math.min( table[ 0 ].length - 2, ( int ) Math.floor( t ) ) );
		final double a = e - i, b = t - j;
		return ( 1 - a ) * ( ( 1 - b ) * table[ i ][ j ] + b * table[ i ][ j + 1 ] )
				+ a * ( ( 1 - b ) * table[ i + 1 ][ j ] + b * table[ i + 1 ][ j + 1 ] );
	}

	/**
	 * @param distance
	 *            of the plane from the exit of the slab, in mm
	 * @param radius
	 *            from the beam, in mm
	 * @return the part of the photons that a unit of area of the plane gets, in 1/mm2
	 */
	double spread( final double distance, final double radius )
	{
		final double l = distance + depth;
		return ( exponent + 1 ) / ( 2 * Math.PI * l * l ) * Math.pow( l * l / ( l * l + radius * radius ), ( exponent + 3 ) / 2 );
	}
}
