/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

class MeshVoxelizerTest
{
	private static final Grid GRID = Grid.centered( new int[] { 23, 20, 17 }, 1.5, 1.7, 2 );

	@Test
	void linesThroughEdgesAndVerticesCountEachCrossingOnce()
	{
		// Voxel centers lie on the faces, edges and corners of the box.
		final Grid grid = new Grid( new int[] { 6, 6, 6 }, Affine3D.IDENTITY );
		final byte[] inside = MeshVoxelizer.inside( Solids.box( 1, 1, 1, 4, 4, 4 ), grid );
		int count = 0;
		for ( final byte b : inside )
			count += b;
		// Half-open along each axis: 3 of the 4 centers from 1 to 4.
		assertEquals( 27, count );
	}

	@Test
	void labelIsOneWhereTheCenterLiesInABall()
	{
		final double radius = 12, flat = 0.5 * 0.5 / ( 8 * radius ) * 4;
		final byte[] inside = MeshVoxelizer.inside( Solids.ball( radius, 0.5 ), GRID );
		for ( int i = 0; i < inside.length; ++i )
		{
			final double r = distanceFromOrigin( i );
			if ( Math.abs( r - radius ) > flat )
				assertEquals( r < radius ? 1 : 0, inside[ i ], "at radius " + r );
		}
	}

	@Test
	void cavityIsOutside()
	{
		final TriangleMesh outer = Solids.box( -10, -10, -10, 10, 10, 10 ), inner = Solids.box( -5, -5, -5, 5, 5, 5 );
		final double[] v = new double[ 48 ];
		final int[] t = new int[ 72 ];
		System.arraycopy( outer.vertices(), 0, v, 0, 24 );
		System.arraycopy( inner.vertices(), 0, v, 24, 24 );
		System.arraycopy( outer.triangles(), 0, t, 0, 36 );
		for ( int i = 0; i < 36; ++i )
			t[ 36 + i ] = 8 + inner.triangles()[ 35 - i ];
		final byte[] inside = MeshVoxelizer.inside( ClosedSurface.of( new TriangleMesh( v, t ) ),
				new Grid( new int[] { 3, 1, 1 }, Affine3D.scaleAndOrigin( new double[] { 7, 1, 1 }, new double[] { -7, 0.1, 0.2 } ) ) );
		assertEquals( 1, inside[ 0 ] );
		assertEquals( 0, inside[ 1 ] );
		assertEquals( 1, inside[ 2 ] );
	}

	@Test
	void coverageOfAnAlignedBoxIsExact()
	{
		final Grid grid = new Grid( new int[] { 8, 8, 8 }, Affine3D.IDENTITY );
		final float[] covered = FloatArrays.of( MeshVoxelizer.coverage( Solids.box( 1.25, 1.5, 1.5, 5.8, 5.5, 4.5 ), grid, 2 ).voxels() );
		double sum = 0;
		for ( final float c : covered )
			sum += c;
		assertEquals( 4.55 * 4 * 3, sum, 1e-4 );
		assertEquals( 0.25, covered[ 1 + 8 * ( 3 + 8 * 3 ) ], 1e-6 );
	}

	@Test
	void distanceToABoxIsTheClosedForm()
	{
		final double[] half = { 9, 7, 8 };
		final MeshDistance box = new MeshDistance( Solids.box( -9, -7, -8, 9, 7, 8 ) );
		for ( int i = 0; i < GRID.voxelCount(); ++i )
		{
			final double[] p = center( i );
			double outside = 0, inside = Double.NEGATIVE_INFINITY;
			for ( int d = 0; d < 3; ++d )
			{
				final double off = Math.abs( p[ d ] ) - half[ d ];
				outside += Math.max( 0, off ) * Math.max( 0, off );
				inside = Math.max( inside, off );
			}
			final double expected = Math.min( 6, inside < 0 ? -inside : Math.sqrt( outside ) );
			assertEquals( expected, box.distance( p[ 0 ], p[ 1 ], p[ 2 ], 6 ), 1e-9 );
		}
	}

	@Test
	void nearestTriangleOfTheTreeIsThatOfAllTriangles()
	{
		final TriangleMesh mesh = Solids.ball( 10, 2.5 );
		final MeshDistance tree = new MeshDistance( mesh );
		final Random random = new Random( 4 );
		for ( int i = 0; i < 200; ++i )
		{
			final double x = 30 * random.nextDouble() - 15, y = 30 * random.nextDouble() - 15, z = 30 * random.nextDouble() - 15;
			double least = 1e9;
			for ( int t = 0; t < mesh.triangleCount(); ++t )
			{
				final TriangleMesh one =
						new TriangleMesh( mesh.vertices(), Arrays.copyOfRange( mesh.triangles(), 3 * t, 3 * t + 3 ) );
				least = Math.min( least, new MeshDistance( one ).distance( x, y, z, 1e9 ) );
			}
			assertEquals( least, tree.distance( x, y, z, 1e9 ), 1e-12 );
		}
	}

	@Test
	void depthInterpolatedFromACoarserGridIsNearTheExactOne()
	{
		final TriangleMesh mesh = Solids.ball( 14, 0.7 );
		final MeshDistance surface = new MeshDistance( mesh );
		final DepthMap depth = new DepthMap( mesh, surface, GRID, 11, Progress.NONE );
		final byte[] inside = MeshVoxelizer.inside( mesh, GRID );
		for ( int i = 0; i < inside.length; ++i )
		{
			final double exact = 14 - distanceFromOrigin( i );
			// The cells are 5 mm across here and the ball's level sets curve; at the cut-off depth the error is that of a kink.
			if ( inside[ i ] != 0 && exact < 8 )
				assertEquals( exact, depth.at( i % 23, i / 23 % 20, i / 460, true ), 0.5 );
		}
	}

	private static double[] center( final int i )
	{
		return GRID.worldFromVoxel().apply( i % 23, i / 23 % 20, i / 460 );
	}

	private static double distanceFromOrigin( final int i )
	{
		final double[] p = center( i );
		return Vectors.length( p );
	}
}
