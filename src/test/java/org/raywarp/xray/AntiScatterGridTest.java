/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class AntiScatterGridTest
{
	/** A grid of ratio 12 in scatter five times the primary: 0.64 * 6 / ( 0.64 + 5 * 0.08 ). */
	@Test
	void improvementsAreThoseOfTheStandard()
	{
		final AntiScatterGrid grid = AntiScatterGrid.RATIO_12;
		assertEquals( 1.04 / 6, grid.totalTransmission( 5 ), 1e-12 );
		assertEquals( 0.64 * 6 / 1.04, grid.contrastImprovement( 5 ), 1e-12 );
		assertEquals( 6 / 1.04, grid.exposureFactor( 5 ), 1e-12 );
		assertEquals( 0.64 * 0.64 * 6 / 1.04, grid.signalToNoiseImprovement( 5 ), 1e-12 );
		assertEquals( 0.125, grid.scatterFactor(), 1e-12 );
	}

	/** The loss of contrast is by 1 + SPR: the improvement is the ratio of the losses. */
	@Test
	void contrastImprovesAsScatterShrinks()
	{
		for ( final double spr : new double[] { 0, 0.5, 4 } )
			assertEquals( ( 1 + spr ) / ( 1 + spr * AntiScatterGrid.RATIO_10.scatterFactor() ),
					AntiScatterGrid.RATIO_10.contrastImprovement( spr ), 1e-12 );
	}

	/** Thin bodies give little scatter: there a grid costs more than it brings. */
	@Test
	void gridsPayBehindThickBodiesAlone()
	{
		assertTrue( AntiScatterGrid.RATIO_12.signalToNoiseImprovement( 0.3 ) < 1 );
		assertTrue( AntiScatterGrid.RATIO_12.signalToNoiseImprovement( 4 ) > 1.5 );
		assertEquals( 1, AntiScatterGrid.NONE.signalToNoiseImprovement( 4 ) );
	}

	/**
	 * The grids, ray by ray, 10 cm behind 20 cm of water in a field of 30 cm x 30 cm at 80 kV; constants have two digits,
	 * and the simulation of 20,000 photons, of which some hundreds pass the grid, is uncertain by 0.005.
	 */
	@Test
	void transmissionsAreThoseOfLeadStrips()
	{
		check( 8, AntiScatterGrid.RATIO_8 );
		check( 10, AntiScatterGrid.RATIO_10 );
		check( 12, AntiScatterGrid.RATIO_12 );
	}

	private static void check( final double ratio, final AntiScatterGrid grid )
	{
		final GridStrips strips = new GridStrips( ratio, 0.25, 0.05 );
		final Spectrum spectrum = TungstenTube.spectrum( 80 );
		final DetectorResponse response = CesiumIodideResponse.STANDARD;
		double before = 0, behind = 0;
		for ( int i = 0; i < spectrum.energies().length; ++i )
		{
			final double energy = spectrum.energies()[ i ];
			final double signal =
					spectrum.photons()[ i ] * response.signal( energy ) * Math.exp( -Material.WATER.linearAttenuation( energy ) * 200 );
			before += signal;
			behind += signal * strips.transmission( energy, 0, 1 );
		}
		assertEquals( grid.primaryTransmission(), behind / before, 0.01 );
		final double[] scatter = new double[ 2 ];
		final SplittableRandom random = new SplittableRandom( 3 );
		final SlabMonteCarlo slab = new SlabMonteCarlo( spectrum, response, 200 );
		for ( int i = 0; i < 20_000; ++i )
			slab.follow( random, ( position, direction, energy, order ) -> {
				final double way = ( 300 - position[ 2 ] ) / direction[ 2 ];
				if ( Math.abs( position[ 0 ] + way * direction[ 0 ] ) > 150 || Math.abs( position[ 1 ] + way * direction[ 1 ] ) > 150 )
					return;
				scatter[ 0 ] += response.signal( energy );
				scatter[ 1 ] += response.signal( energy )
						* strips.transmission( energy, direction[ 0 ] / direction[ 2 ], 1 / direction[ 2 ] );
			} );
		assertEquals( grid.scatterTransmission(), scatter[ 1 ] / scatter[ 0 ], 0.015 );
	}

	@Test
	void impossibleGridsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new AntiScatterGrid( 0, 0.1 ) );
		assertThrows( IllegalArgumentException.class, () -> new AntiScatterGrid( 0.7, 1.1 ) );
	}
}
