/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Scatter of thin beams behind slabs of water, as a function of the distance from the beam on the detector: the kernels
 * that {@link Scattering} adds up. For each energy of the spectrum and each thickness T of the slab they are the sum of
 * <ul>
 * <li>photons scattered once, integrated along the beam over the depth z of the scattering,
 * {@code exp( -mu z ) rho dsigma/dOmega( theta ) exp( -mu' ( T - z ) / cos theta ) cos^3 theta / l^2} with l the distance of
 * the depth z from the detector: the model of Boone and Seibert (1988, "An analytical model of the scattered radiation
 * distribution in diagnostic radiology", Medical Physics 15, 721-725) with coherent scatter and binding of the electrons
 * added ({@link WaterScattering});</li>
 * <li>photons scattered more often, by {@link MultipleScatter}.</li>
 * </ul>
 * The slab stands at right angles to the beam with its middle where the middle of the body is; what is not water counts as
 * the thickness of water of the same attenuation. The detector takes oblique photons for upright ones. The divergence of
 * the beam is left out. Instances are immutable.
 */
public final class ScatterKernels
{
	/** Thicknesses of the slabs, in mm. Kernels relative to the primary beam are linear between them. */
	private static final double[] THICKNESSES = { 0, 10, 25, 50, 75, 100, 130, 160, 200, 250, 300, 350, 400, 500 };

	/** The cover of a detector keeps bodies that far from it, in mm. */
	private static final double LEAST_GAP = 10;

	/** Radii are {@code FINEST sinh( j STEP )}, up to 1.2 m; logarithms of kernels are linear in j between them. */
	private static final int RADII = 40;

	private static final double FINEST = 10, STEP = 0.14;

	private static final int DEPTHS = 24;

	private static final int ENERGIES = 12;

	private final double[] logAttenuation = new double[ THICKNESSES.length ];

	private final double[][] logKernels = new double[ THICKNESSES.length ][ RADII ];

	private final double secondMoment;

	private ScatterKernels( final Spectrum spectrum, final DetectorResponse response, final double bodyToDetector )
	{
		final double[][] beam = grouped( spectrum, response );
		final double open = signal( beam, response, 0 );
		final ScatteringAngles[] angles = angles( beam, response, false );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 1, THICKNESSES.length ).boxed().toList(), t -> {
			final double thickness = THICKNESSES[ t ], gap = Math.max( LEAST_GAP, bodyToDetector - thickness / 2 );
			final double primary = signal( beam, response, thickness );
			logAttenuation[ t ] = Math.log( open / primary );
			final double[] kernel = kernel( beam, angles, response::signal, thickness, gap );
			for ( int j = 0; j < RADII; ++j )
				logKernels[ t ][ j ] = Math.log( kernel[ j ] / primary );
		} );
		Arrays.fill( logKernels[ 0 ], Double.NEGATIVE_INFINITY );
		secondMoment = secondMoment( beam, response, bodyToDetector ) / open;
	}

	/**
	 * Prepares the scatter of one beam, detector and position of the body; takes some milliseconds.
	 *
	 * @param spectrum
	 *            of the open beam
	 * @param response
	 *            of the detector
	 * @param distances
	 *            of body and detector from the source
	 * @return the kernels
	 */
	public static ScatterKernels of( final Spectrum spectrum, final DetectorResponse response, final BodyDistances distances )
	{
		return new ScatterKernels( spectrum, response, distances.bodyToDetector() );
	}

	/**
	 * @return the second moment of {@link PrimarySignal} of scatter of the relative signal 1: that of a slab of 16 cm
	 */
	public double secondMoment()
	{
		return secondMoment;
	}

	/** @return number of slabs, of ascending thickness; the first is nothing and scatters nothing */
	int slabs()
	{
		return THICKNESSES.length;
	}

	/** @return log attenuation of the thickest slab */
	double greatestAttenuation()
	{
		return logAttenuation[ slabs() - 1 ];
	}

	/**
	 * @param attenuation
	 *            log attenuation of the primary beam
	 * @return the index of the slab of that attenuation, between whole ones by linear interpolation
	 */
	double slab( final double attenuation )
	{
		if ( !( attenuation > 0 ) )
			return 0;
		int t = 1;
		while ( t < slabs() - 1 && attenuation > logAttenuation[ t ] )
			++t;
		return Math.min( slabs() - 1,
				t - 1 + ( attenuation - logAttenuation[ t - 1 ] ) / ( logAttenuation[ t ] - logAttenuation[ t - 1 ] ) );
	}

	/**
	 * @param slab
	 *            index of a slab, from 1
	 * @param radius
	 *            from the beam, in mm
	 * @return the scatter signal in a unit of area of the detector, in 1/mm2, relative to the primary signal of the beam behind
	 *         the slab
	 */
	double at( final int slab, final double radius )
	{
		final double x = radius / FINEST, j = Math.log( x + Math.sqrt( x * x + 1 ) ) / STEP;
		final int below = Math.min( RADII - 2, ( int ) j );
		final double[] logs = logKernels[ slab ];
		return Math.exp( logs[ below ] + ( j - below ) * ( logs[ below + 1 ] - logs[ below ] ) );
	}

	/** @return second moment by signal of scatter some cm from the beam, behind a slab of middling thickness */
	private static double secondMoment( final double[][] beam, final DetectorResponse response, final double bodyToDetector )
	{
		final double thickness = THICKNESSES[ THICKNESSES.length / 2 ], gap = Math.max( LEAST_GAP, bodyToDetector - thickness / 2 );
		return kernel( beam, angles( beam, response, true ), response::secondMoment, thickness, gap )[ RADII / 2 ]
				/ kernel( beam, angles( beam, response, false ), response::signal, thickness, gap )[ RADII / 2 ];
	}

	/** @return energies in keV and relative numbers of photons of at most ENERGIES groups of equal signal */
	private static double[][] grouped( final Spectrum spectrum, final DetectorResponse response )
	{
		final double[] energies = spectrum.energies(), photons = spectrum.photons();
		if ( energies.length <= ENERGIES )
			return new double[][] { energies, photons };
		final double whole = response.meanSignal( spectrum );
		final double[] sums = new double[ ENERGIES ], weighted = new double[ ENERGIES ];
		double signal = 0;
		for ( int i = 0; i < energies.length; ++i )
		{
			final double own = photons[ i ] * response.signal( energies[ i ] );
			final int group = Math.min( ENERGIES - 1, ( int ) ( ENERGIES * ( signal + own / 2 ) / whole ) );
			signal += own;
			sums[ group ] += photons[ i ];
			weighted[ group ] += photons[ i ] * energies[ i ];
		}
		final int[] filled = IntStream.range( 0, ENERGIES ).filter( g -> sums[ g ] > 0 ).toArray();
		return new double[][] { Arrays.stream( filled ).mapToDouble( g -> weighted[ g ] / sums[ g ] ).toArray(),
				Arrays.stream( filled ).mapToDouble( g -> sums[ g ] ).toArray() };
	}

	private static double signal( final double[][] beam, final DetectorResponse response, final double thickness )
	{
		double sum = 0;
		for ( int i = 0; i < beam[ 0 ].length; ++i )
			sum += beam[ 1 ][ i ] * response.signal( beam[ 0 ][ i ] )
					* Math.exp( -Material.WATER.linearAttenuation( beam[ 0 ][ i ] ) * thickness );
		return sum;
	}

	/** @return the angles of the photons of each energy */
	private static ScatteringAngles[] angles( final double[][] beam, final DetectorResponse response, final boolean squared )
	{
		return Arrays.stream( beam[ 0 ] ).mapToObj( energy -> new ScatteringAngles( energy, response, squared ) )
				.toArray( ScatteringAngles[]::new );
	}

	/** @return signal, or what the angles are of, in a unit of area per photon of the beam, by radius */
	private static double[] kernel( final double[][] beam, final ScatteringAngles[] angles, final DoubleUnaryOperator signal,
			final double thickness, final double gap )
	{
		final double[] kernel = new double[ RADII ];
		for ( int i = 0; i < angles.length; ++i )
		{
			final MultipleScatter multiple = MultipleScatter.of( beam[ 0 ][ i ], thickness );
			final double many = multiple.photons() * Math.exp( -Material.WATER.linearAttenuation( beam[ 0 ][ i ] ) * thickness )
					* signal.applyAsDouble( Math.max( Material.MIN_ENERGY, multiple.energy() ) );
			for ( int j = 0; j < RADII; ++j )
			{
				final double radius = FINEST * Math.sinh( j * STEP );
				kernel[ j ] += beam[ 1 ][ i ] * ( many * multiple.spread( gap, radius ) + once( angles[ i ], thickness, gap, radius ) );
			}
		}
		return kernel;
	}

	/** Integrates over the depth of the scattering with nodes that are closer to each other the nearer to the detector. */
	private static double once( final ScatteringAngles angles, final double thickness, final double gap, final double radius )
	{
		final double ratio = Math.log( 1 + thickness / gap ) / DEPTHS, step = Math.exp( ratio );
		double sum = 0, l = gap * Math.sqrt( step );
		for ( int k = 0; k < DEPTHS; ++k )
		{
			final double cosine = l / Math.sqrt( l * l + radius * radius );
			sum += angles.signal( cosine, thickness - ( l - gap ), ( l - gap ) / cosine ) * cosine * cosine * cosine / l;
			l *= step;
		}
		return sum * ratio;
	}
}
