/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.raywarp.geometry.TriangleMesh;

/**
 * Plane sections of a closed surface: each closed loop with its area and centroid.
 */
final class MeshSections
{
	private final double[] v;

	private final int[] t;

	/**
	 * @param mesh
	 *            closed, with shared vertices
	 */
	MeshSections( final TriangleMesh mesh )
	{
		v = mesh.vertices();
		t = mesh.triangles();
	}

	/**
	 * One closed loop of a section.
	 *
	 * @param area
	 *            in mm^2; negative for the rim of a hole
	 * @param centroid
	 *            of the area, in the world in mm
	 */
	record Loop( double area, double[] centroid )
	{}

	/**
	 * @param point
	 *            a point of the plane in mm
	 * @param normal
	 *            unit normal
	 * @return the loops in which the plane cuts the surface
	 */
	List< Loop > cut( final double[] point, final double[] normal )
	{
		final double[] height = new double[ v.length / 3 ];
		for ( int i = 0; i < height.length; ++i )
			height[ i ] = ( v[ 3 * i ] - point[ 0 ] ) * normal[ 0 ] + ( v[ 3 * i + 1 ] - point[ 1 ] ) * normal[ 1 ]
					+ ( v[ 3 * i + 2 ] - point[ 2 ] ) * normal[ 2 ];
		// From each crossing triangle, the edge where its section begins and the edge where it ends.
		final List< long[] > segments = new ArrayList<>();
		for ( int i = 0; i < t.length; i += 3 )
			for ( int k = 0; k < 3; ++k )
			{
				final int alone = t[ i + k ], next = t[ i + ( k + 1 ) % 3 ], last = t[ i + ( k + 2 ) % 3 ];
				final boolean above = height[ alone ] >= 0;
				if ( above != height[ next ] >= 0 && above != height[ last ] >= 0 )
					segments.add( above ? new long[] { edge( alone, next ), edge( alone, last ) }
							: new long[] { edge( alone, last ), edge( alone, next ) } );
			}
		return loops( segments, height, point, normal );
	}

	private long edge( final int a, final int b )
	{
		return ( long ) Math.min( a, b ) << 32 | Math.max( a, b );
	}

	private List< Loop > loops( final List< long[] > segments, final double[] height, final double[] point, final double[] normal )
	{
		segments.sort( ( a, b ) -> Long.compare( a[ 0 ], b[ 0 ] ) );
		final long[] starts = segments.stream().mapToLong( s -> s[ 0 ] ).toArray();
		final boolean[] used = new boolean[ starts.length ];
		final List< Loop > loops = new ArrayList<>();
		for ( int first = 0; first < starts.length; ++first )
		{
			if ( used[ first ] )
				continue;
			final List< double[] > points = new ArrayList<>();
			for ( int at = first; at >= 0 && !used[ at ]; )
			{
				used[ at ] = true;
				points.add( crossing( starts[ at ], height ) );
				at = unused( starts, used, segments.get( at )[ 1 ] );
			}
			loops.add( loop( points, point, normal ) );
		}
		return loops;
	}

	private static int unused( final long[] starts, final boolean[] used, final long key )
	{
		int at = Arrays.binarySearch( starts, key );
		while ( at > 0 && starts[ at - 1 ] == key )
			--at;
		while ( at >= 0 && at + 1 < starts.length && used[ at ] && starts[ at + 1 ] == key )
			++at;
		return at;
	}

	private double[] crossing( final long edge, final double[] height )
	{
		final int a = ( int ) ( edge >>> 32 ), b = ( int ) edge;
		final double w = height[ a ] / ( height[ a ] - height[ b ] );
		final double[] p = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			p[ d ] = v[ 3 * a + d ] + w * ( v[ 3 * b + d ] - v[ 3 * a + d ] );
		return p;
	}

	private static Loop loop( final List< double[] > points, final double[] point, final double[] normal )
	{
		double area = 0;
		final double[] centroid = new double[ 3 ];
		final double[] o = points.get( 0 );
		for ( int i = 1; i + 1 < points.size(); ++i )
		{
			final double[] a = points.get( i ), b = points.get( i + 1 );
			final double ux = a[ 0 ] - o[ 0 ], uy = a[ 1 ] - o[ 1 ], uz = a[ 2 ] - o[ 2 ];
			final double wx = b[ 0 ] - o[ 0 ], wy = b[ 1 ] - o[ 1 ], wz = b[ 2 ] - o[ 2 ];
			final double part =
					( normal[ 0 ] * ( uy * wz - uz * wy ) + normal[ 1 ] * ( uz * wx - ux * wz ) + normal[ 2 ] * ( ux * wy - uy * wx ) ) / 2;
			area += part;
			for ( int d = 0; d < 3; ++d )
				centroid[ d ] += part * ( o[ d ] + a[ d ] + b[ d ] ) / 3;
		}
		for ( int d = 0; d < 3; ++d )
			centroid[ d ] = area == 0 ? point[ d ] : centroid[ d ] / area;
		return new Loop( area, centroid );
	}
}
