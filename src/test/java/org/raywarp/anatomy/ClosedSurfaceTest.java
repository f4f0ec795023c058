/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;

class ClosedSurfaceTest
{
	private final TriangleMesh box = Solids.box( 1, 2, 3, 3, 5, 7 );

	@Test
	void volumeOfABoxIsTheProductOfItsSides()
	{
		assertEquals( 24, ClosedSurface.volume( box ), 1e-12 );
	}

	@Test
	void trianglesThatShareNoVertexAreJoined()
	{
		final double[] v = new double[ 3 * box.triangles().length ];
		final int[] t = new int[ box.triangles().length ];
		for ( int i = 0; i < t.length; ++i )
		{
			System.arraycopy( box.vertices(), 3 * box.triangles()[ i ], v, 3 * i, 3 );
			t[ i ] = i;
		}
		final TriangleMesh closed = ClosedSurface.of( new TriangleMesh( v, t ) );
		assertEquals( 8, closed.vertexCount() );
		assertEquals( 24, ClosedSurface.volume( closed ), 1e-12 );
	}

	@Test
	void inwardFacingSurfaceIsTurnedOver()
	{
		assertEquals( 24, ClosedSurface.volume( ClosedSurface.of( turned( 1 ) ) ), 1e-12 );
	}

	@Test
	void trianglesThatDisagreeAreTurned()
	{
		assertEquals( 24, ClosedSurface.volume( ClosedSurface.of( turned( 3 ) ) ), 1e-12 );
	}

	private TriangleMesh turned( final int each )
	{
		final int[] t = box.triangles().clone();
		for ( int i = 0; i < t.length; i += 3 * each )
		{
			final int kept = t[ i ];
			t[ i ] = t[ i + 1 ];
			t[ i + 1 ] = kept;
		}
		return new TriangleMesh( box.vertices(), t );
	}

	@Test
	void openSurfaceIsRefusedWithTheNumberOfOpenEdges()
	{
		final TriangleMesh open = new TriangleMesh( box.vertices(), Arrays.copyOf( box.triangles(), 33 ) );
		final String message = assertThrows( IllegalArgumentException.class, () -> ClosedSurface.of( open ) ).getMessage();
		assertTrue( message.contains( "not closed: 3 of its edges" ), message );
	}

	@Test
	void emptyAndFlatSurfacesAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> ClosedSurface.of( new TriangleMesh( new double[ 0 ], new int[ 0 ] ) ) );
		assertThrows( IllegalArgumentException.class,
				() -> ClosedSurface.of( new TriangleMesh( new double[] { 0, 0, 0, 1, 0, 0, 0, 1, 0 }, new int[] { 0, 1, 2, 0, 2, 1 } ) ) );
	}

	@Test
	void unusedVerticesAreDropped()
	{
		final double[] v = Arrays.copyOf( box.vertices(), 27 );
		final TriangleMesh closed = ClosedSurface.of( new TriangleMesh( v, box.triangles() ) );
		assertEquals( 8, closed.vertexCount() );
		assertArrayEquals( new double[] { 1, 2, 3, 3, 5, 7 }, closed.bounds() );
	}
}
