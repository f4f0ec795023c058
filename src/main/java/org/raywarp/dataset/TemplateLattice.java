/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.anatomy.SmoothNoise;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.xray.RandomSeeds;

/**
 * Where the voxels of a grid lie in another frame: an affine map and a random smooth deformation, at nodes every few
 * voxels and linear between them. Immutable.
 */
final class TemplateLattice
{
	/** Distance between nodes in mm, at most: a tenth of the deformation's correlation length is where its second order begins. */
	private static final double NODE_DISTANCE = 8;

	private final int[] step = new int[ 3 ], nodes = new int[ 3 ];

	private final float[] points;

	/**
	 * @param grid
	 *            the voxels
	 * @param frameFromWorld
	 *            to the other frame
	 * @param deformation
	 *            standard deviation of each component of the deformation, in the world, in mm
	 * @param seed
	 *            of the deformation
	 */
	TemplateLattice( final Grid grid, final Affine3D frameFromWorld, final double deformation, final long seed )
	{
		final int[] size = grid.size();
		final double[] spacing = grid.spacing();
		for ( int d = 0; d < 3; ++d )
		{
			step[ d ] = Math.max( 1, ( int ) ( NODE_DISTANCE / spacing[ d ] ) );
			nodes[ d ] = ( size[ d ] + step[ d ] - 1 ) / step[ d ] + 1;
		}
		points = new float[ 3 * nodes[ 0 ] * nodes[ 1 ] * nodes[ 2 ] ];
		final SmoothNoise[] noise = new SmoothNoise[ 3 ];
		for ( int d = 0; d < 3 && deformation > 0; ++d )
			noise[ d ] = new SmoothNoise( grid, PhantomTemplate.WAVE, RandomSeeds.derive( seed, 1 + d ) );
		final double[] x = new double[ 3 ], moved = new double[ 3 ];
		for ( int i = 0; i < points.length / 3; ++i )
		{
			x[ 0 ] = step[ 0 ] * ( i % nodes[ 0 ] );
			x[ 1 ] = step[ 1 ] * ( i / nodes[ 0 ] % nodes[ 1 ] );
			x[ 2 ] = step[ 2 ] * ( i / nodes[ 0 ] / nodes[ 1 ] );
			grid.worldFromVoxel().apply( x, x );
			for ( int d = 0; d < 3; ++d )
				moved[ d ] = x[ d ] + ( deformation > 0 ? deformation * noise[ d ].at( x[ 0 ], x[ 1 ], x[ 2 ] ) : 0 );
			frameFromWorld.apply( moved, moved );
			for ( int d = 0; d < 3; ++d )
				points[ 3 * i + d ] = ( float ) moved[ d ];
		}
	}

	/**
	 * @param y
	 *            voxel index
	 * @param z
	 *            voxel index
	 * @param target
	 *            receives three coordinates in the other frame for each voxel of the row
	 */
	void row( final int y, final int z, final float[] target )
	{
		final int j = y / step[ 1 ], k = z / step[ 2 ];
		final float v = ( float ) ( y % step[ 1 ] ) / step[ 1 ], w = ( float ) ( z % step[ 2 ] ) / step[ 2 ];
		final int line = 3 * nodes[ 0 ], plane = line * nodes[ 1 ], from = j * line + k * plane;
		for ( int d = 0; d < 3; ++d )
		{
			float next = between( from + d, line, plane, v, w );
			for ( int i = 0; i * step[ 0 ] < target.length / 3; ++i )
			{
				final float here = next;
				next = between( from + 3 * ( i + 1 ) + d, line, plane, v, w );
				final int last = Math.min( step[ 0 ], target.length / 3 - i * step[ 0 ] );
				for ( int x = 0; x < last; ++x )
					target[ 3 * ( i * step[ 0 ] + x ) + d ] = here + ( next - here ) * x / step[ 0 ];
			}
		}
	}

	private float between( final int at, final int line, final int plane, final float v, final float w )
	{
		final float near = points[ at ] + v * ( points[ at + line ] - points[ at ] );
		final float far = points[ at + plane ] + v * ( points[ at + line + plane ] - points[ at + plane ] );
		return near + w * ( far - near );
	}
}
