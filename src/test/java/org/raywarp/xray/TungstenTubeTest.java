/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.raywarp.xray.Material.AIR;
import static org.raywarp.xray.Material.ALUMINUM;
import static org.raywarp.xray.Material.BERYLLIUM;
import static org.raywarp.xray.Material.COPPER;
import static org.raywarp.xray.Material.TIN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TungstenTubeTest
{
	private static final double ANGLE = 20, AIR_PATH = 950;

	/** Ankerhold 2000, PTB-Dos-34: DIN qualities RQR and RQA with these filters. */
	@ParameterizedTest
	@CsvSource( { "40, 1, 2.5, 1.36, 1.72", "50, 1, 2.5, 1.72, 2.30", "60, 1, 2.5, 2.02, 2.84", "70, 1, 2.5, 2.29, 3.37",
			"80, 1, 2.5, 2.59, 3.96", "90, 1, 2.5, 2.91, 4.57", "100, 1, 2.5, 3.23, 5.19", "120, 1, 2.5, 3.88, 6.37",
			"150, 7, 2.5, 5.01, 8.15", "60, 1, 18.5, 5.24, 5.70", "80, 1, 28.5, 7.96, 8.50", "100, 1, 36.5, 9.93, 10.47",
			"120, 1, 42.5, 11.37, 11.97", "150, 7, 50, 12.97, 13.66" } )
	void halfValueLayersAreThoseMeasuredBehindTheSameFilter( final double kilovoltage, final double beryllium, final double aluminum,
			final double first, final double second )
	{
		final Spectrum spectrum = TungstenTube.spectrum( kilovoltage, ANGLE, aluminum ).filtered( BERYLLIUM, beryllium ).filtered( AIR,
				AIR_PATH );
		assertEquals( first, spectrum.halfValueLayer( ALUMINUM ), 0.04 * first );
		assertEquals( second, spectrum.secondHalfValueLayer( ALUMINUM ), 0.04 * second );
	}

	/** Mean energies of ISO 4037-1:1996, table 1, behind the filters of its high, wide and narrow series. */
	@ParameterizedTest
	@CsvSource( { "60, 3.2, 0, 0, 37", "60, 4, 0.3, 0, 45", "60, 4, 0.6, 0, 48", "80, 4, 0.5, 0, 57", "80, 4, 2, 0, 65",
			"100, 3.9, 0.15, 0, 57", "100, 4, 5, 0, 83", "110, 4, 2, 0, 79", "120, 4, 5, 1, 100" } )
	void meanEnergiesAreThoseOfTheStandard( final double kilovoltage, final double aluminum, final double copper, final double tin,
			final double mean )
	{
		final Spectrum spectrum = TungstenTube.spectrum( kilovoltage, ANGLE, aluminum ).filtered( COPPER, copper ).filtered( TIN, tin )
				.filtered( AIR, AIR_PATH );
		assertEquals( mean, spectrum.meanEnergy(), 0.04 * mean );
	}

	@Test
	void theLinesStandAboveTheContinuumOnlyAboveTheKEdge()
	{
		final double[] below = TungstenTube.spectrum( 69 ).photons(), above = TungstenTube.spectrum( 100 ).photons();
		assertTrue( below[ 59 - 10 ] < below[ 56 - 10 ] );
		assertTrue( above[ 59 - 10 ] > 1.5 * above[ 56 - 10 ] );
		final double alpha2 = above[ 58 - 10 ] - above[ 56 - 10 ], alpha1 = above[ 59 - 10 ] - above[ 56 - 10 ];
		assertEquals( 0.58, alpha2 / alpha1, 0.05, "xraylib: K-L2 over K-L3 is 0.576" );
	}

	@Test
	void aSteeperAnodeHardensTheBeam()
	{
		assertTrue( TungstenTube.unfiltered( 80, 6 ).meanEnergy() > TungstenTube.unfiltered( 80, 12 ).meanEnergy() );
		assertTrue( TungstenTube.unfiltered( 80, 12 ).meanEnergy() > TungstenTube.unfiltered( 80, 20 ).meanEnergy() );
	}

	@Test
	void noPhotonHasMoreEnergyThanTheElectrons()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 77.5 );
		assertEquals( 77, spectrum.energies()[ spectrum.energies().length - 1 ] );
	}

	@Test
	void refusesVoltagesAndAnglesOutsideOfTheModel()
	{
		for ( final double kilovoltage : new double[] { -70, 0, 39.9, 150.1, Double.NaN, Double.POSITIVE_INFINITY } )
			assertTrue( assertThrows( IllegalArgumentException.class, () -> TungstenTube.spectrum( kilovoltage ) ).getMessage()
					.contains( "40.0 to 150.0 kV, not " + kilovoltage ) );
		for ( final double angle : new double[] { 0, -12, 90, Double.NaN } )
			assertThrows( IllegalArgumentException.class, () -> TungstenTube.unfiltered( 80, angle ) );
	}
}
