/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;

/**
 * Errors against C-arms that are built wrong.
 */
class CalibrationErrorTest
{
	private static final double[] CENTER = { 7, -3, 11 };

	private static final Detector DETECTOR = new Detector( 100, 120, 1.2, 1.5, 44, 61 );

	private static View view( final double distance, final double primary, final double secondary, final Detector detector )
	{
		return ConeBeamGeometry.of( distance, 800, CENTER, new CArmAngulation( primary, secondary ), detector ).view( "v" );
	}

	private static void assertSame( final View expected, final View view )
	{
		assertArrayEquals( expected.projection().toArray(), view.projection().toArray(), 1e-6 );
	}

	@Test
	void anglesAreThoseOfTheCArm()
	{
		final View view = view( 1000, 70, 12, DETECTOR );
		assertSame( view( 1000, 75, 12, DETECTOR ), CalibrationError.PRIMARY_ANGLE.apply( view, CENTER, 5 ) );
		assertSame( view( 1000, 70, 8, DETECTOR ), CalibrationError.SECONDARY_ANGLE.apply( view, CENTER, -4 ) );
	}

	@Test
	void distanceIsThatOfTheDetector()
	{
		assertSame( view( 1030, 70, 12, DETECTOR ), CalibrationError.DETECTOR_DISTANCE.apply( view( 1000, 70, 12, DETECTOR ), CENTER, 3 ) );
	}

	@Test
	void principalPointMovesByMillimetersAtTheCenter()
	{
		// 2 mm at the center are 2.5 mm on the detector.
		final Detector right = new Detector( 100, 120, 1.2, 1.5, 44 + 2.5 / 1.2, 61 ), down = new Detector( 100, 120, 1.2, 1.5, 44,
				61 - 2.5 / 1.5 );
		final View view = view( 1000, 70, 12, DETECTOR );
		assertSame( view( 1000, 70, 12, right ), CalibrationError.COLUMN_SHIFT.apply( view, CENTER, 2 ) );
		assertSame( view( 1000, 70, 12, down ), CalibrationError.ROW_SHIFT.apply( view, CENTER, -2 ) );
		assertEquals( "mm", CalibrationError.ROW_SHIFT.unit() );
	}
}
