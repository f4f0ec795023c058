/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.raywarp.geometry.TriangleMesh;

import net.imglib2.parallel.Parallelization;

/**
 * Marching tetrahedra: the surface where a function is zero, over a lattice of cubes each cut into six tetrahedra about
 * its diagonal (Kuhn's subdivision, which agrees across faces, so the surface is closed where the function is positive on
 * the lattice's border).
 */
public final class MarchingTetrahedra
{
	/** Corners of each tetrahedron as bits x, y, z of the cube's corner; all are oriented alike. */
	private static final int[][] TETRAHEDRA =
			{ { 0, 1, 3, 7 }, { 0, 3, 2, 7 }, { 0, 2, 6, 7 }, { 0, 6, 4, 7 }, { 0, 4, 5, 7 }, { 0, 5, 1, 7 } };

	private final int[] size;

	private final double[] origin;

	private final double spacing;

	private final double[] values;

	/** Vertex on the edge from a node along each of seven directions, or -1. */
	private final int[] vertexOfEdge;

	private double[] vertices = new double[ 3 << 12 ];

	private int vertexCount;

	private int[] triangles = new int[ 3 << 13 ];

	private int triangleLength;

	private MarchingTetrahedra( final int[] size, final double[] origin, final double spacing )
	{
		this.size = size;
		this.origin = origin;
		this.spacing = spacing;
		values = new double[ size[ 0 ] * size[ 1 ] * size[ 2 ] ];
		vertexOfEdge = new int[ 7 * values.length ];
		Arrays.fill( vertexOfEdge, -1 );
	}

	/** A function of space, negative inside. Called from many threads. */
	@FunctionalInterface
	public interface Field
	{
		/**
		 * @param x
		 *            coordinate in mm
		 * @param y
		 *            coordinate in mm
		 * @param z
		 *            coordinate in mm
		 * @return negative inside, positive outside
		 */
		double at( double x, double y, double z );
	}

	/**
	 * @param field
	 *            the function
	 * @param bounds
	 *            least and greatest x, y, z of the lattice in mm; the function is taken as positive on its border
	 * @param spacing
	 *            edge length of a cube in mm
	 * @return the closed surface, facing where the function grows
	 */
	public static TriangleMesh surface( final Field field, final double[] bounds, final double spacing )
	{
		final int[] size = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			size[ d ] = ( int ) Math.ceil( ( bounds[ 3 + d ] - bounds[ d ] ) / spacing ) + 1;
		final MarchingTetrahedra march = new MarchingTetrahedra( size, bounds, spacing );
		march.evaluate( field );
		for ( int k = 0; k + 1 < size[ 2 ]; ++k )
			for ( int j = 0; j + 1 < size[ 1 ]; ++j )
				for ( int i = 0; i + 1 < size[ 0 ]; ++i )
					march.cube( i + size[ 0 ] * ( j + size[ 1 ] * k ) );
		return new TriangleMesh( Arrays.copyOf( march.vertices, 3 * march.vertexCount ),
				Arrays.copyOf( march.triangles, march.triangleLength ) );
	}

	private void evaluate( final Field field )
	{
		final IntConsumer slice = k -> {
			for ( int j = 0; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i )
				{
					final boolean border = i == 0 || j == 0 || k == 0 || i == size[ 0 ] - 1 || j == size[ 1 ] - 1 || k == size[ 2 ] - 1;
					final double value = field.at( origin[ 0 ] + i * spacing, origin[ 1 ] + j * spacing, origin[ 2 ] + k * spacing );
					// A node is never on the surface: no triangle loses its area.
					values[ i + size[ 0 ] * ( j + size[ 1 ] * k ) ] =
							Math.copySign( Math.max( Math.abs( value ), 1e-3 * spacing ), border ? 1 : value );
				}
		};
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), slice::accept );
	}

	private int node( final int cube, final int corner )
	{
		return cube + ( corner & 1 ) + size[ 0 ] * ( ( corner >> 1 & 1 ) + size[ 1 ] * ( corner >> 2 ) );
	}

	private void cube( final int cube )
	{
		int inside = 0;
		for ( int corner = 0; corner < 8; ++corner )
			if ( values[ node( cube, corner ) ] < 0 )
				++inside;
		if ( inside == 0 || inside == 8 )
			return;
		for ( final int[] tetrahedron : TETRAHEDRA )
			tetrahedron( cube, tetrahedron );
	}

	private void tetrahedron( final int cube, final int[] corners )
	{
		final int[] in = new int[ 4 ], out = new int[ 4 ];
		int ins = 0, outs = 0, inversions = 0;
		for ( int i = 0; i < 4; ++i )
			if ( values[ node( cube, corners[ i ] ) ] < 0 )
			{
				// Moving this corner before the outer ones already seen takes so many exchanges.
				inversions += outs;
				in[ ins++ ] = corners[ i ];
			}
			else
				out[ outs++ ] = corners[ i ];
		final boolean even = inversions % 2 == 0;
		if ( ins == 1 )
			triangle( even, edge( cube, in[ 0 ], out[ 0 ] ), edge( cube, in[ 0 ], out[ 1 ] ), edge( cube, in[ 0 ], out[ 2 ] ) );
		else if ( ins == 3 )
			triangle( !even, edge( cube, in[ 0 ], out[ 0 ] ), edge( cube, in[ 2 ], out[ 0 ] ), edge( cube, in[ 1 ], out[ 0 ] ) );
		else if ( ins == 2 )
		{
			final int a = edge( cube, in[ 0 ], out[ 0 ] ), b = edge( cube, in[ 0 ], out[ 1 ] );
			final int c = edge( cube, in[ 1 ], out[ 1 ] ), d = edge( cube, in[ 1 ], out[ 0 ] );
			triangle( even, a, b, c );
			triangle( even, a, c, d );
		}
	}

	private int edge( final int cube, final int one, final int other )
	{
		// Along every edge of Kuhn's tetrahedra the bits of one end contain those of the other.
		final int low = Math.min( one, other ), direction = one ^ other;
		final int from = node( cube, low ), to = node( cube, low | direction );
		final int key = 7 * from + direction - 1;
		if ( vertexOfEdge[ key ] < 0 )
		{
			if ( 3 * vertexCount + 3 > vertices.length )
				vertices = Arrays.copyOf( vertices, 2 * vertices.length );
			final double t = values[ from ] / ( values[ from ] - values[ to ] );
			final int[] at = { from % size[ 0 ], from / size[ 0 ] % size[ 1 ], from / ( size[ 0 ] * size[ 1 ] ) };
			for ( int d = 0; d < 3; ++d )
				vertices[ 3 * vertexCount + d ] = origin[ d ] + spacing * ( at[ d ] + t * ( direction >> d & 1 ) );
			vertexOfEdge[ key ] = vertexCount++;
		}
		return vertexOfEdge[ key ];
	}

	private void triangle( final boolean even, final int a, final int b, final int c )
	{
		if ( triangleLength + 3 > triangles.length )
			triangles = Arrays.copyOf( triangles, 2 * triangles.length );
		triangles[ triangleLength++ ] = a;
		triangles[ triangleLength++ ] = even ? b : c;
		triangles[ triangleLength++ ] = even ? c : b;
	}
}
