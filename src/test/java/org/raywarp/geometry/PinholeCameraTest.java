/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PinholeCameraTest
{
	@Test
	void anyProjectionIsACamera()
	{
		final Random random = new Random( 2 );
		for ( int i = 0; i < 100; ++i )
		{
			final ProjectionMatrix p = ProjectionMatrix.of( random.doubles( 12, -1, 1 ).toArray() );
			final PinholeCamera c = PinholeCamera.of( p );
			assertArrayEquals( p.toArray(), c.projection().toArray(), 1e-12 );
			assertTrue( c.fy() > 0 );
			assertEquals( 1, c.cameraFromWorld().determinant(), 1e-9 );
			for ( int a = 0; a < 3; ++a )
				for ( int b = 0; b < 3; ++b )
					assertEquals( a == b ? 1 : 0, Vectors.dot( c.axis( a ), c.axis( b ) ), 1e-9 );
			assertArrayEquals( p.source(), c.source(), 1e-6 * ( 1 + Vectors.length( p.source() ) ) );
		}
	}

	@Test
	void aCArmIsAMirroredCameraAndItsMirrorImageIsNot()
	{
		final ProjectionMatrix arm = ConeBeamGeometry
				.of( 1000, 925, new double[] { 1, 2, 3 }, new CArmAngulation( 25, -10 ), new Detector( 160, 224, 0.5, 0.25, 70.5, 111 ) )
				.projectionMatrix();
		final PinholeCamera c = PinholeCamera.of( arm );
		assertTrue( c.mirrored() );
		assertArrayEquals( new double[] { -2000, 0, 70.5, 4000, 111 }, new double[] { c.fx(), c.skew(), c.cx(), c.fy(), c.cy() }, 1e-9 );
		assertArrayEquals( new CArmAngulation( 25, -10 ).beamDirection(), c.axis( 2 ), 1e-12 );
		final PinholeCamera mirror = PinholeCamera.of( arm.onRaster( -1, 159, 1, 0 ) );
		assertEquals( 2000, mirror.fx(), 1e-9 );
		assertEquals( 159 - 70.5, mirror.cx(), 1e-9 );
	}
}
