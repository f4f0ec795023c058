/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * Part of a volume's lattice and where its voxels are in an array: voxel (i, j, k), counted in the whole volume, is at
 * {@code origin + i stride[0] + j stride[1] + k stride[2]}.
 */
final class VoxelBox
{
	/** First voxel along each axis. */
	final int[] lo;

	/** One past the last voxel along each axis. */
	final int[] hi;

	/** Steps in the array from voxel to voxel along each axis. */
	final int[] stride;

	/** Position in the array of voxel (0, 0, 0) of the whole volume, which need not lie inside the box. */
	final int origin;

	private VoxelBox( final int[] lo, final int[] hi, final int[] stride, final int origin )
	{
		this.lo = lo;
		this.hi = hi;
		this.stride = stride;
		this.origin = origin;
	}

	/** The whole volume in an array where its first value is at {@code offset} and x is fastest. */
	static VoxelBox whole( final int[] size, final int offset )
	{
		return new VoxelBox( new int[ 3 ], size.clone(), new int[] { 1, size[ 0 ], size[ 0 ] * size[ 1 ] }, offset );
	}

	/** The slices {@code from} to {@code to - 1} along an axis of a volume, in an array of their own, x fastest. */
	static VoxelBox slab( final int[] size, final int axis, final int from, final int to )
	{
		final int[] lo = new int[ 3 ], hi = size.clone();
		lo[ axis ] = from;
		hi[ axis ] = to;
		final int[] stride = { 1, hi[ 0 ] - lo[ 0 ], ( hi[ 0 ] - lo[ 0 ] ) * ( hi[ 1 ] - lo[ 1 ] ) };
		return new VoxelBox( lo, hi, stride, -from * stride[ axis ] );
	}

	/**
	 * The part of a volume where linear interpolation of its values, none of which is negative, may exceed a threshold: a box
	 * about the voxels that do, one voxel wider, in the array of the whole. Interpolated in the box alone, with 0 outside, no
	 * value beyond the wider voxels exceeds it either.
	 */
	static VoxelBox above( final double threshold, final int[] size, final float[] voxels )
	{
		final int[] lo = size.clone(), hi = new int[ 3 ], x = new int[ 3 ];
		for ( int i = 0; i < voxels.length; ++i )
			if ( voxels[ i ] > threshold )
			{
				x[ 0 ] = i % size[ 0 ];
				x[ 1 ] = i / size[ 0 ] % size[ 1 ];
				x[ 2 ] = i / size[ 0 ] / size[ 1 ];
				for ( int d = 0; d < 3; ++d )
				{
					lo[ d ] = Math.min( lo[ d ], Math.max( 0, x[ d ] - 1 ) );
					hi[ d ] = Math.max( hi[ d ], Math.min( size[ d ], x[ d ] + 2 ) );
				}
			}
		final VoxelBox whole = whole( size, 0 );
		return new VoxelBox( lo, hi, whole.stride, whole.origin );
	}

	int voxelCount()
	{
		return ( hi[ 0 ] - lo[ 0 ] ) * ( hi[ 1 ] - lo[ 1 ] ) * ( hi[ 2 ] - lo[ 2 ] );
	}
}
