/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class BeamCoordinatesTest
{
	private static final View TILTED = new View( "tilted",
			ProjectionMatrix.of( 270, 19, 3, 18000, -12, 27, -250, 25000, 0.1, 1.2, -0.2, 925 ), 40, 56, 1, 1 );

	private static final BeamCoordinates BEAM = new BeamCoordinates( TILTED, 650, 900, 128 );

	@Test
	void worldAndBeamAreInverse()
	{
		final Random random = new Random( 1 );
		for ( int i = 0; i < 100; ++i )
		{
			final double[] beam = { 80 * random.nextDouble() - 20, 90 * random.nextDouble() - 20, 200 * random.nextDouble() - 30 };
			assertArrayEquals( beam, BEAM.beamFromWorld( BEAM.worldFromBeam( beam ) ), 1e-8 );
		}
	}

	@Test
	void sampleIsTheDistanceFromTheSourceAlongTheRay()
	{
		final double[] source = TILTED.projection().source();
		for ( final double[] beam : new double[][] { { 0, 0, 0 }, { 39, 55, 127 }, { 5, 50, 63.5 } } )
		{
			final double[] x = BEAM.worldFromBeam( beam );
			final double distance = Math.sqrt(
					Math.pow( x[ 0 ] - source[ 0 ], 2 ) + Math.pow( x[ 1 ] - source[ 1 ], 2 ) + Math.pow( x[ 2 ] - source[ 2 ], 2 ) );
			assertEquals( 650 + beam[ 2 ] * 250 / 127, distance, 1e-9 );
		}
	}

	@Test
	void pointBehindTheSourceIsOutside()
	{
		final double[] behind = TILTED.projection().source(), ray = TILTED.projection().rayDirection( 10, 10 );
		for ( int d = 0; d < 3; ++d )
			behind[ d ] -= 700 * ray[ d ];
		for ( final double coordinate : BEAM.beamFromWorld( behind ) )
			assertTrue( coordinate < -1e6 && Double.isFinite( coordinate ) );
	}

	@Test
	void coveringCoordinatesTouchTheWidenedBox()
	{
		final View frontal = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 160, 224 ).view( "frontal" );
		final Affine3D worldFromVoxel = Affine3D.scaleAndOrigin( new double[] { 2, 2, 2 }, new double[] { -9, -9, -9 } );
		final BeamCoordinates beam = BeamCoordinates.covering( frontal, new int[] { 10, 10, 10 }, worldFromVoxel, 16 );
		assertEquals( 925 - 11, beam.near(), 1e-9 );
		assertEquals( Math.sqrt( 936 * 936 + 2 * 121 ), beam.far(), 1e-9 );
		assertEquals( ( beam.far() - beam.near() ) / 15, beam.sampleSpacing(), 1e-12 );
	}

	@Test
	void impossibleSamplesAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new BeamCoordinates( TILTED, 10, 10, 16 ) );
		assertThrows( IllegalArgumentException.class, () -> new BeamCoordinates( TILTED, -1, 10, 16 ) );
		assertThrows( IllegalArgumentException.class, () -> new BeamCoordinates( TILTED, 1, Double.NaN, 16 ) );
		assertThrows( IllegalArgumentException.class, () -> new BeamCoordinates( TILTED, 1, 10, 1 ) );
	}
}
