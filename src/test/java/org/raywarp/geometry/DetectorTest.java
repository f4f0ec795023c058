/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DetectorTest
{
	@Test
	void resamplingKeepsThePlate()
	{
		final Detector fine = new Detector( 40, 56, 3, 4, 10, 20 ), coarse = fine.resampled( 20, 14 );
		assertEquals( 6, coarse.pixelSpacingX() );
		assertEquals( 16, coarse.pixelSpacingY() );
		// From the outer edge of pixel 0 to the principal point, in mm.
		assertEquals( 10.5 * 3, ( coarse.principalColumn() + 0.5 ) * 6, 1e-12 );
		assertEquals( 20.5 * 4, ( coarse.principalRow() + 0.5 ) * 16, 1e-12 );
	}

	@Test
	void impossibleDetectorsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> Detector.centered( 0, 10, 1, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> Detector.centered( 10, Detector.MAX_PIXELS + 1, 1, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> Detector.centered( 10, 10, -1, 1 ) );
		assertThrows( IllegalArgumentException.class, () -> new Detector( 10, 10, 1, 1, Double.NaN, 0 ) );
	}
}
