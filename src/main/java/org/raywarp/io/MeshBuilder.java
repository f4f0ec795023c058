/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.raywarp.geometry.TriangleMesh;

/**
 * Collects the vertices and polygons of a surface file.
 */
final class MeshBuilder
{
	private record Point( double x, double y, double z )
	{}

	private final Path file;

	private double[] vertices = new double[ 3 * 1024 ];

	private int vertexCount;

	private int[] triangles = new int[ 3 * 1024 ];

	private int triangleCount;

	private final Map< Point, Integer > merged = new HashMap<>();

	/**
	 * @param file
	 *            whose surface this is, for errors
	 */
	MeshBuilder( final Path file )
	{
		this.file = file;
	}

	/**
	 * @return number of vertices so far
	 */
	int vertexCount()
	{
		return vertexCount;
	}

	/**
	 * @param x
	 *            in mm
	 * @param y
	 *            in mm
	 * @param z
	 *            in mm
	 * @return the index of a new vertex
	 * @throws IOException
	 *             if a coordinate is not finite
	 */
	int addVertex( final double x, final double y, final double z ) throws IOException
	{
		if ( !Double.isFinite( x ) || !Double.isFinite( y ) || !Double.isFinite( z ) )
			throw new IOException( file + " has a vertex at (" + x + ", " + y + ", " + z + "); expected finite coordinates." );
		if ( 3 * vertexCount == vertices.length )
			vertices = Arrays.copyOf( vertices, 2 * vertices.length );
		vertices[ 3 * vertexCount ] = x;
		vertices[ 3 * vertexCount + 1 ] = y;
		vertices[ 3 * vertexCount + 2 ] = z;
		return vertexCount++;
	}

	/**
	 * @param x
	 *            in mm
	 * @param y
	 *            in mm
	 * @param z
	 *            in mm
	 * @return the index of the vertex with exactly these coordinates, a new one where there was none
	 * @throws IOException
	 *             if a coordinate is not finite
	 */
	int mergeVertex( final double x, final double y, final double z ) throws IOException
	{
		// Adding 0 makes -0 and 0 one number.
		final Point p = new Point( x + 0.0, y + 0.0, z + 0.0 );
		final Integer known = merged.get( p );
		if ( known != null )
			return known;
		final int added = addVertex( p.x(), p.y(), p.z() );
		merged.put( p, added );
		return added;
	}

	/**
	 * Adds a convex polygon as a fan of triangles. Triangles with a vertex twice are left out.
	 *
	 * @param corners
	 *            vertex indices
	 * @param count
	 *            how many of them
	 * @throws IOException
	 *             if there are fewer than three
	 */
	void addPolygon( final int[] corners, final int count ) throws IOException
	{
		if ( count < 3 )
			throw new IOException( file + " has a face of " + count + " vertices; expected at least 3." );
		for ( int i = 2; i < count; ++i )
		{
			final int a = corners[ 0 ], b = corners[ i - 1 ], c = corners[ i ];
			if ( a == b || b == c || c == a )
				continue;
			if ( 3 * triangleCount == triangles.length )
				triangles = Arrays.copyOf( triangles, 2 * triangles.length );
			triangles[ 3 * triangleCount ] = a;
			triangles[ 3 * triangleCount + 1 ] = b;
			triangles[ 3 * triangleCount + 2 ] = c;
			++triangleCount;
		}
	}

	/**
	 * @return the surface without vertices that no triangle uses
	 * @throws IOException
	 *             if there is no triangle, or an index has no vertex
	 */
	TriangleMesh build() throws IOException
	{
		if ( triangleCount == 0 )
			throw new IOException( file + " has no triangle; expected a surface." );
		final int[] newIndex = new int[ vertexCount ], t = Arrays.copyOf( triangles, 3 * triangleCount );
		Arrays.fill( newIndex, -1 );
		for ( final int i : t )
		{
			if ( i < 0 || i >= vertexCount )
				throw new IOException( file + " has a face with the vertex index " + i + "; expected 0 to " + ( vertexCount - 1 ) + "." );
			newIndex[ i ] = 0;
		}
		int used = 0;
		final double[] v = new double[ 3 * vertexCount ];
		for ( int i = 0; i < vertexCount; ++i )
			if ( newIndex[ i ] == 0 )
			{
				System.arraycopy( vertices, 3 * i, v, 3 * used, 3 );
				newIndex[ i ] = used++;
			}
		for ( int i = 0; i < t.length; ++i )
			t[ i ] = newIndex[ t[ i ] ];
		return new TriangleMesh( Arrays.copyOf( v, 3 * used ), t );
	}
}
