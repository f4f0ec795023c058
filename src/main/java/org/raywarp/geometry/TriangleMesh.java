/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A triangle surface in the world. The arrays are not copied: whoever makes a mesh hands them over.
 *
 * @param vertices
 *            x, y, z of each vertex in mm, one vertex after the other
 * @param triangles
 *            three vertex indices of each triangle, one triangle after the other, counterclockwise seen from outside
 */
public record TriangleMesh( double[] vertices, int[] triangles )
{
	/**
	 * @throws IllegalArgumentException
	 *             if a length is not a multiple of three, a coordinate is not finite, or an index has no vertex
	 */
	public TriangleMesh
	{
		if ( vertices.length % 3 != 0 || triangles.length % 3 != 0 )
			throw new IllegalArgumentException( "Vertices and triangles come in threes, not " + vertices.length + " coordinates and "
					+ triangles.length + " indices." );
		for ( final double v : vertices )
			if ( !Double.isFinite( v ) )
				throw new IllegalArgumentException( "The coordinates of a mesh are finite, not " + v + "." );
		for ( final int t : triangles )
			if ( t < 0 || t >= vertices.length / 3 )
				throw new IllegalArgumentException( "Triangle index " + t + " has no vertex: there are " + vertices.length / 3 + "." );
	}

	/**
	 * @return number of vertices
	 */
	public int vertexCount()
	{
		return vertices.length / 3;
	}

	/**
	 * @return number of triangles
	 */
	public int triangleCount()
	{
		return triangles.length / 3;
	}

	/**
	 * @param triangle
	 *            index of a triangle
	 * @return the vector along its outward normal that is twice as long as it has area, in mm2
	 */
	public double[] areaVector( final int triangle )
	{
		final int a = 3 * triangles[ 3 * triangle ];
		return Vectors.cross( edge( a, 3 * triangles[ 3 * triangle + 1 ] ), edge( a, 3 * triangles[ 3 * triangle + 2 ] ) );
	}

	private double[] edge( final int a, final int b )
	{
		return new double[] { vertices[ b ] - vertices[ a ], vertices[ b + 1 ] - vertices[ a + 1 ], vertices[ b + 2 ] - vertices[ a + 2 ] };
	}

	/**
	 * @param kept
	 *            whether a triangle is kept, by index
	 * @return the mesh of these triangles, with all vertices
	 */
	public TriangleMesh keeping( final IntPredicate kept )
	{
		final int[] some = new int[ triangles.length ];
		int count = 0;
		for ( int i = 0; i < triangleCount(); ++i )
			if ( kept.test( i ) )
			{
				System.arraycopy( triangles, 3 * i, some, count, 3 );
				count += 3;
			}
		return new TriangleMesh( vertices, Arrays.copyOf( some, count ) );
	}

	/**
	 * @param targetFromSource
	 *            an affine map; one that mirrors turns the triangles over, so that they still look outward
	 * @return the mapped mesh
	 */
	public TriangleMesh transformed( final Affine3D targetFromSource )
	{
		final double[] v = new double[ vertices.length ];
		final double[] x = new double[ 3 ];
		for ( int i = 0; i < v.length; i += 3 )
		{
			System.arraycopy( vertices, i, x, 0, 3 );
			targetFromSource.apply( x, x );
			System.arraycopy( x, 0, v, i, 3 );
		}
		final int[] t = triangles.clone();
		if ( targetFromSource.determinant() < 0 )
			for ( int i = 0; i < t.length; i += 3 )
			{
				t[ i + 1 ] = triangles[ i + 2 ];
				t[ i + 2 ] = triangles[ i + 1 ];
			}
		return new TriangleMesh( v, t );
	}

	/**
	 * @return the least and greatest coordinate along each axis, {@code { min x, min y, min z, max x, max y, max z }}, in mm
	 */
	public double[] bounds()
	{
		final double inf = Double.POSITIVE_INFINITY;
		final double[] b = { inf, inf, inf, -inf, -inf, -inf };
		for ( int i = 0; i < vertices.length; ++i )
		{
			b[ i % 3 ] = Math.min( b[ i % 3 ], vertices[ i ] );
			b[ 3 + i % 3 ] = Math.max( b[ 3 + i % 3 ], vertices[ i ] );
		}
		return b;
	}
}
