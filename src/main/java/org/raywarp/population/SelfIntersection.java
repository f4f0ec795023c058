/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;

/**
 * Whether triangles of a surface pass through one another, by exact signs of tetrahedra: an edge of one triangle pierces the
 * other. Triangles that share an edge are not compared: they could overlap only when folded flat onto each other. Triangles
 * that share a vertex intersect where the opposite edge of one pierces the other. Touching does not count.
 */
final class SelfIntersection
{
	private final double[] v;

	private final int[] t;

	/** Triangles in the order of their least z, with their boxes. */
	private final int[] order;

	private final double[] boxes;

	private SelfIntersection( final TriangleMesh mesh )
	{
		v = mesh.vertices();
		t = mesh.triangles();
		boxes = new double[ 2 * t.length ];
		for ( int i = 0; i < t.length; i += 3 )
			for ( int d = 0; d < 3; ++d )
			{
				final double a = v[ 3 * t[ i ] + d ], b = v[ 3 * t[ i + 1 ] + d ], c = v[ 3 * t[ i + 2 ] + d ];
				boxes[ 2 * i + d ] = Math.min( a, Math.min( b, c ) );
				boxes[ 2 * i + 3 + d ] = Math.max( a, Math.max( b, c ) );
			}
		order = IntStream.range( 0, t.length / 3 ).boxed().sorted( ( i, j ) -> Double.compare( boxes[ 6 * i + 2 ], boxes[ 6 * j + 2 ] ) )
				.mapToInt( i -> i ).toArray();
	}

	/**
	 * @param mesh
	 *            a surface with shared vertices
	 * @return a point where two of its triangles pass through each other, or null if there is none
	 */
	static double[] find( final TriangleMesh mesh )
	{
		return new SelfIntersection( mesh ).sweep();
	}

	private double[] sweep()
	{
		for ( int i = 0; i < order.length; ++i )
		{
			final int a = 6 * order[ i ];
			for ( int j = i + 1; j < order.length && boxes[ 6 * order[ j ] + 2 ] <= boxes[ a + 5 ]; ++j )
			{
				final int b = 6 * order[ j ];
				if ( boxes[ b ] <= boxes[ a + 3 ] && boxes[ a ] <= boxes[ b + 3 ] && boxes[ b + 1 ] <= boxes[ a + 4 ]
						&& boxes[ a + 1 ] <= boxes[ b + 4 ] && intersect( 3 * order[ i ], 3 * order[ j ] ) )
					return new double[] { boxes[ a ], boxes[ a + 1 ], boxes[ a + 2 ] };
			}
		}
		return null;
	}

	private boolean intersect( final int first, final int second )
	{
		int shared = 0;
		for ( int k = 0; k < 3; ++k )
			for ( int l = 0; l < 3; ++l )
				shared += t[ first + k ] == t[ second + l ] ? 1 : 0;
		return shared < 2 && ( edgePierces( first, second ) || edgePierces( second, first ) );
	}

	/** Whether an edge of one triangle passes through the inside of the other; edges with a vertex of that do not. */
	private boolean edgePierces( final int edges, final int face )
	{
		final int a = 3 * t[ face ], b = 3 * t[ face + 1 ], c = 3 * t[ face + 2 ];
		for ( int k = 0; k < 3; ++k )
		{
			final int p = 3 * t[ edges + k ], q = 3 * t[ edges + ( k + 1 ) % 3 ];
			if ( p == a || p == b || p == c || q == a || q == b || q == c )
				continue;
			if ( Orientation.of( v, a, b, c, p ) * Orientation.of( v, a, b, c, q ) >= 0 )
				continue;
			final int s = Orientation.of( v, p, q, a, b ), u = Orientation.of( v, p, q, b, c ), w = Orientation.of( v, p, q, c, a );
			if ( s != 0 && s == u && u == w )
				return true;
		}
		return false;
	}
}
