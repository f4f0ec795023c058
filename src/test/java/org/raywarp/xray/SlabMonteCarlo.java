/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Photons that wander through a slab of water by chance, one after the other: the oracle of {@link ScatterKernels}. A thin
 * beam hits the slab at right angles. What of it comes to a square about it on the detector is, turned round, what the
 * middle of the detector gets from a parallel beam as large as the square.
 */
final class SlabMonteCarlo
{
	private static final int ANGLES = 4000;

	private final Spectrum spectrum;

	private final DetectorResponse response;

	private final double thickness;

	/** Interaction probabilities of photons of whole keV. */
	private final double[] total = new double[ 151 ], incoherent = new double[ 151 ], coherent = new double[ 151 ];

	SlabMonteCarlo( final Spectrum spectrum, final DetectorResponse response, final double thickness )
	{
		this.spectrum = spectrum;
		this.response = response;
		this.thickness = thickness;
		for ( int e = 10; e <= 150; ++e )
		{
			total[ e ] = Material.WATER.linearAttenuation( e );
			for ( int i = 0; i < ANGLES; ++i )
			{
				final double cosine = -1 + ( i + 0.5 ) * 2 / ANGLES;
				incoherent[ e ] += 0.1 * 2 * Math.PI * 2 / ANGLES * WaterScattering.incoherent( e, cosine );
				coherent[ e ] += 0.1 * 2 * Math.PI * 2 / ANGLES * WaterScattering.coherent( e, cosine );
			}
		}
	}

	/** @return primary signal of the beam */
	double primary()
	{
		final double[] energies = spectrum.energies(), photons = spectrum.photons();
		double sum = 0;
		for ( int i = 0; i < energies.length; ++i )
			sum += photons[ i ] * response.signal( energies[ i ] ) * Math.exp( -total[ ( int ) energies[ i ] ] * thickness );
		return sum;
	}

	/**
	 * @return the scatter signal relative to the primary, of the photons scattered once and of all, for each gap and each
	 *         half side of the square
	 */
	double[][][] scatterToPrimary( final int photons, final double[] gaps, final double[] halfSides )
	{
		final int parts = 64;
		final double[][][][] sums = IntStream.range( 0, parts ).parallel().mapToObj( part -> {
			final double[][][] sum = new double[ 2 ][ gaps.length ][ halfSides.length ];
			final SplittableRandom random = new SplittableRandom( 17 + part );
			for ( int i = 0; i < photons / parts; ++i )
				follow( random, ( p, d, energy, order ) -> score( p, d, response.signal( energy ), order, gaps, halfSides, sum ) );
			return sum;
		} ).toArray( double[][][][]::new );
		final double[][][] ratio = new double[ 2 ][ gaps.length ][ halfSides.length ];
		for ( final double[][][] sum : sums )
			for ( int o = 0; o < 2; ++o )
				for ( int g = 0; g < gaps.length; ++g )
					for ( int h = 0; h < halfSides.length; ++h )
						ratio[ o ][ g ][ h ] += sum[ o ][ g ][ h ] / ( photons / parts * parts ) / primary();
		return ratio;
	}

	private double energy( final SplittableRandom random )
	{
		final double[] energies = spectrum.energies(), photons = spectrum.photons();
		double u = random.nextDouble();
		for ( int i = 0; i < energies.length; ++i )
			if ( ( u -= photons[ i ] ) < 0 )
				return energies[ i ];
		return energies[ energies.length - 1 ];
	}

	/** Called with where a scattered photon leaves the slab towards the detector. */
	interface Exit
	{
		void photon( double[] position, double[] direction, double energy, int scatterings );
	}

	/** Follows one photon until it leaves the slab or is absorbed. */
	void follow( final SplittableRandom random, final Exit exit )
	{
		double energy = energy( random );
		final double[] p = new double[ 3 ], d = { 0, 0, 1 };
		for ( int order = 0;; ++order )
		{
			final int e = ( int ) Math.round( energy );
			if ( e < 10 )
				return;
			final double path = -Math.log( 1 - random.nextDouble() ) / total[ e ];
			for ( int i = 0; i < 3; ++i )
				p[ i ] += path * d[ i ];
			if ( p[ 2 ] < 0 )
				return;
			if ( p[ 2 ] > thickness )
			{
				if ( order > 0 )
					exit.photon( p, d, energy, order );
				return;
			}
			final double u = random.nextDouble() * total[ e ];
			if ( u > incoherent[ e ] + coherent[ e ] )
				return;
			final double cosine = u < incoherent[ e ] ? compton( random, energy ) : rayleigh( random, energy );
			if ( u < incoherent[ e ] )
				energy = WaterScattering.scatteredEnergy( energy, cosine );
			turn( d, cosine, 2 * Math.PI * random.nextDouble() );
		}
	}

	private void score( final double[] p, final double[] d, final double signal, final int order, final double[] gaps,
			final double[] halfSides, final double[][][] sum )
	{
		for ( int g = 0; g < gaps.length; ++g )
		{
			final double rest = ( thickness + gaps[ g ] - p[ 2 ] ) / d[ 2 ];
			final double x = Math.abs( p[ 0 ] + rest * d[ 0 ] ), y = Math.abs( p[ 1 ] + rest * d[ 1 ] );
			for ( int h = 0; h < halfSides.length; ++h )
				if ( Math.max( x, y ) < halfSides[ h ] )
				{
					sum[ 1 ][ g ][ h ] += signal;
					if ( order == 1 )
						sum[ 0 ][ g ][ h ] += signal;
				}
		}
	}

	private static double compton( final SplittableRandom random, final double energy )
	{
		while ( true )
		{
			final double cosine = 2 * random.nextDouble() - 1;
			if ( random.nextDouble() * 0.45 < WaterScattering.incoherent( energy, cosine ) / 0.0795 )
				return cosine;
		}
	}

	private static double rayleigh( final SplittableRandom random, final double energy )
	{
		final double most = WaterScattering.coherent( energy, 1 );
		while ( true )
		{
			final double s = random.nextDouble(), cosine = 1 - 2 * s * s * s * s;
			if ( random.nextDouble() * most < WaterScattering.coherent( energy, cosine ) * s * s * s )
				return cosine;
		}
	}

	private static void turn( final double[] d, final double cosine, final double azimuth )
	{
		final double sine = Math.sqrt( Math.max( 0, 1 - cosine * cosine ) );
		final double[] a = Math.abs( d[ 2 ] ) < 0.9 ? new double[] { d[ 1 ], -d[ 0 ], 0 } : new double[] { 0, d[ 2 ], -d[ 1 ] };
		final double n = Math.sqrt( a[ 0 ] * a[ 0 ] + a[ 1 ] * a[ 1 ] + a[ 2 ] * a[ 2 ] );
		for ( int i = 0; i < 3; ++i )
			a[ i ] /= n;
		final double[] b = { d[ 1 ] * a[ 2 ] - d[ 2 ] * a[ 1 ], d[ 2 ] * a[ 0 ] - d[ 0 ] * a[ 2 ], d[ 0 ] * a[ 1 ] - d[ 1 ] * a[ 0 ] };
		for ( int i = 0; i < 3; ++i )
			d[ i ] = cosine * d[ i ] + sine * ( Math.cos( azimuth ) * a[ i ] + Math.sin( azimuth ) * b[ i ] );
		final double length = Math.sqrt( d[ 0 ] * d[ 0 ] + d[ 1 ] * d[ 1 ] + d[ 2 ] * d[ 2 ] );
		for ( int i = 0; i < 3; ++i )
			d[ i ] /= length;
	}
}
