/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConeBeamGeometryTest
{
	private static final double[] ISOCENTER = { 12, -7, 30 };

	private static final Detector DETECTOR = new Detector( 40, 56, 3.64, 3.94, 11.25, 60.5 );

	private static final ConeBeamGeometry GEOMETRY = ConeBeamGeometry.of( 1000, 925, ISOCENTER, new CArmAngulation( 33, -21 ), DETECTOR );

	@Test
	void isocenterProjectsToPrincipalPoint()
	{
		final double[] pixel = GEOMETRY.projectionMatrix().project( ISOCENTER );
		assertArrayEquals( new double[] { 11.25, 60.5, 925 }, pixel, 1e-9 );
	}

	@Test
	void isocenterProjectsToDetectorCenterWithoutOffset()
	{
		final ProjectionMatrix p = ConeBeamGeometry.standard( new CArmAngulation( 20, 10 ), 160, 224 ).projectionMatrix();
		assertArrayEquals( new double[] { 79.5, 111.5, 925 }, p.project( 0, 0, 0 ), 1e-9 );
	}

	@Test
	void pixelCentersOnTheDetectorProjectToTheirIndices()
	{
		final CArmAngulation turn = GEOMETRY.angulation();
		for ( final int[] pixel : new int[][] { { 0, 0 }, { 39, 55 }, { 7, 31 } } )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ISOCENTER[ d ] + 75 * turn.beamDirection()[ d ] + 3.64 * ( pixel[ 0 ] - 11.25 ) * turn.columnDirection()[ d ]
						+ 3.94 * ( pixel[ 1 ] - 60.5 ) * turn.rowDirection()[ d ];
			assertArrayEquals( new double[] { pixel[ 0 ], pixel[ 1 ], 1000 }, GEOMETRY.projectionMatrix().project( x ), 1e-9 );
		}
	}

	@Test
	void sourceLiesBeforeTheIsocenterOnTheBeam()
	{
		final double[] source = GEOMETRY.projectionMatrix().source(), beam = GEOMETRY.angulation().beamDirection();
		for ( int d = 0; d < 3; ++d )
			assertEquals( ISOCENTER[ d ] - 925 * beam[ d ], source[ d ], 1e-9 );
	}

	@Test
	void patientLeftIsOnTheRightOfAFrontalImageAndTheHeadOnTop()
	{
		final ProjectionMatrix frontal = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 160, 224 ).projectionMatrix();
		assertEquals( 79.5 + 10 * 1000 / 925.0 / 0.91, frontal.project( 10, 0, 0 )[ 0 ], 1e-9 );
		assertEquals( 111.5 - 10 * 1000 / 925.0 / ( 220.8 / 224 ), frontal.project( 0, 0, 10 )[ 1 ], 1e-9 );
	}

	@Test
	void isocenterBeyondTheDetectorIsRefused()
	{
		assertThrows( IllegalArgumentException.class,
				() -> ConeBeamGeometry.of( 900, 925, ISOCENTER, new CArmAngulation( 0, 0 ), DETECTOR ) );
	}
}
