/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScatterKernelsTest
{
	private static final DetectorResponse CSI = CesiumIodideResponse.STANDARD;

	private static ScatterKernels kernels( final Spectrum spectrum, final double thickness, final double gap )
	{
		return ScatterKernels.of( spectrum, CSI, new BodyDistances( 1500, 1500 - gap - thickness / 2 ) );
	}

	/** Ratio of scatter to primary in the middle of a square field at the detector. */
	private static double scatterToPrimary( final Spectrum spectrum, final double thickness, final double gap, final double side )
	{
		final ScatterKernels kernels = kernels( spectrum, thickness, gap );
		double open = 0, primary = 0;
		for ( int i = 0; i < spectrum.energies().length; ++i )
		{
			final double energy = spectrum.energies()[ i ], signal = spectrum.photons()[ i ] * CSI.signal( energy );
			open += signal;
			primary += signal * Math.exp( -Material.WATER.linearAttenuation( energy ) * thickness );
		}
		final double slab = kernels.slab( Math.log( open / primary ) );
		final int below = ( int ) slab, cells = 150;
		final double step = side / 2 / cells;
		double sum = 0;
		for ( int i = 0; i < cells * cells; ++i )
		{
			final double radius = Math.hypot( ( i % cells + 0.5 ) * step, ( i / cells + 0.5 ) * step );
			if ( below > 0 )
				sum += ( 1 - ( slab - below ) ) * kernels.at( below, radius );
			if ( slab > below )
				sum += ( slab - below ) * kernels.at( below + 1, radius );
		}
		return 4 * step * step * sum;
	}

	/**
	 * The Monte Carlo simulation with 100,000 photons is uncertain by 1 to 4 percent; the fit to it of multiple scatter is
	 * good to 8 percent where most of the scatter passes by.
	 */
	@Test
	void scatterIsThatOfPhotonsThatWanderByChance()
	{
		for ( final double[] slab : new double[][] { { 50, 50 }, { 100, 20 }, { 180, 100 } } )
			for ( final double kilovoltage : new double[] { 60, 100 } )
			{
				final Spectrum spectrum = TungstenTube.spectrum( kilovoltage );
				final double[] gaps = { slab[ 1 ] }, halves = { 50, 100, 150 };
				final double[] expected =
						new SlabMonteCarlo( spectrum, CSI, slab[ 0 ] ).scatterToPrimary( 100_000, gaps, halves )[ 1 ][ 0 ];
				for ( int h = 0; h < halves.length; ++h )
					assertEquals( expected[ h ], scatterToPrimary( spectrum, slab[ 0 ], slab[ 1 ], 2 * halves[ h ] ), 0.1 * expected[ h ],
							kilovoltage + " kV, " + slab[ 0 ] + " mm, half side " + halves[ h ] );
			}
	}

	/**
	 * Fields of 30 cm x 30 cm: 4.5 behind 25 cm (Bushberg, Seibert, Leidholdt and Boone, The Essential Physics of Medical
	 * Imaging, chapter on radiography), and 1.3, 3.0 and 5.3 behind 10, 20 and 30 cm by {@link SlabMonteCarlo}. A large body in
	 * a wide beam of 120 kV: about
	 * 5 (Malusek, Sandborg and Alm Carlsson 2003, Proc. SPIE 5030, 740-751). Behind the mediastinum, without a grid, 90
	 * percent of the radiation is scatter, a ratio of 9 (Niklason, Sorenson and Nelson 1981, Medical Physics 8, 677-681):
	 * nothing here comes near it.
	 */
	@Test
	void ratioIsInThePublishedRange()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 80 );
		assertEquals( 1.2, scatterToPrimary( spectrum, 100, 50, 300 ), 0.3 );
		assertEquals( 3, scatterToPrimary( spectrum, 200, 50, 300 ), 0.6 );
		assertEquals( 4.3, scatterToPrimary( spectrum, 250, 50, 300 ), 0.8 );
		assertEquals( 5.5, scatterToPrimary( spectrum, 300, 50, 300 ), 1 );
		final double wide = scatterToPrimary( TungstenTube.spectrum( 120 ), 300, 100, 400 );
		assertTrue( wide > 4 && wide < 9, wide + "" );
	}

	@Test
	void ratioRisesWithFieldAndThicknessAndFallsWithTheAirGap()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 80 );
		double last = 0;
		for ( final double side : new double[] { 50, 100, 200, 300, 400 } )
		{
			final double ratio = scatterToPrimary( spectrum, 200, 50, side );
			assertTrue( ratio > last );
			last = ratio;
		}
		for ( final double gap : new double[] { 100, 200, 300 } )
		{
			final double ratio = scatterToPrimary( spectrum, 200, gap, 400 );
			assertTrue( ratio < last );
			last = ratio;
		}
	}

	/**
	 * Sorenson and Floch 1985: behind any gap g scatter comes as if from a point 15 to 20 cm before the exit of the body, the
	 * field there being the same; with the exit 1 m from the source the field at the detector grows by 1 + g / 1 m and
	 * the primary beam thins by its square.
	 */
	@Test
	void airGapsWorkAsIfScatterCameFromOnePoint()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 80 );
		final double contact = scatterToPrimary( spectrum, 200, 10, 160 );
		for ( final double gap : new double[] { 150, 250 } )
		{
			final double magnification = 1 + gap / 1000;
			final double ratio = scatterToPrimary( spectrum, 200, gap + 10, 160 * magnification );
			final double source = gap / ( magnification * Math.sqrt( contact / ratio ) - 1 );
			assertTrue( source > 140 && source < 210, "gap " + gap + " mm: " + source + " mm" );
		}
	}

	@Test
	void scatteredPhotonsCountAsOthersInIdealDetectors()
	{
		assertEquals( 1, ScatterKernels.of( TungstenTube.spectrum( 80 ), DetectorResponse.IDEAL, new BodyDistances( 1000, 900 ) )
				.secondMoment(), 1e-12 );
	}

	/** In units of the mean signal, a photon's second moment is its energy by the mean absorbed energy: 40 to 60 keV here. */
	@Test
	void scatteredPhotonsCarryLessThanTheBeam()
	{
		final double moment = kernels( Spectrum.monochromatic( 60 ), 200, 50 ).secondMoment();
		assertEquals( 1, moment * CSI.signal( 60 ) / 50, 0.15 );
	}

	/** Sums of the table over all angles agree with the cross sections of NIST (XCOM): 0.1903 and 0.1779 cm2/g. */
	@Test
	void waterScattersAsTabulated()
	{
		assertEquals( 0.1770 + 0.0139, WaterScattering.total( 60 ), 0.001 );
		assertEquals( 0.1697 + 0.0082, WaterScattering.total( 80 ), 0.001 );
	}
}
