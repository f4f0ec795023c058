/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Trilinear interpolation of a vector field on a primitive array, continued with its border values. Immutable; any
 * number of threads may read.
 */
final class FieldSampler
{
	private final float[] vectors;

	private final int nx, ny, nz, stepX, stepY, stepZ;

	/** The last cell that starts at a voxel, along each axis. */
	private final int lastX, lastY, lastZ;

	/**
	 * @param vectors
	 *            three components of each voxel, then the next voxel along x; not copied
	 * @param size
	 *            number of voxels along x, y, z
	 */
	FieldSampler( final float[] vectors, final int[] size )
	{
		this.vectors = vectors;
		nx = size[ 0 ];
		ny = size[ 1 ];
		nz = size[ 2 ];
		// A single layer is its own neighbor.
		stepX = nx > 1 ? 3 : 0;
		stepY = ny > 1 ? 3 * nx : 0;
		stepZ = nz > 1 ? 3 * nx * ny : 0;
		lastX = Math.max( 0, nx - 2 );
		lastY = Math.max( 0, ny - 2 );
		lastZ = Math.max( 0, nz - 2 );
	}

	FieldSampler( final RandomAccessibleInterval< FloatType > vectors )
	{
		this( FloatArrays.of( vectors ),
				new int[] { ( int ) vectors.dimension( 1 ), ( int ) vectors.dimension( 2 ), ( int ) vectors.dimension( 3 ) } );
	}

	/**
	 * @param x
	 *            voxel coordinate
	 * @param y
	 *            voxel coordinate
	 * @param z
	 *            voxel coordinate
	 * @param target
	 *            receives the three components
	 * @param t
	 *            where in the target
	 */
	void sample( final double x, final double y, final double z, final float[] target, final int t )
	{
		final double cx = clamp( x, nx ), cy = clamp( y, ny ), cz = clamp( z, nz );
		final int i = Math.min( ( int ) cx, lastX ), j = Math.min( ( int ) cy, lastY ), k = Math.min( ( int ) cz, lastZ );
		final float fx = ( float ) ( cx - i ), fy = ( float ) ( cy - j ), fz = ( float ) ( cz - k );
		final int a = 3 * ( i + nx * ( j + ny * k ) );
		final int b = a + stepY, c = a + stepZ, d = b + stepZ;
		for ( int e = 0; e < 3; ++e )
			target[ t + e ] =
					mix( mix( alongX( a + e, fx ), alongX( b + e, fx ), fy ), mix( alongX( c + e, fx ), alongX( d + e, fx ), fy ), fz );
	}

	private float alongX( final int o, final float f )
	{
		return mix( vectors[ o ], vectors[ o + stepX ], f );
	}

	private static double clamp( final double x, final int n )
	{
		// Math.min and Math.max would take a third of the time of a sample.
		return x < 0 ? 0 : x > n - 1 ? n - 1 : x;
	}

	private static float mix( final float a, final float b, final float f )
	{
		return a + f * ( b - a );
	}
}
