/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

/**
 * Trilinear interpolation on a primitive array: the fast form of {@link Volume#interpolant()}. Immutable; any number of
 * threads may read.
 */
public final class Trilinear
{
	private final float[] values;

	private final int offset, nx, ny, nz, rowStride, sliceStride;

	private final float outside;

	/**
	 * @param values
	 *            one a voxel, x fastest; not copied
	 * @param offset
	 *            index of the first voxel's value
	 * @param size
	 *            number of voxels along x, y, z
	 * @param outside
	 *            the value of every voxel beyond the array
	 */
	public Trilinear( final float[] values, final int offset, final int[] size, final float outside )
	{
		this.values = values;
		this.offset = offset;
		this.nx = size[ 0 ];
		this.ny = size[ 1 ];
		this.nz = size[ 2 ];
		this.rowStride = nx;
		this.sliceStride = nx * ny;
		this.outside = outside;
	}

	/**
	 * @param x
	 *            voxel coordinate
	 * @param y
	 *            voxel coordinate
	 * @param z
	 *            voxel coordinate
	 * @return the interpolated value; the value outside where a coordinate is NaN
	 */
	public float at( final double x, final double y, final double z )
	{
		if ( !( x > -1 && y > -1 && z > -1 && x < nx && y < ny && z < nz ) )
			return outside;
		final int i = ( int ) ( x + 1 ) - 1, j = ( int ) ( y + 1 ) - 1, k = ( int ) ( z + 1 ) - 1;
		final float fx = ( float ) ( x - i ), fy = ( float ) ( y - j ), fz = ( float ) ( z - k );
		if ( i < 0 || j < 0 || k < 0 || i > nx - 2 || j > ny - 2 || k > nz - 2 )
			return atBorder( i, j, k, fx, fy, fz );
		final int o = offset + i + j * rowStride + k * sliceStride;
		final int p = o + sliceStride;
		final float v00 = mix( values[ o ], values[ o + 1 ], fx );
		final float v10 = mix( values[ o + rowStride ], values[ o + rowStride + 1 ], fx );
		final float v01 = mix( values[ p ], values[ p + 1 ], fx );
		final float v11 = mix( values[ p + rowStride ], values[ p + rowStride + 1 ], fx );
		return mix( mix( v00, v10, fy ), mix( v01, v11, fy ), fz );
	}

	private float atBorder( final int i, final int j, final int k, final float fx, final float fy, final float fz )
	{
		final float v00 = mix( voxel( i, j, k ), voxel( i + 1, j, k ), fx );
		final float v10 = mix( voxel( i, j + 1, k ), voxel( i + 1, j + 1, k ), fx );
		final float v01 = mix( voxel( i, j, k + 1 ), voxel( i + 1, j, k + 1 ), fx );
		final float v11 = mix( voxel( i, j + 1, k + 1 ), voxel( i + 1, j + 1, k + 1 ), fx );
		return mix( mix( v00, v10, fy ), mix( v01, v11, fy ), fz );
	}

	private float voxel( final int i, final int j, final int k )
	{
		return i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz ? outside : values[ offset + i + j * rowStride + k * sliceStride ];
	}

	private static float mix( final float a, final float b, final float f )
	{
		return a + f * ( b - a );
	}
}
