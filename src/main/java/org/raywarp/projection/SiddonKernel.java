/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * Siddon's weights: the length in mm of the ray inside each cuboid voxel. Within one slice the ray crosses at most one
 * face across each of the other two axes, so that it meets one to three voxels there.
 */
final class SiddonKernel implements RayKernel
{
	private static final long FRACTION_MASK = SlabRay.ONE - 1;

	private final SlabRay ray;

	/** Voxels met in one slice, as positions in the array, and the parts of the slice inside them; 0 parts outside. */
	private final int[] met = new int[ 3 ];

	private final double[] part = new double[ 3 ];

	private double perStepP, perStepQ;

	SiddonKernel( final PixelRays rays )
	{
		this.ray = new SlabRay( rays );
	}

	/** Positions are those at the near face of a slice, in units where voxel i reaches from i to i + 1. */
	@Override
	public void aim( final int column, final int row )
	{
		ray.aim( column, row, -0.5, 0.5 );
		perStepP = 1.0 / Math.abs( ray.dp );
		perStepQ = 1.0 / Math.abs( ray.dq );
	}

	@Override
	public double integrate( final VoxelBox whole, final float[] voxels )
	{
		ray.clip( whole, 0, 0, 0, 0, 2 );
		final int first = ray.first, last = ray.last;
		if ( first > last )
			return 0;
		ray.clip( whole, 0, 0, 0, 0, -2 );
		if ( ray.first > ray.last )
			return ray.step * border( whole, voxels, first, last );
		return ray.step * ( border( whole, voxels, first, ray.first - 1 ) + interior( whole, voxels )
				+ border( whole, voxels, ray.last + 1, last ) );
	}

	private double interior( final VoxelBox box, final float[] voxels )
	{
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + ray.first * dp, q = ray.q0 + ray.first * dq;
		int slice = box.origin + ray.first * sk;
		double sum = 0;
		for ( int k = ray.first, last = ray.last; k <= last; ++k )
		{
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final int near = slice + i * sp + j * sq;
			final int toP = ( ( int ) ( p + dp >> 32 ) - i ) * sp, toQ = ( ( int ) ( q + dq >> 32 ) - j ) * sq;
			if ( ( toP | toQ ) == 0 )
				sum += voxels[ near ];
			else
			{
				final double crossP = toP == 0 ? 1 : crossing( p, dp, perStepP ), crossQ = toQ == 0 ? 1 : crossing( q, dq, perStepQ );
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
	private static double crossing( final long x, final long dx, final double perStep )
	{
		final long fraction = x & FRACTION_MASK;
		return Math.min( 1, ( dx > 0 ? SlabRay.ONE - fraction : fraction ) * perStep );
	}

	private double border( final VoxelBox box, final float[] voxels, final int first, final int last )
	{
		double sum = 0;
		for ( int k = first; k <= last; ++k )
		{
			meet( box, k );
			for ( int m = 0; m < 3; ++m )
				if ( part[ m ] > 0 )
					sum += part[ m ] * voxels[ met[ m ] ];
		}
		return sum;
	}

	@Override
	public void spread( final double value, final VoxelBox box, final double[] sums )
	{
		ray.clip( box, 0, 0, 0, 0, 2 );
		final double weighted = value * ray.step;
		for ( int k = ray.first; k <= ray.last; ++k )
		{
			meet( box, k );
			for ( int m = 0; m < 3; ++m )
				if ( part[ m ] > 0 )
					sums[ met[ m ] ] += part[ m ] * weighted;
		}
	}

	/** Finds the voxels that the ray meets in slice k. */
	private void meet( final VoxelBox box, final int k )
	{
		final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
		final int i0 = ( int ) ( p >> 32 ), j0 = ( int ) ( q >> 32 );
		final int i1 = ( int ) ( p + ray.dp >> 32 ), j1 = ( int ) ( q + ray.dq >> 32 );
		final double crossP = i0 == i1 ? 1 : crossing( p, ray.dp, perStepP ), crossQ = j0 == j1 ? 1 : crossing( q, ray.dq, perStepQ );
		final double a = Math.min( crossP, crossQ ), b = Math.max( crossP, crossQ );
		set( 0, box, i0, j0, k, a );
		if ( crossP < crossQ )
			set( 1, box, i1, j0, k, b - a );
		else
			set( 1, box, i0, j1, k, b - a );
		set( 2, box, i1, j1, k, 1 - b );
	}

	private void set( final int m, final VoxelBox box, final int p, final int q, final int k, final double inside )
	{
		final boolean out = p < box.lo[ ray.pAxis ] || p >= box.hi[ ray.pAxis ] || q < box.lo[ ray.qAxis ] || q >= box.hi[ ray.qAxis ];
		part[ m ] = out ? 0 : inside;
		met[ m ] = box.origin + p * box.stride[ ray.pAxis ] + q * box.stride[ ray.qAxis ] + k * box.stride[ ray.axis ];
	}
}
