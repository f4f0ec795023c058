/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TissuesTest
{
	private static final Mixture TISSUES = Tissues.MIXTURE;

	@Test
	void zeroHounsfieldUnitsAreWater()
	{
		assertEquals( 1, TISSUES.density( Material.WATER, 0 ), 1e-15 );
		assertEquals( 1, TISSUES.density( 0 ), 1e-15 );
	}

	@Test
	void airCountsAsNothing()
	{
		assertEquals( 0, TISSUES.density( -1000 ) );
		assertEquals( 0, TISSUES.density( -3024 ) );
	}

	@Test
	void attenuationInTheScannerIsTheDefinitionOfTheHounsfieldUnit()
	{
		for ( double hu = -1000; hu < 50000; hu += 7 )
		{
			final double expected = Attenuation.ofHounsfield( hu, Tissues.SCANNER_ENERGY );
			assertEquals( expected, TISSUES.attenuation( hu, Tissues.SCANNER_ENERGY ), 1e-12 + 1e-12 * expected, hu + " HU" );
		}
	}

	@Test
	void densitiesAreContinuousAndNotNegative()
	{
		for ( double hu = -1000; hu < 50000; hu += 1 )
			for ( final Material material : TISSUES.materials() )
			{
				final double density = TISSUES.density( material, hu );
				assertTrue( density >= -1e-12, material + " at " + hu + " HU: " + density );
				// The steepest: muscle gives way to water within 43 HU.
				assertEquals( density, TISSUES.density( material, hu + 0.01 ), 0.01 * 0.025 );
			}
	}

	/**
	 * The densities that W. Schneider et al. 2000 fitted to the CT numbers of real tissues, in g/cm3: two straight lines, for
	 * soft tissues and for the skeleton. Their scanner is not ours: 3 %.
	 */
	@Test
	void densitiesAreThoseOfRealTissues()
	{
		for ( double hu = -98; hu <= 14; hu += 2 )
			assertEquals( 1.018 + 0.893e-3 * hu, TISSUES.density( hu ), 0.03 );
		for ( double hu = 100; hu <= 1600; hu += 10 )
			assertEquals( 1, TISSUES.density( hu ) / ( 1.017 + 0.592e-3 * hu ), 0.03, hu + " HU" );
	}

	@Test
	void metalBeginsWhereBoneEnds()
	{
		assertEquals( 0, TISSUES.density( Material.TITANIUM, 2100 ), 1e-12 );
		assertTrue( TISSUES.density( Material.TITANIUM, 3071 ) > 0.3 );
		assertEquals( 7.874 * 2, TISSUES.density( Material.IRON, 2 * 33332 - 1000 ), 0.01 );
	}

	@Test
	void bonesBrightenAtLowEnergiesAndFatFades()
	{
		final double water = Attenuation.water( 40 );
		assertTrue( TISSUES.attenuation( 1445, 40 ) / water > 1.2 * 2.445 );
		assertTrue( TISSUES.attenuation( -103, 40 ) / water < 0.97 * 0.897 );
		assertTrue( TISSUES.attenuation( 1445, 120 ) < 0.9 * Attenuation.ofHounsfield( 1445, 120 ) );
	}

	@Test
	void aMixtureUpToAValueHasOnlyTheMaterialsNeeded()
	{
		final Mixture soft = TISSUES.upTo( 1.02 );
		assertTrue( soft.materials().contains( Material.MUSCLE ) );
		assertTrue( !soft.materials().contains( Material.CORTICAL_BONE ) );
		for ( double hu = -1000; hu <= 20; hu += 3 )
			assertEquals( TISSUES.attenuation( hu, 50 ), soft.attenuation( hu, 50 ), 1e-15 );
		assertEquals( Material.IRON, TISSUES.upTo( 20 ).materials().get( 5 ) );
	}
}
