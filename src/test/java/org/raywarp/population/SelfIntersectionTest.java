/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;

class SelfIntersectionTest
{
	private static TriangleMesh two( final double... six )
	{
		return new TriangleMesh( six, new int[] { 0, 1, 2, 3, 4, 5 } );
	}

	@Test
	void trianglesThatCrossAreFound()
	{
		assertNotNull( SelfIntersection.find( two( 0, 0, 0, 4, 0, 0, 0, 4, 0, 1, 1, -1, 1, 1, 1, 1, 9, 1 ) ) );
		assertNull( SelfIntersection.find( two( 0, 0, 0, 4, 0, 0, 0, 4, 0, 3, 3, -1, 3, 3, 1, 3, 9, 1 ) ) );
		assertNull( SelfIntersection.find( two( 0, 0, 0, 4, 0, 0, 0, 4, 0, 1, 1, 0.1, 1, 2, 1, 1, 9, 1 ) ) );
	}

	@Test
	void trianglesThatShareAVertexAreCompared()
	{
		final double[] v = { 0, 0, 0, 4, 0, 0, 0, 4, 0, 1, 1, 1, 2, 1, -1 };
		assertNotNull( SelfIntersection.find( new TriangleMesh( v, new int[] { 0, 1, 2, 0, 3, 4 } ) ) );
	}

	@Test
	void signsAreExact()
	{
		// The fourth point lies on the plane of the others but for less than rounding shows.
		final double[] v = { 0.5, 0.5, 0.5, 12, 12, 12, 24, 24, 1e3, 3, 3, 3 };
		assertEquals( 0, Orientation.of( v, 0, 3, 6, 9 ) );
		v[ 9 ] = Math.nextUp( 3.0 );
		assertTrue( Orientation.of( v, 0, 3, 6, 9 ) != 0 );
		final int above = Orientation.of( v, 0, 3, 6, 9 );
		v[ 9 ] = Math.nextDown( 3.0 );
		assertEquals( -above, Orientation.of( v, 0, 3, 6, 9 ) );
	}

	@Test
	void aNeckPushedThroughTheShaftIsRejectedAndAFemurIsNot()
	{
		final TriangleMesh femur = ReferenceFemur.mesh();
		assertTrue( ShapeCheck.of( femur ).passed(), ShapeCheck.of( femur ).reason() );
		final double[] v = femur.vertices().clone();
		for ( int i = 0; i < v.length; i += 3 )
			if ( v[ i + 2 ] > 20 && v[ i ] > 5 )
				v[ i ] -= 60;
		final ShapeCheck pushed = ShapeCheck.of( new TriangleMesh( v, femur.triangles() ) );
		assertFalse( pushed.passed() );
		assertTrue( pushed.reason().contains( "passes through itself" ), pushed.reason() );
	}

	@Test
	void measuresOutsideThePublishedRangesAreRejected()
	{
		final TriangleMesh giant = ReferenceFemur.mesh().transformed( Affine3D.of( 1.3, 0, 0, 0, 0, 1.3, 0, 0, 0, 0, 1.3, 0 ) );
		assertTrue( ShapeCheck.of( giant ).reason().contains( "head radius is 31" ), ShapeCheck.of( giant ).reason() );
	}
}
