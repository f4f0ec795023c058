/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialTest
{
	/** Hubbell and Seltzer 1995 (NISTIR 5632), in cm2/g; xraylib's cross sections are within 2 percent of them. */
	@ParameterizedTest
	@CsvSource( { "ALUMINUM, 30, 1.128", "ALUMINUM, 60, 0.2778", "COPPER, 60, 1.593", "COPPER, 100, 0.4584", "CORTICAL_BONE, 60, 0.3148",
			"TUNGSTEN, 60, 3.713", "TUNGSTEN, 100, 4.438", "TITANIUM, 60, 0.7661", "BERYLLIUM, 30, 0.1792", "CESIUM_IODIDE, 60, 7.921" } )
	void massAttenuationAgreesWithNist( final Material material, final double energy, final double expected )
	{
		assertEquals( expected, material.massAttenuation( energy ), 0.02 * expected );
	}

	@Test
	void linearAttenuationIsPerMillimeter()
	{
		assertEquals( 0.1 * 2.6989 * Material.ALUMINUM.massAttenuation( 60 ), Material.ALUMINUM.linearAttenuation( 60 ), 1e-4 );
		assertEquals( 1, Material.WATER.density() );
	}

	@Test
	void everyMaterialIsTabulatedToBothEnds()
	{
		for ( final Material material : Material.values() )
		{
			assertTrue( material.density() > 0 );
			for ( double energy = Material.MIN_ENERGY; energy <= Material.MAX_ENERGY; energy += 0.5 )
				assertTrue( material.massAttenuation( energy ) > 0 );
		}
	}

	@Test
	void refusesEnergiesOutsideOfTheTables()
	{
		for ( final double energy : new double[] { 0, 9.99, 150.01, Double.NaN } )
			assertThrows( IllegalArgumentException.class, () -> Material.WATER.massAttenuation( energy ) );
	}
}
