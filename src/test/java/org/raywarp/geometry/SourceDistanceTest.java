/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SourceDistanceTest
{
	private static final int[] SIZE = { 20, 16, 24 };

	private static final Affine3D SHEARED = Affine3D.of( 1, 0.6, 0.1, -14, -0.4, 1, 0.5, -10, 0.2, -0.3, 1.2, -13 );

	private static View view( final double toIsocenter, final double primary )
	{
		return ConeBeamGeometry
				.of( 2000, toIsocenter, new double[ 3 ], new CArmAngulation( primary, 25 ), Detector.centered( 10, 10, 1, 1 ) )
				.view( "test" );
	}

	/** Brute force: the box is scanned every tenth of a voxel. */
	@Test
	void nearestAndFarthestAreThoseOfTheWidenedBox()
	{
		for ( double angle = -180; angle < 180; angle += 50 )
		{
			final View view = view( 100, angle );
			final double[] source = view.projection().source();
			double near = Double.POSITIVE_INFINITY, far = 0;
			for ( double i = -1; i <= SIZE[ 0 ] + 1e-9; i += 0.1 )
				for ( double j = -1; j <= SIZE[ 1 ] + 1e-9; j += 0.1 )
					for ( double k = -1; k <= SIZE[ 2 ] + 1e-9;
							k += i > -0.95 && i < SIZE[ 0 ] - 0.05 && j > -0.95 && j < SIZE[ 1 ] - 0.05 ? SIZE[ 2 ] + 1 : 0.1 )
					{
						final double[] x = SHEARED.apply( i, j, k );
						final double distance = Math.sqrt( Math.pow( x[ 0 ] - source[ 0 ], 2 ) + Math.pow( x[ 1 ] - source[ 1 ], 2 )
								+ Math.pow( x[ 2 ] - source[ 2 ], 2 ) );
						near = Math.min( near, distance );
						far = Math.max( far, distance );
					}
			final double[] range = SourceDistance.requireInFront( view, SIZE, SHEARED );
			assertEquals( near, range[ 0 ], 1e-3 );
			assertEquals( far, range[ 1 ], 1e-6 );
			assertTrue( range[ 0 ] <= near + 1e-9 );
		}
	}

	@Test
	void sourceInsideIsRefusedByItsView()
	{
		final String message =
				assertThrows( IllegalArgumentException.class, () -> SourceDistance.requireInFront( view( 5, 0 ), SIZE, SHEARED ) )
						.getMessage();
		assertTrue( message.contains( "\"test\"" ) && message.contains( "inside the volume" ), message );
	}

	@Test
	void boxBesideTheSourceThatReachesBehindItIsRefused()
	{
		final Affine3D aside = Affine3D.translation( 60, 0, 0 ).after( SHEARED );
		final String message =
				assertThrows( IllegalArgumentException.class, () -> SourceDistance.requireInFront( view( 5, 0 ), SIZE, aside ) )
						.getMessage();
		assertTrue( message.contains( "behind the X-ray source" ), message );
	}
}
