/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

class BodyDistancesTest
{
	private static final Grid GRID = Grid.centered( new int[] { 10, 20, 30 }, 1, 2, 3 );

	private static final View VIEW = ConeBeamGeometry.standard( new CArmAngulation( 25, -10 ), 160, 224 ).view( "frontal" );

	@Test
	void distancesAreThoseOfTheGeometry()
	{
		final BodyDistances distances = BodyDistances.of( VIEW, GRID );
		assertEquals( 1000, distances.sourceToDetector(), 1e-9 );
		assertEquals( 925, distances.sourceToBody(), 1e-9 );
		assertEquals( 75, distances.bodyToDetector(), 1e-9 );
		assertEquals( 1000 / 925.0, distances.magnification(), 1e-12 );
	}

	@Test
	void otherPixelsAreAtTheSameDistance()
	{
		assertEquals( 1000, BodyDistances.of( VIEW.resampled( 422, 640 ), GRID ).sourceToDetector(), 1e-9 );
	}

	@Test
	void distancesFollowTheCenterOfTheVolume()
	{
		final double[] source = VIEW.projection().source();
		final Affine3D away = GRID.worldFromVoxel();
		final Grid moved =
				new Grid( GRID.size(), Affine3D.of( away.get( 0, 0 ), 0, 0, away.get( 0, 3 ) + source[ 0 ] / 37, 0, away.get( 1, 1 ),
						0, away.get( 1, 3 ) + source[ 1 ] / 37, 0, 0, away.get( 2, 2 ), away.get( 2, 3 ) + source[ 2 ] / 37 ) );
		assertEquals( 900, BodyDistances.of( VIEW, moved ).sourceToBody(), 1e-9 );
	}

	/** Views from cameras have no pixel spacing, and few pixels may then seem to be near the source. */
	@Test
	void unknownPixelsTouchTheBody()
	{
		final View few = VIEW.resampled( 80, 112 ), unknown = new View( "camera", few.projection(), 80, 112, 1, 1 );
		assertEquals( new BodyDistances( 925, 925 ), rounded( BodyDistances.of( unknown, GRID ) ) );
	}

	private static BodyDistances rounded( final BodyDistances distances )
	{
		return new BodyDistances( Math.rint( 1e6 * distances.sourceToDetector() ) / 1e6,
				Math.rint( 1e6 * distances.sourceToBody() ) / 1e6 );
	}

	@Test
	void bodiesBehindTheDetectorAreRefused()
	{
		final View wrong = new View( "wrong", VIEW.projection(), 160, 224, 0.5, 0.5 );
		assertTrue( assertThrows( IllegalArgumentException.class, () -> BodyDistances.of( wrong, GRID ) ).getMessage()
				.contains( "pixel spacing" ) );
		assertThrows( IllegalArgumentException.class, () -> new BodyDistances( 1000, 0 ) );
	}
}
