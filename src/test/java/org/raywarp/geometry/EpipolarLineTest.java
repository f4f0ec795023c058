/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class EpipolarLineTest
{
	/** A box from -20 to 20, -10 to 10 and -30 to 30 mm, from outer edge to outer edge. */
	private static final int[] SIZE = { 40, 10, 30 };

	private static final Affine3D WORLD_FROM_VOXEL = Affine3D.scaleAndOrigin( new double[] { 1, 2, 2 }, new double[] { -19.5, -9, -29 } );

	private static View view( final double primary, final double secondary )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primary, secondary ), 160, 224 ).view( "view" );
	}

	@Test
	void rayIsInsideFromFaceToFace()
	{
		final Ray along = new Ray( new double[] { 3, -50, 4 }, new double[] { 0, 2, 0 } );
		assertArrayEquals( new double[] { 20, 30 }, along.inside( SIZE, WORLD_FROM_VOXEL ), 1e-12 );
		// From the corner (20, 10) of the cross section to where the diagonal leaves at x = 0: 20 of 20 mm.
		final Ray oblique = new Ray( new double[] { 30, 20, 0 }, new double[] { -1, -1, 0 } );
		assertArrayEquals( new double[] { 10, 30 }, oblique.inside( SIZE, WORLD_FROM_VOXEL ), 1e-12 );
		final Ray from = new Ray( new double[] { 0, 0, 0 }, new double[] { 0, 0, 1 } );
		assertArrayEquals( new double[] { 0, 30 }, from.inside( SIZE, WORLD_FROM_VOXEL ), 1e-12, "begins inside" );
		assertNull( new Ray( new double[] { 21, -50, 4 }, new double[] { 0, 2, 0 } ).inside( SIZE, WORLD_FROM_VOXEL ) );
		assertNull( new Ray( new double[] { 3, 50, 4 }, new double[] { 0, 2, 0 } ).inside( SIZE, WORLD_FROM_VOXEL ), "behind" );
	}

	/** The central ray of a frontal view is the middle row of a lateral one, from the back of the box to its front. */
	@Test
	void centralRayIsTheMiddleRow()
	{
		final View lateral = view( 90, 0 );
		final double[] line = EpipolarLine.of( Ray.of( view( 0, 0 ), 79.5, 111.5 ), lateral, SIZE, WORLD_FROM_VOXEL );
		// The lateral columns increase to posterior; the box is 10 mm deep to either side, at the isocenter.
		final double half = 10 * 1000 / 925.0 / lateral.pixelSpacingX();
		assertArrayEquals( new double[] { 79.5 + half, 111.5, 79.5 - half, 111.5 }, line, 1e-9 );
	}

	@Test
	void everyPointOfTheRayIsOnTheLine()
	{
		final View from = view( 20, -15 ), onto = view( 115, 25 );
		final Random random = new Random( 5 );
		for ( int i = 0; i < 50; ++i )
		{
			final double[] x = { 30 * random.nextDouble() - 15, 16 * random.nextDouble() - 8, 40 * random.nextDouble() - 20 };
			final double[] a = from.projection().project( x ), b = onto.projection().project( x );
			final double[] line = EpipolarLine.of( Ray.of( from, a[ 0 ], a[ 1 ] ), onto, SIZE, WORLD_FROM_VOXEL );
			final double dc = line[ 2 ] - line[ 0 ], dr = line[ 3 ] - line[ 1 ], length = Math.hypot( dc, dr );
			assertEquals( 0, ( ( b[ 0 ] - line[ 0 ] ) * dr - ( b[ 1 ] - line[ 1 ] ) * dc ) / length, 1e-8 );
			final double along = ( ( b[ 0 ] - line[ 0 ] ) * dc + ( b[ 1 ] - line[ 1 ] ) * dr ) / length;
			assertTrue( along > 0 && along < length, "between the ends" );
		}
	}

	@Test
	void endsAtTheEdgeOfTheDetectorAndOfTheVolume()
	{
		final View narrow =
				new ConeBeamGeometry( 1000, 925, Affine3D.IDENTITY, new CArmAngulation( 90, 0 ), Detector.centered( 8, 8, 1, 1 ) )
						.view( "narrow" );
		assertArrayEquals( new double[] { 7.5, 3.5, -0.5, 3.5 },
				EpipolarLine.of( Ray.of( view( 0, 0 ), 79.5, 111.5 ), narrow, SIZE, WORLD_FROM_VOXEL ), 1e-9 );
		assertNull( EpipolarLine.of( Ray.of( view( 0, 0 ), 79.5, 90 ), narrow, SIZE, WORLD_FROM_VOXEL ), "above the detector" );
		assertNull( EpipolarLine.of( Ray.of( view( 0, 0 ), 0, 111.5 ), view( 90, 0 ), SIZE, WORLD_FROM_VOXEL ), "beside the volume" );
		assertNull( EpipolarLine.of( Ray.of( view( 0, 0 ), 79.5, 111.5 ), view( 90, 0 ).after( Affine3D.translation( -2000, 0, 0 ) ), SIZE,
				WORLD_FROM_VOXEL ), "behind the other source" );
	}
}
