/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * Siddon's weights: the length in mm of the ray inside each cuboid voxel. Within one slice the ray crosses at most one
 * face across each of the other two axes, so that it meets one to three voxels there.
 */
final class SiddonKernel extends SlabKernel
{
	private static final long FRACTION_MASK = SlabRay.ONE - 1;

	/** Voxels met in one slice, as positions in the array or -1 outside it, and the parts of the slice inside them. */
	private final int[] met = new int[ 3 ];

	private final double[] part = new double[ 3 ];

	/** Positions are those at the near face of a slice, in units where voxel i reaches from i to i + 1. */
	SiddonKernel( final PixelRays rays )
	{
		super( rays, 0.5, 0, 2 );
	}

	@Override
	double interior( final SlabRay ray, final int from, final int to, final VoxelBox box, final float[] voxels )
	{
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + from * dp, q = ray.q0 + from * dq;
		int slice = box.origin + from * sk;
		double sum = 0;
		for ( int k = from; k <= to; ++k )
		{
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final int near = slice + i * sp + j * sq;
			final int toP = ( ( int ) ( p + dp >> 32 ) - i ) * sp, toQ = ( ( int ) ( q + dq >> 32 ) - j ) * sq;
			if ( ( toP | toQ ) == 0 )
				sum += voxels[ near ];
			else
			{
				final double crossP = toP == 0 ? 1 : crossing( p, dp, ray.invDp ), crossQ = toQ == 0 ? 1 : crossing( q, dq, ray.invDq );
				final double a = Math.min( crossP, crossQ ), b = Math.max( crossP, crossQ );
				sum += a * voxels[ near ] + ( b - a ) * voxels[ near + ( crossP < crossQ ? toP : toQ ) ]
						+ ( 1 - b ) * voxels[ near + toP + toQ ];
			}
			p += dp;
			q += dq;
			slice += sk;
		}
		return sum;
	}

	/** How far through the slice, 0 to 1, the ray crosses into the next voxel. */
	private static double crossing( final long x, final long dx, final double invDx )
	{
		final long fraction = x & FRACTION_MASK;
		return Math.min( 1, ( dx > 0 ? SlabRay.ONE - fraction : -fraction ) * invDx );
	}

	@Override
	double border( final SlabRay ray, final int from, final int to, final VoxelBox box, final float[] voxels )
	{
		double sum = 0;
		for ( int k = from; k <= to; ++k )
		{
			meet( ray, box, k );
			for ( int m = 0; m < 3; ++m )
				if ( part[ m ] > 0 && met[ m ] >= 0 )
					sum += part[ m ] * voxels[ met[ m ] ];
		}
		return sum;
	}

	@Override
	void spreadInterior( final SlabRay ray, final double value, final VoxelBox box, final double[] sums )
	{
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + ray.first * dp, q = ray.q0 + ray.first * dq;
		int slice = box.origin + ray.first * sk;
		for ( int k = ray.first, last = ray.last; k <= last; ++k )
		{
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final int near = slice + i * sp + j * sq;
			final int toP = ( ( int ) ( p + dp >> 32 ) - i ) * sp, toQ = ( ( int ) ( q + dq >> 32 ) - j ) * sq;
			if ( ( toP | toQ ) == 0 )
				sums[ near ] += value;
			else
			{
				final double crossP = toP == 0 ? 1 : crossing( p, dp, ray.invDp ), crossQ = toQ == 0 ? 1 : crossing( q, dq, ray.invDq );
				final double a = Math.min( crossP, crossQ ), b = Math.max( crossP, crossQ );
				sums[ near ] += a * value;
				sums[ near + ( crossP < crossQ ? toP : toQ ) ] += ( b - a ) * value;
				sums[ near + toP + toQ ] += ( 1 - b ) * value;
			}
			p += dp;
			q += dq;
			slice += sk;
		}
	}

	@Override
	void spreadBorder( final SlabRay ray, final double value, final VoxelBox box, final double[] sums )
	{
		for ( int k = ray.first; k <= ray.last; ++k )
		{
			meet( ray, box, k );
			for ( int m = 0; m < 3; ++m )
				if ( part[ m ] > 0 && met[ m ] >= 0 )
					sums[ met[ m ] ] += part[ m ] * value;
		}
	}

	/** Finds the voxels that the ray meets in slice k. */
	private void meet( final SlabRay ray, final VoxelBox box, final int k )
	{
		final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
		final int i0 = ( int ) ( p >> 32 ), j0 = ( int ) ( q >> 32 );
		final int i1 = ( int ) ( p + ray.dp >> 32 ), j1 = ( int ) ( q + ray.dq >> 32 );
		final double crossP = i0 == i1 ? 1 : crossing( p, ray.dp, ray.invDp ), crossQ = j0 == j1 ? 1 : crossing( q, ray.dq, ray.invDq );
		final double a = Math.min( crossP, crossQ ), b = Math.max( crossP, crossQ );
		part[ 0 ] = a;
		part[ 1 ] = b - a;
		part[ 2 ] = 1 - b;
		met[ 0 ] = ray.index( box, i0, j0, k );
		met[ 1 ] = crossP < crossQ ? ray.index( box, i1, j0, k ) : ray.index( box, i0, j1, k );
		met[ 2 ] = ray.index( box, i1, j1, k );
	}
}
