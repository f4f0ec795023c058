/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.View;
import org.raywarp.volume.GridSize;

class StandardViewsTest
{
	@Test
	void orthogonalViewsLookAnteriorlyAndToTheLeft()
	{
		final List< View > views = StandardViews.orthogonal( GridSize.FULL );
		assertArrayEquals( new double[] { 0, 925, 0 }, views.get( 0 ).projection().source(), 1e-9 );
		assertArrayEquals( new double[] { -925, 0, 0 }, views.get( 1 ).projection().source(), 1e-9 );
		for ( final View view : views )
		{
			assertEquals( 160, view.columns() );
			assertEquals( 224, view.rows() );
			assertEquals( 0.91, view.pixelSpacingX(), 1e-12 );
			assertArrayEquals( new double[] { 79.5, 111.5, 925 }, view.projection().project( 0, 0, 0 ), 1e-9 );
		}
	}

	@Test
	void smallerSizesShareThePlate()
	{
		final View full = StandardViews.orthogonal( GridSize.FULL ).get( 1 ),
				quarter = StandardViews.orthogonal( GridSize.QUARTER ).get( 1 );
		final View resampled = full.resampled( 40, 56 );
		assertArrayEquals( resampled.projection().toArray(), quarter.projection().toArray(), 1e-9 );
	}

	@Test
	void generalizedViewsStayWithinThirtyDegrees()
	{
		double least = 90, greatest = -90;
		for ( int seed = 0; seed < 300; ++seed )
		{
			final List< View > views = StandardViews.draw( GeometryMode.GENERALIZED, GridSize.QUARTER, seed );
			final double[] frontal = views.get( 0 ).projection().source(), lateral = views.get( 1 ).projection().source();
			final double angle = Math.toDegrees( Math.atan2( -frontal[ 0 ], frontal[ 1 ] ) );
			least = Math.min( least, angle );
			greatest = Math.max( greatest, angle );
			assertTrue( Math.abs( angle ) <= 30 && Math.abs( Math.toDegrees( Math.atan2( lateral[ 1 ], -lateral[ 0 ] ) ) ) <= 30 );
		}
		assertTrue( least < -28 && greatest > 28 );
		assertEquals( StandardViews.draw( GeometryMode.GENERALIZED, GridSize.HALF, 8 ),
				StandardViews.draw( GeometryMode.GENERALIZED, GridSize.HALF, 8 ) );
	}
}
