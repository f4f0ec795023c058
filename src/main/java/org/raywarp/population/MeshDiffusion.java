/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

/**
 * Values that spread over the vertices of a mesh.
 */
final class MeshDiffusion
{
	private MeshDiffusion()
	{}

	/**
	 * Replaces the value of each vertex that is not fixed by the mean of its neighbors' times a factor, again and again.
	 *
	 * @param values
	 *            so many of each vertex, one vertex after the other; changed
	 * @param fixed
	 *            vertices that keep their values
	 * @param triangles
	 *            of the mesh
	 * @param rounds
	 *            how often
	 * @param factor
	 *            at most 1; less makes values fade away from the fixed vertices
	 */
	static void spread( final double[] values, final boolean[] fixed, final int[] triangles, final int rounds, final double factor )
	{
		final int each = values.length / fixed.length;
		for ( int round = 0; round < rounds; ++round )
		{
			final double[] sum = new double[ values.length ];
			final int[] count = new int[ fixed.length ];
			for ( int i = 0; i < triangles.length; ++i )
			{
				final int next = triangles[ i % 3 == 2 ? i - 2 : i + 1 ], vertex = triangles[ i ];
				for ( int k = 0; k < each; ++k )
					sum[ each * vertex + k ] += values[ each * next + k ];
				++count[ vertex ];
			}
			for ( int v = 0; v < fixed.length; ++v )
				for ( int k = 0; k < each && !fixed[ v ] && count[ v ] > 0; ++k )
					values[ each * v + k ] = factor * sum[ each * v + k ] / count[ v ];
		}
	}
}
