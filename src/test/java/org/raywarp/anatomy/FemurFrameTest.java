/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.raywarp.OutsideData;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;
import org.raywarp.io.MeshFiles;

class FemurFrameTest
{
	/** By 30 degrees about each axis in turn, and a shift. */
	private static final Affine3D TURN =
			Affine3D.of( 0.75, 0.216506350946, 0.625, 20, 0.433012701892, 0.649519052838, -0.625, -30, -0.5, 0.728869,
					0.433012701892, 400 );

	@ParameterizedTest
	@EnumSource( Side.class )
	void frameOfAPosedParametricFemurIsTheOneItWasMadeIn( final Side side )
	{
		final Affine3D patientFromFrame = ParametricFemur.patientFromFrame( side, 7 );
		final FemurFrame found = FemurFrame.of( ParametricFemur.surface( FemurShape.mean() ).transformed( patientFromFrame ), side );
		final Affine3D rest = found.frameFromPatient().after( patientFromFrame );
		// Its curved shaft and blended neck have the axes of the frame to about a degree.
		assertTrue( degrees( rest ) < 1.5, "off by " + degrees( rest ) + " degrees" );
		assertTrue( distance( rest ) < 0.3, "head off by " + distance( rest ) + " mm" );
		assertEquals( FemurShape.mean().get( FemurMeasure.HEAD_RADIUS ), found.headRadius(), 0.1 );
	}

	@Test
	void frameTurnsWithThePatient()
	{
		final TriangleMesh mesh = ParametricFemur.sample( 11 );
		final Affine3D turn = orthonormal( TURN );
		final Affine3D before = FemurFrame.of( mesh, Side.RIGHT ).frameFromPatient();
		final Affine3D after = FemurFrame.of( mesh.transformed( turn ), Side.RIGHT ).frameFromPatient();
		final Affine3D rest = after.after( turn ).after( before.inverse() );
		assertTrue( degrees( rest ) < 0.01 && distance( rest ) < 0.001, degrees( rest ) + " degrees, " + distance( rest ) + " mm" );
	}

	@Test
	void otherSideIsNoticed()
	{
		final TriangleMesh mesh = ParametricFemur.sample( 5 );
		final String message = assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( mesh, Side.LEFT ) ).getMessage();
		assertTrue( message.contains( "right femur" ), message );
	}

	@Test
	void surfaceInMetersIsRefusedWithAdvice()
	{
		final TriangleMesh mesh =
				ParametricFemur.sample( 5 ).transformed( Affine3D.scaleAndOrigin( new double[] { 1e-3, 1e-3, 1e-3 }, new double[ 3 ] ) );
		final String message = assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( mesh, Side.RIGHT ) ).getMessage();
		assertTrue( message.contains( "multiply its coordinates by 1000" ), message );
	}

	@Test
	void otherThingsThanFemoraAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( Solids.box( 0, 0, 0, 60, 60, 200 ), Side.RIGHT ) );
		assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( Solids.ball( 33, 3 ), Side.RIGHT ) );
		final TriangleMesh ballOnAStick = MarchingTetrahedra.surface( ( x, y, z ) -> Math.min( Math.sqrt( x * x + y * y + z * z ) - 24,
				Math.max( Math.hypot( x, y ) - 12, Math.max( z, -z - 150 ) ) ), new double[] { -40, -40, -160, 40, 40, 40 }, 3 );
		assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( ballOnAStick, Side.RIGHT ) );
	}

	@Test
	void boneCutAboveTheLesserTrochanterIsRefused()
	{
		final FemurSolid solid = new FemurSolid( FemurShape.mean() );
		final TriangleMesh cut = MarchingTetrahedra.surface( ( x, y, z ) -> Math.max( solid.at( x, y, z ), 25 - z ),
				new double[] { -80, -50, 20, 62, 50, 96 }, 2 );
		final String message = assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( cut, Side.RIGHT ) ).getMessage();
		assertTrue( message.contains( "below the center of its head" ), message );
	}

	@ParameterizedTest
	@CsvSource( { "m3_r, -75.8, -121.4, -838.3", "m3_l, 84.9, -122.7, -831.2", "m4_r, -92.5, 18.6, -356.5", "m8_l, 107.2, -146.8, -614.1",
			"m7_l, 80.5, -163.0, -441.5" } )
	void headsOfRealFemoraLieWhereMeasuredByHand( final String name, final double x, final double y, final double z ) throws Exception
	{
		final Path folder = OutsideData.folder( "data/libhip_proximal_femora" );
		final TriangleMesh mesh = MeshFiles.read( folder.resolve( name + "femur_mm.stl.gz" ) );
		final FemurFrame frame = FemurFrame.of( mesh, name.endsWith( "l" ) ? Side.LEFT : Side.RIGHT );
		final double[] head = frame.frameFromPatient().apply( x, y, z );
		assertEquals( 0, Math.sqrt( square( head[ 0 ] - FemurFrame.HEAD_X ) + square( head[ 1 ] - FemurFrame.HEAD_Y )
				+ square( head[ 2 ] - FemurFrame.HEAD_Z ) ), 1 );
		assertEquals( !name.startsWith( "m7" ), frame.shaftIsMeasured() );
		assertTrue( frame.neckShaftAngle() > 112 && frame.neckShaftAngle() < 135 );
		assertEquals( name.endsWith( "l" ) ? -1 : 1, frame.frameFromPatient().determinant(), 1e-9 );
		assertThrows( IllegalArgumentException.class, () -> FemurFrame.of( mesh, name.endsWith( "l" ) ? Side.RIGHT : Side.LEFT ) );
	}

	private static Affine3D orthonormal( final Affine3D m )
	{
		final double[] a = Vectors.unit( m.get( 0, 0 ), m.get( 1, 0 ), m.get( 2, 0 ) );
		final double[] b = { m.get( 0, 1 ), m.get( 1, 1 ), m.get( 2, 1 ) };
		final double[] z = Vectors.cross( a, b ), u = Vectors.unit( z[ 0 ], z[ 1 ], z[ 2 ] ), v = Vectors.cross( u, a );
		return Affine3D.of( a[ 0 ], v[ 0 ], u[ 0 ], m.get( 0, 3 ), a[ 1 ], v[ 1 ], u[ 1 ], m.get( 1, 3 ), a[ 2 ], v[ 2 ], u[ 2 ],
				m.get( 2, 3 ) );
	}

	private static double degrees( final Affine3D m )
	{
		return Math.toDegrees( Math.acos( Math.min( 1, ( m.get( 0, 0 ) + m.get( 1, 1 ) + m.get( 2, 2 ) - 1 ) / 2 ) ) );
	}

	private static double distance( final Affine3D m )
	{
		final double[] head = m.apply( FemurFrame.HEAD_X, FemurFrame.HEAD_Y, FemurFrame.HEAD_Z );
		return Math.sqrt( square( head[ 0 ] - FemurFrame.HEAD_X ) + square( head[ 1 ] - FemurFrame.HEAD_Y )
				+ square( head[ 2 ] - FemurFrame.HEAD_Z ) );
	}

	private static double square( final double v )
	{
		return v * v;
	}
}
