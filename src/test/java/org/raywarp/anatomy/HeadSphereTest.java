/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;

class HeadSphereTest
{
	private static final int AROUND = 120;

	/** A scan that ends at the trochanters leaves a wide section, which a continued shaft draws out in one step. */
	@Test
	void headIsFoundAboveAWideShaftOfLongTriangles()
	{
		final TriangleMesh bone = ParametricFemur.surface( FemurShape.mean() );
		final HeadSphere alone = HeadSphere.of( bone );
		final HeadSphere both = HeadSphere.of( withPrism( bone, 24, -230, -60 ) );
		assertEquals( alone.x(), both.x(), 1e-9 );
		assertEquals( alone.y(), both.y(), 1e-9 );
		assertEquals( alone.z(), both.z(), 1e-9 );
		assertEquals( alone.radius(), both.radius(), 1e-9 );
	}

	/** The walls of an upright prism about the z axis through (-20, 10), two triangles a side, beside another surface. */
	private static TriangleMesh withPrism( final TriangleMesh mesh, final double radius, final double low, final double high )
	{
		final int n = mesh.vertices().length, m = mesh.triangles().length;
		final double[] v = Arrays.copyOf( mesh.vertices(), n + 6 * AROUND );
		final int[] t = Arrays.copyOf( mesh.triangles(), m + 6 * AROUND );
		for ( int i = 0; i < AROUND; ++i )
		{
			final double angle = 2 * Math.PI * i / AROUND;
			for ( int end = 0; end < 2; ++end )
			{
				final int at = n + 6 * i + 3 * end;
				v[ at ] = -20 + radius * Math.cos( angle );
				v[ at + 1 ] = 10 + radius * Math.sin( angle );
				v[ at + 2 ] = end == 0 ? low : high;
			}
			final int a = n / 3 + 2 * i, b = n / 3 + 2 * ( ( i + 1 ) % AROUND );
			System.arraycopy( new int[] { a, b, a + 1, b, b + 1, a + 1 }, 0, t, m + 6 * i, 6 );
		}
		return new TriangleMesh( v, t );
	}
}
