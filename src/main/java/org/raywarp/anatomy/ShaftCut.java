/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.GridSize;

/**
 * Femora whose shaft ends where a scan ended: the part of a surface above a plane, closed by a lid in the plane.
 */
public final class ShaftCut
{
	/** The lesser trochanter ends so many head radii below the head's center: 60 mm at 24 mm, its lower end in the mean femur. */
	private static final double BELOW_TROCHANTER = 2.6;

	/** Greatest slope of the plane along x and y: about 8 degrees. */
	private static final double SLOPE = 0.14;

	private ShaftCut()
	{}

	/**
	 * Cuts at a random height, uniform between just below the lesser trochanter and the end of the bone or of the grids,
	 * whichever is higher, across the shaft to within 8 degrees.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param seed
	 *            of height and slope
	 * @return the upper part, closed; the surface itself where its shaft ends higher
	 * @throws IllegalArgumentException
	 *             if it has no femoral head
	 */
	public static TriangleMesh random( final TriangleMesh surface, final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		final HeadSphere head = HeadSphere.of( surface );
		final double top = head.z() - BELOW_TROCHANTER * head.radius();
		final double box = GridSize.FULL.grid().worldFromVoxel().apply( 0, 0, 0 )[ 2 ];
		final double bottom = Math.max( box, surface.bounds()[ 2 ] );
		final double height = bottom + ( top - bottom ) * random.nextDouble();
		final double slopeX = SLOPE * ( 2 * random.nextDouble() - 1 ), slopeY = SLOPE * ( 2 * random.nextDouble() - 1 );
		return height <= bottom ? surface : above( surface, new double[] { slopeX, slopeY, 1, height } );
	}

	/**
	 * @param surface
	 *            closed, facing outward
	 * @param plane
	 *            a, b, c, d of the half space {@code a x + b y + c z > d} that is kept
	 * @return the part of the surface in the half space and a lid in its plane: a fan about the middle of the cut, which
	 *         winds about the right points whatever the shape of the cut
	 * @throws IllegalArgumentException
	 *             if nothing lies in the half space
	 */
	public static TriangleMesh above( final TriangleMesh surface, final double[] plane )
	{
		final double[] v = surface.vertices();
		final double[] height = new double[ surface.vertexCount() ];
		for ( int i = 0; i < height.length; ++i )
			height[ i ] = plane[ 0 ] * v[ 3 * i ] + plane[ 1 ] * v[ 3 * i + 1 ] + plane[ 2 ] * v[ 3 * i + 2 ] - plane[ 3 ];
		final Builder builder = new Builder( v, height );
		final int[] t = surface.triangles();
		for ( int i = 0; i < t.length; i += 3 )
			builder.clip( t[ i ], t[ i + 1 ], t[ i + 2 ] );
		if ( builder.triangleEnd == 0 )
			throw new IllegalArgumentException(
					"Nothing of the surface lies above the plane " + Arrays.toString( plane ) + " that it is cut at." );
		return builder.closed();
	}

	/**
	 * @param vertices
	 *            x, y, z of each vertex
	 * @param triangles
	 *            three vertices each
	 * @return the surface without vertices that no triangle has
	 */
	static TriangleMesh used( final double[] vertices, final int[] triangles )
	{
		final int[] renamed = new int[ vertices.length / 3 ], corners = new int[ triangles.length ];
		Arrays.fill( renamed, -1 );
		final double[] kept = new double[ vertices.length ];
		int count = 0;
		for ( int i = 0; i < triangles.length; ++i )
		{
			final int old = triangles[ i ];
			if ( renamed[ old ] < 0 )
			{
				System.arraycopy( vertices, 3 * old, kept, 3 * count, 3 );
				renamed[ old ] = count++;
			}
			corners[ i ] = renamed[ old ];
		}
		return new TriangleMesh( Arrays.copyOf( kept, 3 * count ), corners );
	}

	private static final class Builder
	{
		private final double[] height;

		private final Map< Long, Integer > crossings = new HashMap<>();

		private double[] vertices;

		private int vertexEnd;

		private int[] triangles = new int[ 1 << 12 ], rim = new int[ 1 << 8 ];

		private int triangleEnd, rimEnd;

		Builder( final double[] vertices, final double[] height )
		{
			this.vertices = vertices.clone();
			this.height = height;
			vertexEnd = vertices.length;
		}

		/** Keeps what of a triangle has positive height, and notes the edge that it leaves open. */
		void clip( final int a, final int b, final int c )
		{
			final int[] corners = { a, b, c };
			final int[] polygon = new int[ 4 ];
			int n = 0, leaving = -1, entering = -1;
			for ( int k = 0; k < 3; ++k )
			{
				final int from = corners[ k ], to = corners[ ( k + 1 ) % 3 ];
				final boolean in = height[ from ] > 0, next = height[ to ] > 0;
				if ( in )
					polygon[ n++ ] = from;
				if ( in != next )
				{
					polygon[ n ] = crossing( from, to );
					if ( in )
						leaving = polygon[ n ];
					else
						entering = polygon[ n ];
					++n;
				}
			}
			for ( int k = 2; k < n; ++k )
				add( polygon[ 0 ], polygon[ k - 1 ], polygon[ k ] );
			if ( leaving >= 0 )
			{
				if ( rimEnd + 2 > rim.length )
					rim = Arrays.copyOf( rim, 2 * rim.length );
				rim[ rimEnd++ ] = leaving;
				rim[ rimEnd++ ] = entering;
			}
		}

		private int crossing( final int from, final int to )
		{
			final int low = Math.min( from, to ), high = Math.max( from, to );
			return crossings.computeIfAbsent( ( long ) low << 32 | high, edge -> {
				final double f = height[ low ] / ( height[ low ] - height[ high ] );
				final double[] p = new double[ 3 ];
				for ( int d = 0; d < 3; ++d )
					p[ d ] = vertices[ 3 * low + d ] + f * ( vertices[ 3 * high + d ] - vertices[ 3 * low + d ] );
				return vertex( p );
			} );
		}

		private int vertex( final double[] p )
		{
			if ( vertexEnd + 3 > vertices.length )
				vertices = Arrays.copyOf( vertices, vertices.length + vertices.length / 2 + 3 );
			System.arraycopy( p, 0, vertices, vertexEnd, 3 );
			vertexEnd += 3;
			return vertexEnd / 3 - 1;
		}

		private void add( final int a, final int b, final int c )
		{
			if ( triangleEnd + 3 > triangles.length )
				triangles = Arrays.copyOf( triangles, 2 * triangles.length );
			triangles[ triangleEnd++ ] = a;
			triangles[ triangleEnd++ ] = b;
			triangles[ triangleEnd++ ] = c;
		}

		TriangleMesh closed()
		{
			final double[] middle = new double[ 3 ];
			for ( int i = 0; i < rimEnd; ++i )
				for ( int d = 0; d < 3; ++d )
					middle[ d ] += vertices[ 3 * rim[ i ] + d ] / rimEnd;
			final int apex = rimEnd > 0 ? vertex( middle ) : -1;
			for ( int i = 0; i < rimEnd; i += 2 )
				add( rim[ i + 1 ], rim[ i ], apex );
			return used( vertices, Arrays.copyOf( triangles, triangleEnd ) );
		}
	}
}
