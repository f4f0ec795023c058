/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * Points spread evenly over the area of a surface.
 */
public final class SurfaceSampling
{
	private SurfaceSampling()
	{}

	/**
	 * A point of a surface.
	 *
	 * @param point
	 *            on the surface, in mm
	 * @param normal
	 *            unit normal there
	 */
	public record Sample( double[] point, double[] normal )
	{}

	/**
	 * @param surface
	 *            the surface, in mm
	 * @param count
	 *            number of points
	 * @return points, systematic in the area of the triangles in their order, at the barycentric coordinates of a
	 *         low-discrepancy sequence (Roberts 2018, R2) folded into the triangle
	 */
	public static List< Sample > sample( final TriangleMesh surface, final int count )
	{
		final double[] cumulative = new double[ surface.triangleCount() ];
		double total = 0;
		for ( int t = 0; t < cumulative.length; ++t )
			cumulative[ t ] = total += Vectors.length( surface.areaVector( t ) ) / 2;
		final List< Sample > samples = new ArrayList<>( count );
		int triangle = 0;
		for ( int i = 0; i < count; ++i )
		{
			final double along = ( i + 0.5 ) / count * total;
			while ( cumulative[ triangle ] < along && triangle < cumulative.length - 1 )
				++triangle;
			double u = ( 0.5 + 0.7548776662466927 * i ) % 1, v = ( 0.5 + 0.5698402909980532 * i ) % 1;
			if ( u + v > 1 )
			{
				u = 1 - u;
				v = 1 - v;
			}
			final double[] point = new double[ 3 ], normal = surface.areaVector( triangle );
			final double length = Vectors.length( normal );
			for ( int d = 0; d < 3; ++d )
			{
				point[ d ] = ( 1 - u - v ) * corner( surface, triangle, 0, d ) + u * corner( surface, triangle, 1, d )
						+ v * corner( surface, triangle, 2, d );
				normal[ d ] /= length;
			}
			samples.add( new Sample( point, normal ) );
		}
		return samples;
	}

	private static double corner( final TriangleMesh surface, final int triangle, final int corner, final int d )
	{
		return surface.vertices()[ 3 * surface.triangles()[ 3 * triangle + corner ] + d ];
	}
}
