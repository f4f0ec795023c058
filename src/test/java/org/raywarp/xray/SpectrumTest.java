/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpectrumTest
{
	@Test
	void oneEnergyHasTheHalfValueLayerOfItsAttenuation()
	{
		final Spectrum spectrum = Spectrum.monochromatic( 60 );
		final double expected = Math.log( 2 ) / Material.ALUMINUM.linearAttenuation( 60 );
		assertEquals( expected, spectrum.halfValueLayer( Material.ALUMINUM ), 1e-7 * expected );
		assertEquals( expected, spectrum.secondHalfValueLayer( Material.ALUMINUM ), 1e-7 * expected );
		assertEquals( 60, spectrum.meanEnergy() );
	}

	@Test
	void photonsAreScaledToTheSumOne()
	{
		assertArrayEquals( new double[] { 0.25, 0.75 }, new Spectrum( new double[] { 30, 50 }, new double[] { 2, 6 } ).photons() );
		assertEquals( 45, new Spectrum( new double[] { 30, 50 }, new double[] { 2, 6 } ).meanEnergy() );
	}

	@Test
	void filtersFollowBeerAndLambertAndAddUp()
	{
		final Spectrum open = new Spectrum( new double[] { 30, 60 }, new double[] { 1, 1 } );
		final double[] behind = open.filtered( Material.ALUMINUM, 4 ).photons();
		final double ratio = Math.exp( -4 * ( Material.ALUMINUM.linearAttenuation( 30 ) - Material.ALUMINUM.linearAttenuation( 60 ) ) );
		assertEquals( ratio, behind[ 0 ] / behind[ 1 ], 1e-12 );
		assertArrayEquals( behind, open.filtered( Material.ALUMINUM, 1 ).filtered( Material.ALUMINUM, 3 ).photons(), 1e-12 );
		assertEquals( open, open.filtered( Material.COPPER, 0 ) );
	}

	@Test
	void theSpectrumIsNotChangedFromOutside()
	{
		final double[] energies = { 30, 60 };
		final Spectrum spectrum = new Spectrum( energies, new double[] { 1, 1 } );
		energies[ 0 ] = 50;
		spectrum.photons()[ 0 ] = 7;
		assertEquals( new Spectrum( new double[] { 30, 60 }, new double[] { 1, 1 } ), spectrum );
	}

	@Test
	void refusesWhatIsNoSpectrum()
	{
		final double[] two = { 30, 60 };
		refuses( "empty", two, 0, 0 );
		refuses( "not -1.0 at 60.0 keV", two, 1, -1 );
		refuses( "not NaN", two, 1, Double.NaN );
		refuses( "not 1 for 2", two, 1 );
		refuses( "ascend", new double[] { 60, 30 }, 1, 1 );
		refuses( "10.0 to 150.0 keV, not 9.0", new double[] { 9, 30 }, 1, 1 );
		refuses( "empty", new double[ 0 ] );
	}

	@Test
	void refusesAFilterThatLeavesNothing()
	{
		final Spectrum spectrum = TungstenTube.spectrum( 60 );
		final String message = assertThrows( IllegalArgumentException.class, () -> spectrum.filtered( Material.COPPER, 100 ) ).getMessage();
		assertTrue( message.contains( "100.0 mm of COPPER" ), message );
		for ( final double thickness : new double[] { -1, Double.NaN, Double.POSITIVE_INFINITY } )
			assertThrows( IllegalArgumentException.class, () -> spectrum.filtered( Material.COPPER, thickness ) );
	}

	private static void refuses( final String part, final double[] energies, final double... photons )
	{
		final String message = assertThrows( IllegalArgumentException.class, () -> new Spectrum( energies, photons ) ).getMessage();
		assertTrue( message.contains( part ), message );
	}
}
