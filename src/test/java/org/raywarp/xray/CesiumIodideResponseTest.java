/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CesiumIodideResponseTest
{
	private static final CesiumIodideResponse STANDARD = CesiumIodideResponse.STANDARD;

	@Test
	void layerWeighsWhatItsThicknessAndPackingSay()
	{
		assertEquals( 216.5, STANDARD.massThickness(), 0.1 );
	}

	/** 1 - exp( -7.9212 cm2/g * 0.21648 g/cm2 ) with the cross section of xraylib. */
	@Test
	void absorptionFollowsBeerAndLambert()
	{
		assertEquals( 0.8200, STANDARD.absorption( 60 ), 1e-4 );
	}

	@Test
	void absorbedPhotonsLeaveTheirEnergy()
	{
		for ( final double energy : new double[] { 20, 33, 34, 60, 120 } )
		{
			assertEquals( energy * STANDARD.absorption( energy ), STANDARD.signal( energy ), 1e-12 );
			assertEquals( energy * STANDARD.signal( energy ), STANDARD.secondMoment( energy ), 1e-9 );
		}
	}

	@Test
	void absorptionRisesAtTheEdgesOfIodineAndCesium()
	{
		assertTrue( STANDARD.absorption( 37 ) > STANDARD.absorption( 32 ) + 0.02 );
	}

	@Test
	void idealDetectorsCountEveryPhoton()
	{
		final Spectrum two = new Spectrum( new double[] { 40, 80 }, new double[] { 3, 1 } );
		assertEquals( 1, DetectorResponse.IDEAL.meanSignal( two ) );
		assertEquals( 1, DetectorResponse.IDEAL.quantumEfficiency( two ) );
	}

	/** At one energy only absorption counts; with two, the spread of the signals adds noise (Swank 1973). */
	@Test
	void quantumEfficiencyIsAbsorptionTimesSpread()
	{
		assertEquals( STANDARD.absorption( 50 ), STANDARD.quantumEfficiency( Spectrum.monochromatic( 50 ) ), 1e-12 );
		final CesiumIodideResponse thick = new CesiumIodideResponse( 100, 1 );
		final Spectrum two = new Spectrum( new double[] { 30, 90 }, new double[] { 1, 1 } );
		assertEquals( 60.0 * 60 / ( ( 30.0 * 30 + 90 * 90 ) / 2 ), thick.quantumEfficiency( two ), 1e-9 );
	}

	@Test
	void impossibleLayersAreRefused()
	{
		for ( final double[] layer : new double[][] { { 0, 0.8 }, { -1, 0.8 }, { 0.6, 0 }, { 0.6, 1.1 }, { Double.NaN, 0.8 } } )
			assertThrows( IllegalArgumentException.class, () -> new CesiumIodideResponse( layer[ 0 ], layer[ 1 ] ) );
	}
}
