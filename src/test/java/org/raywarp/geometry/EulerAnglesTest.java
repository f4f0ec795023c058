/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EulerAnglesTest
{
	@Test
	void eachTurnsCounterclockwiseAboutItsAxis()
	{
		assertArrayEquals( new double[] { 0, 0, 1 }, EulerAngles.rotation( "XYZ", 90, 0, 0 ).apply( 0, 1, 0 ), 1e-15 );
		assertArrayEquals( new double[] { 1, 0, 0 }, EulerAngles.rotation( "XYZ", 0, 90, 0 ).apply( 0, 0, 1 ), 1e-15 );
		assertArrayEquals( new double[] { 0, 1, 0 }, EulerAngles.rotation( "XYZ", 0, 0, 90 ).apply( 1, 0, 0 ), 1e-15 );
		// The last one acts first: x to y, then y to z.
		assertArrayEquals( new double[] { 0, 0, 1 }, EulerAngles.rotation( "XYZ", 90, 0, 90 ).apply( 1, 0, 0 ), 1e-15 );
	}

	@ParameterizedTest
	@ValueSource( strings = { "XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX" } )
	void theAnglesMakeTheRotationAgainAtEveryAttitude( final String axes )
	{
		final Random random = new Random( 1 );
		for ( int i = 0; i < 200; ++i )
		{
			final double second = i % 4 == 0 ? 90 : i % 4 == 1 ? -90 + 1e-7 * random.nextDouble() : 180 * random.nextDouble() - 90;
			final Affine3D r = EulerAngles.rotation( axes, 360 * random.nextDouble(), second, 360 * random.nextDouble() );
			assertArrayEquals( r.toArray(), EulerAngles.rotation( axes, EulerAngles.of( axes, r ) ).toArray(), 1e-14 );
		}
	}

	@ParameterizedTest
	@ValueSource( strings = { "XXY", "XYY", "XY", "xyz", "ABC", "" } )
	void otherLettersAreRefused( final String axes )
	{
		assertThrows( IllegalArgumentException.class, () -> EulerAngles.rotation( axes, 1, 2, 3 ) );
	}
}
