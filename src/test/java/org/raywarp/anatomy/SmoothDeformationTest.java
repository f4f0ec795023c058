/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

class SmoothDeformationTest
{
	@Test
	void displacementHasTheDeviationAskedFor()
	{
		double sum = 0;
		final int seeds = 600;
		for ( long seed = 0; seed < seeds; ++seed )
		{
			final double[] p = { 10, -20, 30 };
			new SmoothDeformation( 2, 30, seed ).apply( p );
			sum += ( square( p[ 0 ] - 10 ) + square( p[ 1 ] + 20 ) + square( p[ 2 ] - 30 ) ) / 3;
		}
		// 1800 squares of a normal variable: 3.3 percent standard error of their mean, half of that of its root.
		assertEquals( 2, Math.sqrt( sum / seeds ), 0.15 );
	}

	@Test
	void neighborsKeepTheirOrder()
	{
		// The Jacobian determinant by central differences is positive everywhere.
		final SmoothDeformation deformation = new SmoothDeformation( 3, 20, 8 );
		final double h = 0.01;
		for ( int i = 0; i < 400; ++i )
		{
			final double[] at = { 5 * ( i % 10 ), 7 * ( i / 10 % 10 ), 11 * ( i / 100 ) };
			final double[][] columns = new double[ 3 ][];
			for ( int d = 0; d < 3; ++d )
			{
				final double[] ahead = at.clone(), behind = at.clone();
				ahead[ d ] += h;
				behind[ d ] -= h;
				deformation.apply( ahead );
				deformation.apply( behind );
				columns[ d ] = new double[] { ( ahead[ 0 ] - behind[ 0 ] ) / ( 2 * h ), ( ahead[ 1 ] - behind[ 1 ] ) / ( 2 * h ),
						( ahead[ 2 ] - behind[ 2 ] ) / ( 2 * h ) };
			}
			assertTrue( Vectors.dot( columns[ 0 ], Vectors.cross( columns[ 1 ], columns[ 2 ] ) ) > 0.1 );
		}
	}

	@Test
	void meshMovesPointByPointAndStaysClosed()
	{
		final TriangleMesh ball = Solids.ball( 20, 2 );
		final SmoothDeformation deformation = new SmoothDeformation( 2, 25, 3 );
		final TriangleMesh moved = deformation.apply( ball );
		for ( int i = 0; i < ball.vertexCount(); i += 37 )
		{
			final double[] p = Arrays.copyOfRange( ball.vertices(), 3 * i, 3 * i + 3 );
			deformation.apply( p );
			assertArrayEquals( p, Arrays.copyOfRange( moved.vertices(), 3 * i, 3 * i + 3 ) );
		}
		assertTrue( ClosedSurface.volume( ClosedSurface.of( moved ) ) > 0 );
	}

	@Test
	void senselessMeasuresAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new SmoothDeformation( -1, 20, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> new SmoothDeformation( 1, 0, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> new SmoothDeformation( Double.NaN, 20, 0 ) );
	}

	private static double square( final double v )
	{
		return v * v;
	}
}
