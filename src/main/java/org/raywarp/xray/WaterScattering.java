/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How water scatters a photon: incoherently by the formula of Klein and Nishina (1929) times the incoherent scattering
 * function S( x ), coherently by the formula of Thomson times the squared form factor F^2( x ), with
 * {@code x = sin( theta / 2 ) / lambda}. Molecules count as their free atoms; the interference of liquid water, which
 * takes coherent scatter out of the first 2 degrees, is left out. Source of S and F: resource
 * {@code water-scattering.csv}.
 */
final class WaterScattering
{
	/** Rest energy of the electron, in keV. */
	static final double ELECTRON = 510.99895;

	/** Wavelength times energy, in angstrom keV. */
	static final double WAVELENGTH = 12.398420;

	/** Square of the classical radius of the electron, in cm2, times the molecules of a gram of water. */
	private static final double PER_GRAM = 7.9407877e-26 * 6.02214076e23 / 18.01528;

	/** Steps of the sine of half the angle: total cross sections are within 0.1 percent. */
	private static final int ANGLES = 200;

	/** The columns of the table: x, S, F^2. */
	private static final double[][] TABLE = table();

	private WaterScattering()
	{}

	/**
	 * @param energy
	 *            before scattering, in keV
	 * @param cosine
	 *            of the angle of scattering
	 * @return the energy after incoherent scattering, in keV
	 */
	static double scatteredEnergy( final double energy, final double cosine )
	{
		return energy / ( 1 + energy / ELECTRON * ( 1 - cosine ) );
	}

	/**
	 * @param energy
	 *            before scattering, in keV
	 * @param cosine
	 *            of the angle of scattering
	 * @return the incoherent cross section per solid angle, in cm2 per g and steradian
	 */
	static double incoherent( final double energy, final double cosine )
	{
		final double ratio = scatteredEnergy( energy, cosine ) / energy;
		return PER_GRAM / 2 * ratio * ratio * ( ratio + 1 / ratio - 1 + cosine * cosine ) * at( energy, cosine, 1 );
	}

	/**
	 * @param energy
	 *            of the photon, in keV
	 * @param cosine
	 *            of the angle of scattering
	 * @return the coherent cross section per solid angle, in cm2 per g and steradian
	 */
	static double coherent( final double energy, final double cosine )
	{
		return PER_GRAM / 2 * ( 1 + cosine * cosine ) * at( energy, cosine, 2 );
	}

	/**
	 * @param energy
	 *            of the photon, in keV
	 * @return the incoherent and coherent cross section over all angles, in cm2 per g
	 */
	static double total( final double energy )
	{
		double sum = 0;
		for ( int i = 0; i < ANGLES; ++i )
		{
			final double s = ( i + 0.5 ) / ANGLES, cosine = 1 - 2 * s * s;
			sum += s * ( incoherent( energy, cosine ) + coherent( energy, cosine ) );
		}
		return 8 * Math.PI * sum / ANGLES;
	}

	/** @return a column of the table, linear in x */
	private static double at( final double energy, final double cosine, final int column )
	{
		final double x = Math.sqrt( Math.max( 0, ( 1 - cosine ) / 2 ) ) * energy / WAVELENGTH;
		final double[] xs = TABLE[ 0 ], values = TABLE[ column ];
		final int found = Arrays.binarySearch( xs, x );
		final int above = Math.max( 1, Math.min( xs.length - 1, found < 0 ? -found - 1 : found ) );
		final double t = ( x - xs[ above - 1 ] ) / ( xs[ above ] - xs[ above - 1 ] );
		return ( 1 - t ) * values[ above - 1 ] + t * values[ above ];
	}

	private static double[][] table()
	{
		final double[][] rows = EnergyTable.matrix( "water-scattering.csv" );
		return IntStream.range( 0, 3 ).mapToObj( c -> Arrays.stream( rows ).mapToDouble( row -> row[ c ] ).toArray() )
				.toArray( double[][]::new );
	}
}
