/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class AttenuationTest
{
	@Test
	void waterAgreesWithHubbellAndSeltzer()
	{
		// Hubbell and Seltzer 1995 (NIST), in cm2/g; the cross sections of xraylib differ from them by up to half a percent.
		assertEquals( 0.5329, Attenuation.water( 10 ), 0.005 * 0.5329 );
		assertEquals( 0.02683, Attenuation.water( 40 ), 0.005 * 0.02683 );
		assertEquals( 0.02059, Attenuation.water( 60 ), 0.005 * 0.02059 );
		assertEquals( 0.01707, Attenuation.water( 100 ), 0.005 * 0.01707 );
	}

	@Test
	void interpolatesLinearlyInLogarithms()
	{
		// Halfway in the logarithm between 20 and 21 keV lies the geometric mean of both table values.
		assertEquals( 0.1 * Math.sqrt( 0.809828 * 0.725349 ), Attenuation.water( Math.sqrt( 20 * 21 ) ), 1e-9 );
		assertEquals( 0.1 * 0.150524, Attenuation.water( 150 ), 1e-12 );
	}

	@Test
	void hounsfieldUnitsScaleWater()
	{
		final double water = Attenuation.water( 45 );
		assertEquals( water, Attenuation.ofHounsfield( 0, 45 ), 1e-15 );
		assertEquals( 2.5 * water, Attenuation.ofHounsfield( 1500, 45 ), 1e-15 );
		assertEquals( 0, Attenuation.ofHounsfield( -1000, 45 ) );
		assertEquals( 0, Attenuation.ofHounsfield( -3024, 45 ) );
	}

	@Test
	void viewConvertsEveryVoxel()
	{
		final Volume< FloatType > ct = Volume.floats( Grid.centered( new int[] { 3, 1, 1 }, 1, 1, 1 ),
				new float[] { -1200, 0, 1000 } );
		final float[] mu = FloatArrays.of( Attenuation.view( ct, 60 ).voxels() );
		assertEquals( 0, mu[ 0 ] );
		assertEquals( 0.0205873, mu[ 1 ], 1e-7 );
		assertEquals( 2 * 0.0205873, mu[ 2 ], 1e-7 );
	}

	@Test
	void effectiveEnergyIsHalfThePeak()
	{
		assertEquals( 45, Attenuation.effectiveEnergy( 90 ) );
	}

	@Test
	void energiesOutsideOfTheTableAreRefused()
	{
		for ( final double energy : new double[] { 9.9, 150.1, Double.NaN, -1 } )
			assertThrows( IllegalArgumentException.class, () -> Attenuation.water( energy ) );
		for ( final double kilovoltage : new double[] { 19, 301, Double.NaN, 0 } )
			assertThrows( IllegalArgumentException.class, () -> Attenuation.effectiveEnergy( kilovoltage ) );
	}
}
