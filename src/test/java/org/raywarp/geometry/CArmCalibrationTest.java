/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CArmCalibrationTest
{
	private static final double[] ISOCENTER = { 12, -34, 56 };

	private static ConeBeamGeometry arm( final double primary, final double secondary )
	{
		return ConeBeamGeometry.of( 1180, 790, ISOCENTER, new CArmAngulation( primary, secondary ),
				new Detector( 300, 200, 0.4, 0.7, 141, 108 ) );
	}

	@ParameterizedTest
	@CsvSource( { "0, 0", "30, -20", "-135, 45", "90, 0", "10, 90", "-60, -90", "179, 89" } )
	void takesAProjectionMatrixApart( final double primary, final double secondary )
	{
		final ConeBeamGeometry found = CArmCalibration.of( arm( primary, secondary ).view( "view" ), ISOCENTER );
		assertEquals( primary, found.angulation().primaryAngle(), 1e-8 );
		assertEquals( secondary, found.angulation().secondaryAngle(), 1e-8 );
		assertEquals( 1180, found.sourceToDetector(), 1e-8 );
		assertEquals( 790, found.sourceToIsocenter(), 1e-8 );
		assertArrayEquals( ISOCENTER, found.isocenter().apply( 0, 0, 0 ), 1e-8 );
		assertEquals( 141, found.detector().principalColumn(), 1e-8 );
		assertEquals( 108, found.detector().principalRow(), 1e-8 );
	}

	@Test
	void isocenterIsTheNearestPointOfTheCentralRay()
	{
		final ConeBeamGeometry found = CArmCalibration.of( arm( 0, 0 ).view( "view" ), new double[] { 20, -24, 40 } );
		assertArrayEquals( new double[] { 12, -24, 56 }, found.isocenter().apply( 0, 0, 0 ), 1e-8 );
		assertEquals( 780, found.sourceToIsocenter(), 1e-8 );
	}

	@Test
	void refusesWhatIsNoCArm()
	{
		final View view = arm( 5, 6 ).view( "view" );
		final double s = Math.sin( 0.01 ), c = Math.cos( 0.01 );
		final double[] p = view.projection().toArray(), turned = p.clone();
		for ( int i = 0; i < 4; ++i )
		{
			turned[ i ] = c * p[ i ] + s * p[ 4 + i ];
			turned[ 4 + i ] = -s * p[ i ] + c * p[ 4 + i ];
		}
		final String message = assertThrows( IllegalArgumentException.class,
				() -> CArmCalibration.of( new View( "turned", ProjectionMatrix.of( turned ), 300, 200, 0.4, 0.7 ), ISOCENTER ) )
						.getMessage();
		assertTrue( message.contains( "\"turned\" is no position of a C-arm" ), message );
		final View mirrored = new View( "mirrored", view.projection().onRaster( -1, 299, 1, 0 ), 300, 200, 0.4, 0.7 );
		assertTrue( assertThrows( IllegalArgumentException.class, () -> CArmCalibration.of( mirrored, ISOCENTER ) ).getMessage()
				.contains( "it is mirrored" ) );
		assertThrows( IllegalArgumentException.class,
				() -> CArmCalibration.of( new View( "unknown spacing", view.projection(), 300, 200, 1, 1 ), ISOCENTER ) );
		assertThrows( IllegalArgumentException.class, () -> CArmCalibration.of( view, new double[] { 0, 2000, 0 } ) );
	}

	@ParameterizedTest
	@CsvSource( { "0, 0, L, I", "90, 0, P, I", "30, 0, LP, I", "-90, 0, A, I", "0, 30, L, IA", "0, 5, L, I" } )
	void bordersOfRadiographsHaveTheLettersOfThePatient( final double primary, final double secondary, final String right,
			final String bottom )
	{
		final CArmAngulation angulation = new CArmAngulation( primary, secondary );
		assertEquals( right, PatientDirection.letters( angulation.columnDirection() ) );
		assertEquals( bottom, PatientDirection.letters( angulation.rowDirection() ) );
	}
}
