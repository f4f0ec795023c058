/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * The eight voxels around a point and their trilinear weights; voxels outside the lattice are left out, which is the
 * value 0. Points are fixed-point numbers as in {@link SlabRay}.
 */
final class TrilinearTaps
{
	/** The fraction of a position is used to 24 bits, those of a float. */
	private static final int FRACTION_SHIFT = SlabRay.FRACTION_BITS - 24;

	private static final int FRACTION_MASK = ( 1 << 24 ) - 1;

	private static final float FRACTION_UNIT = 0x1p-24f;

	private TrilinearTaps()
	{}

	/** How far a point is beyond the next lower lattice point, 0 to less than 1. */
	static float fraction( final long position )
	{
		return ( ( int ) ( position >>> FRACTION_SHIFT ) & FRACTION_MASK ) * FRACTION_UNIT;
	}

	/** The interpolated value at a point. */
	static float sample( final VoxelBox box, final float[] voxels, final long x, final long y, final long z )
	{
		if ( inside( box, 0, x ) && inside( box, 1, y ) && inside( box, 2, z ) )
		{
			final int sx = box.stride[ 0 ], sy = box.stride[ 1 ], sz = box.stride[ 2 ];
			final int i = box.origin + ( int ) ( x >> 32 ) * sx + ( int ) ( y >> 32 ) * sy + ( int ) ( z >> 32 ) * sz;
			final float fx = fraction( x ), fy = fraction( y );
			final float a = bilinear( voxels, i, sx, sy, fx, fy ), b = bilinear( voxels, i + sz, sx, sy, fx, fy );
			return a + fraction( z ) * ( b - a );
		}
		double sum = 0;
		for ( int corner = 0; corner < 8; ++corner )
		{
			final int index = index( box, corner, x, y, z );
			if ( index >= 0 )
				sum += weight( corner, x, y, z ) * voxels[ index ];
		}
		return ( float ) sum;
	}

	static float bilinear( final float[] v, final int i, final int sx, final int sy, final float fx, final float fy )
	{
		final float a = v[ i ], b = v[ i + sy ];
		final float top = a + fx * ( v[ i + sx ] - a ), bottom = b + fx * ( v[ i + sx + sy ] - b );
		return top + fy * ( bottom - top );
	}

	/** Adds a value to the voxels around a point, by the weights of {@link #sample}. */
	static void spread( final double value, final VoxelBox box, final double[] sums, final long x, final long y, final long z )
	{
		if ( inside( box, 0, x ) && inside( box, 1, y ) && inside( box, 2, z ) )
		{
			final int sz = box.stride[ 2 ];
			final int i =
					box.origin + ( int ) ( x >> 32 ) * box.stride[ 0 ] + ( int ) ( y >> 32 ) * box.stride[ 1 ] + ( int ) ( z >> 32 ) * sz;
			final double far = value * fraction( z );
			spreadBilinear( value - far, box, sums, i, fraction( x ), fraction( y ) );
			spreadBilinear( far, box, sums, i + sz, fraction( x ), fraction( y ) );
			return;
		}
		for ( int corner = 0; corner < 8; ++corner )
		{
			final int index = index( box, corner, x, y, z );
			if ( index >= 0 )
				sums[ index ] += weight( corner, x, y, z ) * value;
		}
	}

	private static void spreadBilinear( final double value, final VoxelBox box, final double[] sums, final int i, final double fx,
			final double fy )
	{
		final int sx = box.stride[ 0 ], sy = box.stride[ 1 ];
		final double bottom = value * fy, top = value - bottom, topRight = top * fx, bottomRight = bottom * fx;
		sums[ i ] += top - topRight;
		sums[ i + sx ] += topRight;
		sums[ i + sy ] += bottom - bottomRight;
		sums[ i + sx + sy ] += bottomRight;
	}

	private static boolean inside( final VoxelBox box, final int axis, final long position )
	{
		final int i = ( int ) ( position >> 32 );
		return i >= box.lo[ axis ] && i < box.hi[ axis ] - 1;
	}

	/** The position in the array of one of the eight neighbors of a point, or -1 outside the box. */
	private static int index( final VoxelBox box, final int corner, final long x, final long y, final long z )
	{
		final int i = ( int ) ( x >> 32 ) + ( corner & 1 ), j = ( int ) ( y >> 32 ) + ( corner >> 1 & 1 ),
				k = ( int ) ( z >> 32 ) + ( corner >> 2 );
		if ( i < box.lo[ 0 ] || i >= box.hi[ 0 ] || j < box.lo[ 1 ] || j >= box.hi[ 1 ] || k < box.lo[ 2 ] || k >= box.hi[ 2 ] )
			return -1;
		return box.origin + i * box.stride[ 0 ] + j * box.stride[ 1 ] + k * box.stride[ 2 ];
	}

	private static double weight( final int corner, final long x, final long y, final long z )
	{
		final double fx = fraction( x ), fy = fraction( y ), fz = fraction( z );
		return ( ( corner & 1 ) == 0 ? 1 - fx : fx ) * ( ( corner >> 1 & 1 ) == 0 ? 1 - fy : fy ) * ( ( corner >> 2 ) == 0 ? 1 - fz : fz );
	}
}
