/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Arrays;
import java.util.List;

import org.raywarp.anatomy.MeshDistance;
import org.raywarp.geometry.SurfaceSampling;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

/**
 * A surface that others are compared with: its nearest points, its normals, points spread over it, and which of its
 * triangles lie where the shaft was cut off.
 */
final class TargetSurface
{
	/** How far above its lowest point a surface may be cut off obliquely, in mm, and how steeply a cut faces down. */
	private static final double CUT_HEIGHT = 15, CUT_SLOPE = 0.8;

	/** Segmentation rounds the rim of a cut this far, in mm. */
	private static final double RIM = 3;

	private final TriangleMesh mesh;

	private final MeshDistance tree;

	/** Unit normal of each triangle. */
	private final double[] normals;

	private final boolean[] cut;

	/**
	 * @param mesh
	 *            in mm, about upright
	 */
	TargetSurface( final TriangleMesh mesh )
	{
		this.mesh = mesh;
		tree = new MeshDistance( mesh );
		normals = normals( mesh );
		cut = cut( mesh, normals );
	}

	private static double[] normals( final TriangleMesh mesh )
	{
		final double[] normals = new double[ mesh.triangles().length ];
		for ( int i = 0; i < normals.length; i += 3 )
		{
			final double[] n = mesh.areaVector( i / 3 );
			final double length = Math.max( Double.MIN_NORMAL, Vectors.length( n ) );
			for ( int d = 0; d < 3; ++d )
				normals[ i + d ] = n[ d ] / length;
		}
		return normals;
	}

	/** The triangles about the mean plane of those near the lower end that face down. */
	private static boolean[] cut( final TriangleMesh mesh, final double[] normals )
	{
		final int[] t = mesh.triangles();
		final double[] v = mesh.vertices(), center = new double[ 3 ], normal = new double[ 3 ];
		final double height = mesh.bounds()[ 2 ] + CUT_HEIGHT;
		int count = 0;
		for ( int i = 0; i < t.length; i += 3 )
			if ( normals[ i + 2 ] < -CUT_SLOPE && v[ 3 * t[ i ] + 2 ] < height )
			{
				++count;
				for ( int d = 0; d < 3; ++d )
				{
					center[ d ] += v[ 3 * t[ i ] + d ];
					normal[ d ] += normals[ i + d ];
				}
			}
		final boolean[] cut = new boolean[ t.length / 3 ];
		if ( count == 0 )
			return cut;
		final double offset = Vectors.dot( center, normal ) / count, length = Vectors.length( normal );
		for ( int i = 0; i < cut.length; ++i )
		{
			final int a = 3 * t[ 3 * i ];
			cut[ i ] = v[ a ] * normal[ 0 ] + v[ a + 1 ] * normal[ 1 ] + v[ a + 2 ] * normal[ 2 ] - offset > -RIM * length;
		}
		return cut;
	}

	/**
	 * @return whether each vertex lies on, or at the rim of, the plane where the shaft was cut off
	 */
	boolean[] cutVertices()
	{
		final boolean[] vertices = new boolean[ mesh.vertexCount() ];
		for ( int i = 0; i < cut.length; ++i )
			for ( int k = 0; k < 3 && cut[ i ]; ++k )
				vertices[ mesh.triangles()[ 3 * i + k ] ] = true;
		return vertices;
	}

	/**
	 * @param point
	 *            in mm
	 * @param nearest
	 *            receives the nearest point of the surface and its barycentric coordinates, see {@link MeshDistance}
	 * @return the triangle it lies on
	 */
	int nearest( final double[] point, final double[] nearest )
	{
		return tree.nearest( point, nearest );
	}

	/**
	 * @param triangle
	 *            index of a triangle
	 * @return whether it belongs to the plane where the shaft was cut off
	 */
	boolean isCut( final int triangle )
	{
		return cut[ triangle ];
	}

	/**
	 * @param triangle
	 *            index of a triangle
	 * @return its unit normal
	 */
	double[] normal( final int triangle )
	{
		return Arrays.copyOfRange( normals, 3 * triangle, 3 * triangle + 3 );
	}

	/**
	 * @param count
	 *            number of points
	 * @param lowest
	 *            where the surface of interest begins, z in mm
	 * @return points spread over the surface above, without the plane of the cut
	 */
	List< SurfaceSampling.Sample > samples( final int count, final double lowest )
	{
		final TriangleMesh kept =
				mesh.keeping( i -> !cut[ i ] && mesh.vertices()[ 3 * mesh.triangles()[ 3 * i ] + 2 ] > lowest );
		return kept.triangleCount() == 0 ? List.of() : SurfaceSampling.sample( kept, count );
	}
}
