/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ElectronPenetrationTest
{
	@Test
	void halfOfTheElectronsLeaveTungstenAgain()
	{
		// Measured backscatter of tungsten, 0.44 to 0.50 between 20 and 100 keV; some leave with less than a twentieth.
		assertEquals( 0.5, ElectronPenetration.escape( 0 )[ 0 ], 0.03 );
	}

	@Test
	void theTableIsThatOfTheTransport()
	{
		final int electrons = 300;
		final double[][] counts = new ElectronTransport( 60, 7 ).run( electrons );
		for ( final int index : new int[] { 0, 12, 24 } )
		{
			double sum = 0, transmitted = 0;
			for ( int j = 0; j < ElectronPenetration.DEPTHS; ++j )
			{
				sum += counts[ index ][ j ];
				transmitted += counts[ index ][ j ] * Math.exp( -4 * ( j + 0.5 ) * ElectronPenetration.STEP );
			}
			// Four standard deviations of a binomial proportion of one half.
			final double tolerance = 4 * 0.5 / Math.sqrt( electrons );
			assertEquals( ElectronPenetration.escape( 0 )[ index ], sum, tolerance );
			assertEquals( ElectronPenetration.escape( 4 )[ index ], transmitted, tolerance );
		}
	}

	@Test
	void stoppingPowersAreThoseOfEstar()
	{
		// NIST ESTAR, tungsten, collision, in MeV cm2/g: 10 keV 8.974, 100 keV 2.034.
		assertEquals( 8974, StoppingPower.of( 10 ), 0.01 * 8974 );
		assertEquals( 2034, StoppingPower.of( 100 ), 0.01 * 2034 );
	}
}
