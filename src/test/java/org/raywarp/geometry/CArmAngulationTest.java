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

/**
 * In LPS, the detector of a posterior-anterior view is anterior (-y). DICOM PS3.3 C.8.7.5.1.2: it moves to the patient's
 * left (+x) with positive primary angles, and to the head (+z) with positive secondary angles.
 */
class CArmAngulationTest
{
	@Test
	void atZeroTheDetectorIsAnteriorAndTheImageUpright()
	{
		final CArmAngulation zero = new CArmAngulation( 0, 0 );
		assertArrayEquals( new double[] { 0, -1, 0 }, zero.beamDirection(), 1e-15 );
		assertArrayEquals( new double[] { 1, 0, 0 }, zero.columnDirection(), 1e-15 );
		assertArrayEquals( new double[] { 0, 0, -1 }, zero.rowDirection(), 1e-15 );
	}

	@Test
	void positivePrimaryAngleMovesTheDetectorToThePatientsLeft()
	{
		assertArrayEquals( new double[] { 1, 0, 0 }, new CArmAngulation( 90, 0 ).beamDirection(), 1e-15 );
		assertTrue( new CArmAngulation( 30, 0 ).beamDirection()[ 0 ] > 0, "LAO" );
		assertTrue( new CArmAngulation( -30, 0 ).beamDirection()[ 0 ] < 0, "RAO" );
	}

	@Test
	void positiveSecondaryAngleMovesTheDetectorToTheHead()
	{
		assertArrayEquals( new double[] { 0, 0, 1 }, new CArmAngulation( 0, 90 ).beamDirection(), 1e-15 );
		assertTrue( new CArmAngulation( 40, 20 ).beamDirection()[ 2 ] > 0, "cranial" );
		assertTrue( new CArmAngulation( 40, -20 ).beamDirection()[ 2 ] < 0, "caudal" );
	}

	@Test
	void directionsAreOrthonormalAndRowIsColumnCrossBeam()
	{
		for ( double a = -180; a <= 180; a += 37 )
			for ( double b = -90; b <= 90; b += 29 )
			{
				final CArmAngulation angulation = new CArmAngulation( a, b );
				final double[] beam = angulation.beamDirection(), column = angulation.columnDirection(), row = angulation.rowDirection();
				assertEquals( 1, dot( beam, beam ), 1e-14 );
				assertEquals( 1, dot( column, column ), 1e-14 );
				assertEquals( 0, dot( beam, column ), 1e-14 );
				final double[] cross =
						{ column[ 1 ] * beam[ 2 ] - column[ 2 ] * beam[ 1 ], column[ 2 ] * beam[ 0 ] - column[ 0 ] * beam[ 2 ],
								column[ 0 ] * beam[ 1 ] - column[ 1 ] * beam[ 0 ] };
				assertArrayEquals( cross, row, 1e-14 );
			}
	}

	@Test
	void anglesAreFoundFromTheBeam()
	{
		final CArmAngulation found = CArmAngulation.ofBeam( new CArmAngulation( -35, 18 ).beamDirection() );
		assertEquals( -35, found.primaryAngle(), 1e-12 );
		assertEquals( 18, found.secondaryAngle(), 1e-12 );
	}

	@Test
	void anglesThatAreNoNumbersAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new CArmAngulation( Double.NaN, 0 ) );
	}

	private static double dot( final double[] a, final double[] b )
	{
		return a[ 0 ] * b[ 0 ] + a[ 1 ] * b[ 1 ] + a[ 2 ] * b[ 2 ];
	}
}
