/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

/**
 * The lower end of a femur's surface, where a scan cut the shaft off: finds it, and continues the shaft beyond it; {@link ShaftCut}
 * makes such ends. Surfaces lie in the reference frame, or within some ten degrees of it.
 */
public final class ShaftEnd
{
	/** How far above the lowest point the end may reach, in radii of the head, and the square of its least slope. */
	private static final double REACH = 0.75, FACING = 0.72;

	/** A shaft is continued at most so far from the vertical, as sine: beyond, a trochanter misleads. */
	private static final double GREATEST_TILT = 0.2;

	private ShaftEnd()
	{}

	/**
	 * The surface without the triangles at its lower end that face down: open, so that no cortex closes the canal there.
	 *
	 * @param mesh
	 *            closed
	 * @param headRadius
	 *            in mm
	 * @return its sides and top
	 */
	static TriangleMesh opened( final TriangleMesh mesh, final double headRadius )
	{
		final boolean[] ends = ends( mesh, headRadius );
		return mesh.keeping( i -> !ends[ i ] );
	}

	/**
	 * Continues a shaft that ends above a height with its last whole section, drawn out along the shaft to below that
	 * height. What lies below that section, of an oblique end some millimeters, is replaced. A section through a trochanter
	 * stays as wide as it is.
	 *
	 * @param mesh
	 *            closed, in the reference frame, in mm
	 * @param height
	 *            z in mm
	 * @return a closed surface; the same if it reaches below the height already
	 * @throws IllegalArgumentException
	 *             if the surface has no femoral head
	 */
	public static TriangleMesh continued( final TriangleMesh mesh, final double height )
	{
		final double low = mesh.bounds()[ 2 ];
		if ( low <= height )
			return mesh;
		final double r = HeadSphere.of( mesh ).radius();
		final double[] down = direction( mesh, low + 0.1 * r, 0.4 * r );
		final TriangleMesh whole = ShaftCut.above( mesh, lastSection( mesh, ends( mesh, r ), down ) );
		final boolean[] end = ends( whole, r );
		final double length = ( whole.bounds()[ 2 ] + REACH * r - height ) / -down[ 2 ];
		final double[] v = whole.vertices(), vertices = Arrays.copyOf( v, 2 * v.length );
		final int count = v.length / 3;
		for ( int i = 0; i < v.length; ++i )
			vertices[ v.length + i ] = v[ i ] + length * down[ i % 3 ];
		final int[] t = whole.triangles();
		final Map< Long, Integer > rim = rim( t, end );
		final int[] triangles = Arrays.copyOf( t, t.length + 6 * rim.size() );
		for ( int i = 0; i < t.length; ++i )
			if ( end[ i / 3 ] )
				triangles[ i ] = t[ i ] + count;
		int at = t.length;
		for ( final long edge : rim.keySet().stream().sorted().mapToLong( Long::longValue ).toArray() )
		{
			final int a = ( int ) ( edge >> 32 ), b = ( int ) edge;
			for ( final int corner : new int[] { b, a, a + count, b, a + count, b + count } )
				triangles[ at++ ] = corner;
		}
		return ShaftCut.used( vertices, triangles );
	}

	/** The plane across the shaft just above its end, as {@link ShaftCut#above} takes it. */
	private static double[] lastSection( final TriangleMesh mesh, final boolean[] end, final double[] down )
	{
		final double[] v = mesh.vertices(), p = new double[ 3 ];
		final int[] t = mesh.triangles();
		double highest = Double.NEGATIVE_INFINITY;
		for ( int i = 0; i < t.length; ++i )
			if ( end[ i / 3 ] )
			{
				System.arraycopy( v, 3 * t[ i ], p, 0, 3 );
				highest = Math.max( highest, -Vectors.dot( down, p ) );
			}
		return new double[] { -down[ 0 ], -down[ 1 ], -down[ 2 ], highest + 0.5 };
	}

	/** Which triangles face down near the lower end and hang together with the lowest: not the lesser trochanter's. */
	private static boolean[] ends( final TriangleMesh mesh, final double headRadius )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles();
		final double reach = mesh.bounds()[ 2 ] + REACH * headRadius;
		final boolean[] facing = new boolean[ mesh.triangleCount() ];
		int lowest = -1;
		for ( int i = 0; i < facing.length; ++i )
		{
			final double[] normal = mesh.areaVector( i );
			facing[ i ] = normal[ 2 ] < 0 && normal[ 2 ] * normal[ 2 ] > FACING * Vectors.dot( normal, normal )
					&& v[ 3 * t[ 3 * i ] + 2 ] < reach;
			if ( facing[ i ] && ( lowest < 0 || v[ 3 * t[ 3 * i ] + 2 ] < v[ 3 * lowest + 2 ] ) )
				lowest = t[ 3 * i ];
		}
		return together( t, facing, lowest, v.length / 3 );
	}

	/** Of some triangles those that a chain of shared vertices joins to one vertex. */
	private static boolean[] together( final int[] t, final boolean[] some, final int start, final int vertices )
	{
		final boolean[] reached = new boolean[ vertices ], joined = new boolean[ some.length ];
		if ( start < 0 )
			return joined;
		reached[ start ] = true;
		for ( boolean grown = true; grown; )
		{
			grown = false;
			for ( int i = 0; i < some.length; ++i )
				if ( some[ i ] && !joined[ i ] && ( reached[ t[ 3 * i ] ] || reached[ t[ 3 * i + 1 ] ] || reached[ t[ 3 * i + 2 ] ] ) )
				{
					joined[ i ] = grown = true;
					for ( int k = 0; k < 3; ++k )
						reached[ t[ 3 * i + k ] ] = true;
				}
		}
		return joined;
	}

	/** Edges of the triangles above that meet a triangle of the end, first corner in the upper 32 bits. */
	private static Map< Long, Integer > rim( final int[] t, final boolean[] end )
	{
		final Map< Long, Integer > above = new HashMap<>();
		for ( int i = 0; i < t.length; ++i )
			if ( !end[ i / 3 ] )
				above.put( edge( t[ i ], t[ i - i % 3 + ( i + 1 ) % 3 ] ), i );
		final Map< Long, Integer > rim = new HashMap<>();
		for ( int i = 0; i < t.length; ++i )
			if ( end[ i / 3 ] )
			{
				final long opposite = edge( t[ i - i % 3 + ( i + 1 ) % 3 ], t[ i ] );
				if ( above.containsKey( opposite ) )
					rim.put( opposite, i );
			}
		return rim;
	}

	private static long edge( final int from, final int to )
	{
		return ( long ) from << 32 | to;
	}

	/** Down along the shaft: between the middles of the surface in two slices above one another. */
	private static double[] direction( final TriangleMesh mesh, final double from, final double slice )
	{
		final double[] lower = middle( mesh, from, from + slice ), upper = middle( mesh, from + slice, from + 2 * slice );
		if ( lower == null || upper == null )
			return new double[] { 0, 0, -1 };
		double dx = ( lower[ 0 ] - upper[ 0 ] ) / slice, dy = ( lower[ 1 ] - upper[ 1 ] ) / slice;
		final double tilt = Math.sqrt( dx * dx + dy * dy );
		if ( tilt > GREATEST_TILT )
		{
			dx *= GREATEST_TILT / tilt;
			dy *= GREATEST_TILT / tilt;
		}
		return Vectors.unit( dx, dy, -1 );
	}

	/** The area-weighted mean of the triangles between two heights, or null. */
	private static double[] middle( final TriangleMesh mesh, final double low, final double high )
	{
		final double[] v = mesh.vertices(), sum = new double[ 2 ];
		final int[] t = mesh.triangles();
		double areas = 0;
		for ( int i = 0; i < mesh.triangleCount(); ++i )
		{
			final int a = 3 * t[ 3 * i ], b = 3 * t[ 3 * i + 1 ], c = 3 * t[ 3 * i + 2 ];
			final double z = ( v[ a + 2 ] + v[ b + 2 ] + v[ c + 2 ] ) / 3;
			if ( z < low || z >= high )
				continue;
			final double area = Vectors.length( mesh.areaVector( i ) );
			areas += area;
			for ( int d = 0; d < 2; ++d )
				sum[ d ] += area * ( v[ a + d ] + v[ b + d ] + v[ c + d ] ) / 3;
		}
		return areas == 0 ? null : new double[] { sum[ 0 ] / areas, sum[ 1 ] / areas };
	}
}
