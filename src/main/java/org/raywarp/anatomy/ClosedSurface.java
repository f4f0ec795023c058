/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.raywarp.geometry.TriangleMesh;

/**
 * What a surface must satisfy to have an inside: every edge is passed as often in one direction as in the other.
 * Vertices at the same place become one, degenerate triangles go, and a surface that faces inward is turned over.
 */
public final class ClosedSurface
{
	private ClosedSurface()
	{}

	/**
	 * @param mesh
	 *            any mesh, also a soup of triangles that share no vertex
	 * @return the same surface with shared vertices, closed, facing outward
	 * @throws IllegalArgumentException
	 *             if the surface is empty, open, encloses nothing, or has triangles that cannot be turned to agree
	 */
	public static TriangleMesh of( final TriangleMesh mesh )
	{
		final TriangleMesh welded = weld( mesh );
		if ( welded.triangleCount() == 0 )
			throw new IllegalArgumentException( "The surface is empty: none of its " + mesh.triangleCount() + " triangles has an area." );
		final int[] t = welded.triangles();
		if ( !isBalanced( t, welded.vertexCount() ) )
			turnToAgree( t, welded.vertexCount() );
		final double volume = volume( welded );
		final double[] b = welded.bounds();
		final double box = ( b[ 3 ] - b[ 0 ] ) * ( b[ 4 ] - b[ 1 ] ) * ( b[ 5 ] - b[ 2 ] );
		if ( Math.abs( volume ) <= 1e-9 * box || box == 0 )
			throw new IllegalArgumentException( "The surface encloses no volume." );
		if ( volume < 0 )
			for ( int i = 0; i < t.length; i += 3 )
				swap( t, i );
		return welded;
	}

	/**
	 * The volume that a closed surface encloses, {@code sum of a . ( b x c ) / 6} over its triangles.
	 *
	 * @param mesh
	 *            closed
	 * @return the volume in mm^3, negative where the surface faces inward
	 */
	public static double volume( final TriangleMesh mesh )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles();
		if ( t.length == 0 )
			return 0;
		// About a point of the mesh, lest a distant mesh loses digits.
		final double x0 = v[ 3 * t[ 0 ] ], y0 = v[ 3 * t[ 0 ] + 1 ], z0 = v[ 3 * t[ 0 ] + 2 ];
		double sum = 0;
		for ( int i = 0; i < t.length; i += 3 )
		{
			final int a = 3 * t[ i ], b = 3 * t[ i + 1 ], c = 3 * t[ i + 2 ];
			final double bx = v[ b ] - x0, by = v[ b + 1 ] - y0, bz = v[ b + 2 ] - z0;
			final double cx = v[ c ] - x0, cy = v[ c + 1 ] - y0, cz = v[ c + 2 ] - z0;
			sum += ( v[ a ] - x0 ) * ( by * cz - bz * cy ) + ( v[ a + 1 ] - y0 ) * ( bz * cx - bx * cz )
					+ ( v[ a + 2 ] - z0 ) * ( bx * cy - by * cx );
		}
		return sum / 6;
	}

	private static TriangleMesh weld( final TriangleMesh mesh )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles();
		final int[] slots = new int[ Integer.highestOneBit( Math.max( 4, t.length ) ) * 4 ];
		final int[] newIndex = new int[ mesh.vertexCount() ];
		Arrays.fill( newIndex, -1 );
		final double[] kept = new double[ v.length ];
		final int[] triangles = new int[ t.length ];
		int count = 0, used = 0;
		for ( int i = 0; i < t.length; i += 3 )
		{
			for ( int k = 0; k < 3; ++k )
			{
				final int old = t[ i + k ];
				if ( newIndex[ old ] < 0 )
				{
					final int slot = slotOf( v, 3 * old, kept, slots );
					if ( slots[ slot ] == 0 )
					{
						for ( int d = 0; d < 3; ++d )
							kept[ 3 * count + d ] = v[ 3 * old + d ] + 0.0;
						slots[ slot ] = ++count;
					}
					newIndex[ old ] = slots[ slot ] - 1;
				}
				triangles[ used + k ] = newIndex[ old ];
			}
			if ( triangles[ used ] != triangles[ used + 1 ] && triangles[ used + 1 ] != triangles[ used + 2 ]
					&& triangles[ used + 2 ] != triangles[ used ] )
				used += 3;
		}
		return new TriangleMesh( Arrays.copyOf( kept, 3 * count ), Arrays.copyOf( triangles, used ) );
	}

	private static int slotOf( final double[] v, final int at, final double[] kept, final int[] slots )
	{
		// Adding 0.0 makes one zero of the two.
		final double x = v[ at ] + 0.0, y = v[ at + 1 ] + 0.0, z = v[ at + 2 ] + 0.0;
		long hash = Double.doubleToLongBits( x ) * 0x9E3779B97F4A7C15L;
		hash = ( hash ^ hash >>> 29 ^ Double.doubleToLongBits( y ) ) * 0xBF58476D1CE4E5B9L;
		hash = ( hash ^ hash >>> 32 ^ Double.doubleToLongBits( z ) ) * 0x94D049BB133111EBL;
		int slot = ( int ) ( hash >>> 33 ) & slots.length - 1;
		while ( slots[ slot ] != 0 )
		{
			final int other = 3 * ( slots[ slot ] - 1 );
			if ( kept[ other ] == x && kept[ other + 1 ] == y && kept[ other + 2 ] == z )
				break;
			slot = slot + 1 & slots.length - 1;
		}
		return slot;
	}

	private static boolean isBalanced( final int[] t, final int vertexCount )
	{
		final long[] edges = new long[ t.length ];
		for ( int i = 0; i < t.length; ++i )
		{
			final int from = t[ i ], to = t[ i % 3 == 2 ? i - 2 : i + 1 ];
			edges[ i ] = edge( from, to, vertexCount ) << 1 | ( from < to ? 0 : 1 );
		}
		Arrays.parallelSort( edges );
		boolean balanced = true;
		int open = 0;
		for ( int i = 0; i < edges.length; )
		{
			int forth = 0, back = 0;
			final long e = edges[ i ] >> 1;
			for ( ; i < edges.length && edges[ i ] >> 1 == e; ++i )
				if ( ( edges[ i ] & 1 ) == 0 )
					++forth;
				else
					++back;
			balanced &= forth == back;
			if ( ( forth + back ) % 2 != 0 )
				++open;
		}
		if ( open > 0 )
			throw new IllegalArgumentException( "The surface is not closed: " + open + " of its edges bound an odd number of triangles." );
		return balanced;
	}

	private static long edge( final int a, final int b, final int vertexCount )
	{
		return ( long ) Math.min( a, b ) * vertexCount + Math.max( a, b );
	}

	private static void turnToAgree( final int[] t, final int vertexCount )
	{
		final Map< Long, int[] > facesOfEdge = new HashMap<>();
		for ( int i = 0; i < t.length; ++i )
		{
			final int[] faces =
					facesOfEdge.computeIfAbsent( edge( t[ i ], t[ i % 3 == 2 ? i - 2 : i + 1 ], vertexCount ), e -> new int[] { -1, -1 } );
			if ( faces[ 1 ] >= 0 )
				throw new IllegalArgumentException(
						"The triangles of the surface face both ways, and one of its edges has more than two of them." );
			faces[ faces[ 0 ] < 0 ? 0 : 1 ] = i / 3;
		}
		final boolean[] done = new boolean[ t.length / 3 ];
		for ( int seed = 0; seed < done.length; ++seed )
			if ( !done[ seed ] )
				spread( seed, t, vertexCount, facesOfEdge, done );
	}

	private static void spread( final int seed, final int[] t, final int vertexCount, final Map< Long, int[] > facesOfEdge,
			final boolean[] done )
	{
		final ArrayDeque< Integer > front = new ArrayDeque<>();
		front.add( seed );
		done[ seed ] = true;
		while ( !front.isEmpty() )
		{
			final int face = front.poll();
			for ( int k = 0; k < 3; ++k )
			{
				final int from = t[ 3 * face + k ], to = t[ 3 * face + ( k + 1 ) % 3 ];
				final int[] faces = facesOfEdge.get( edge( from, to, vertexCount ) );
				final int next = faces[ 0 ] == face ? faces[ 1 ] : faces[ 0 ];
				final boolean agrees = passes( t, next, to, from );
				if ( done[ next ] && !agrees )
					throw new IllegalArgumentException( "The surface has one side only: its triangles cannot be turned to agree." );
				if ( done[ next ] )
					continue;
				if ( !agrees )
					swap( t, 3 * next );
				done[ next ] = true;
				front.add( next );
			}
		}
	}

	private static boolean passes( final int[] t, final int face, final int from, final int to )
	{
		for ( int k = 0; k < 3; ++k )
			if ( t[ 3 * face + k ] == from && t[ 3 * face + ( k + 1 ) % 3 ] == to )
				return true;
		return false;
	}

	private static void swap( final int[] t, final int first )
	{
		final int kept = t[ first + 1 ];
		t[ first + 1 ] = t[ first + 2 ];
		t[ first + 2 ] = kept;
	}
}
