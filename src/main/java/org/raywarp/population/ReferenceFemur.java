/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.MeshDistance;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.geometry.TriangleMesh;

/**
 * The mesh that every femur is described with: the mean femur, its triangles made even.
 */
final class ReferenceFemur
{
	/** Edge length of the cubes, in mm. */
	private static final double SPACING = 4;

	private static final int RELAXATIONS = 20;

	private ReferenceFemur()
	{}

	/**
	 * @return a right proximal femur in the reference frame, closed, about 8,000 vertices; always the same
	 */
	static TriangleMesh mesh()
	{
		final TriangleMesh rough = ParametricFemur.surface( FemurShape.mean(), SPACING );
		final MeshDistance fine = new MeshDistance( ParametricFemur.surface( FemurShape.mean() ) );
		final double[] v = rough.vertices();
		final int[] t = rough.triangles();
		final double[] p = new double[ 3 ], nearest = new double[ 5 ];
		for ( int round = 0; round < RELAXATIONS; ++round )
		{
			final double[] sum = new double[ v.length ];
			final int[] count = new int[ v.length / 3 ];
			for ( int i = 0; i < t.length; ++i )
			{
				final int next = i % 3 == 2 ? i - 2 : i + 1;
				for ( int d = 0; d < 3; ++d )
					sum[ 3 * t[ i ] + d ] += v[ 3 * t[ next ] + d ];
				++count[ t[ i ] ];
			}
			for ( int i = 0; i < count.length; ++i )
			{
				for ( int d = 0; d < 3; ++d )
					p[ d ] = ( v[ 3 * i + d ] + sum[ 3 * i + d ] / count[ i ] ) / 2;
				fine.nearest( p, nearest );
				System.arraycopy( nearest, 0, v, 3 * i, 3 );
			}
		}
		return new TriangleMesh( v, t );
	}
}
