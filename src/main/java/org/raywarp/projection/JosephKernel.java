/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * Joseph's weights: {@link SlabRay#step} times the bilinear weights in each slice.
 */
final class JosephKernel implements RayKernel
{
	private final SlabRay ray;

	JosephKernel( final PixelRays rays )
	{
		this.ray = new SlabRay( rays );
	}

	@Override
	public void aim( final int column, final int row )
	{
		ray.aim( column, row, 0, 0 );
	}

	@Override
	public double integrate( final VoxelBox whole, final float[] voxels )
	{
		ray.clip( whole, -1, 0, -1, 0, 1 );
		final int first = ray.first, last = ray.last;
		if ( first > last )
			return 0;
		ray.clip( whole, 0, -1, 0, -1, -1 );
		if ( ray.first > ray.last )
			return ray.step * border( whole, voxels, first, last );
		return ray.step * ( border( whole, voxels, first, ray.first - 1 ) + interior( whole, voxels, ray.first, ray.last )
				+ border( whole, voxels, ray.last + 1, last ) );
	}

	/** Sums slices in which all four neighbors of the ray lie inside the volume. */
	private double interior( final VoxelBox box, final float[] voxels, final int first, final int last )
	{
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + first * dp, q = ray.q0 + first * dq;
		int slice = box.origin + first * sk;
		double sum = 0;
		for ( int k = first; k <= last; ++k )
		{
			final int i = slice + ( int ) ( p >> 32 ) * sp + ( int ) ( q >> 32 ) * sq;
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			final float a = voxels[ i ], b = voxels[ i + sq ];
			final float top = a + fp * ( voxels[ i + sp ] - a ), bottom = b + fp * ( voxels[ i + sp + sq ] - b );
			sum += top + fq * ( bottom - top );
			p += dp;
			q += dq;
			slice += sk;
		}
		return sum;
	}

	/** Sums slices in which some of the four neighbors of the ray may lie outside the volume, where the value is 0. */
	private double border( final VoxelBox box, final float[] voxels, final int first, final int last )
	{
		double sum = 0;
		for ( int k = first; k <= last; ++k )
		{
			final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			for ( int corner = 0; corner < 4; ++corner )
			{
				final int index = index( box, i + ( corner & 1 ), j + ( corner >> 1 ), k );
				if ( index >= 0 )
					sum += weight( corner, fp, fq ) * voxels[ index ];
			}
		}
		return sum;
	}

	@Override
	public void spread( final double value, final VoxelBox part, final double[] sums )
	{
		final double weighted = value * ray.step;
		ray.clip( part, -1, 0, -1, 0, 1 );
		final int first = ray.first, last = ray.last;
		if ( first > last )
			return;
		ray.clip( part, 0, -1, 0, -1, -1 );
		if ( ray.first > ray.last )
			spreadBorder( weighted, part, sums, first, last );
		else
		{
			final int inFirst = ray.first, inLast = ray.last;
			spreadBorder( weighted, part, sums, first, inFirst - 1 );
			spreadInterior( weighted, part, sums );
			spreadBorder( weighted, part, sums, inLast + 1, last );
		}
	}

	private void spreadInterior( final double value, final VoxelBox box, final double[] sums )
	{
		final int first = ray.first, last = ray.last;
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + first * dp, q = ray.q0 + first * dq;
		int slice = box.origin + first * sk;
		for ( int k = first; k <= last; ++k )
		{
			final int i = slice + ( int ) ( p >> 32 ) * sp + ( int ) ( q >> 32 ) * sq;
			final double bottom = value * TrilinearTaps.fraction( q ), top = value - bottom;
			final double fp = TrilinearTaps.fraction( p ), topRight = top * fp, bottomRight = bottom * fp;
			sums[ i ] += top - topRight;
			sums[ i + sp ] += topRight;
			sums[ i + sq ] += bottom - bottomRight;
			sums[ i + sp + sq ] += bottomRight;
			p += dp;
			q += dq;
			slice += sk;
		}
	}

	private void spreadBorder( final double value, final VoxelBox box, final double[] sums, final int first, final int last )
	{
		for ( int k = first; k <= last; ++k )
		{
			final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			for ( int corner = 0; corner < 4; ++corner )
			{
				final int index = index( box, i + ( corner & 1 ), j + ( corner >> 1 ), k );
				if ( index >= 0 )
					sums[ index ] += weight( corner, fp, fq ) * value;
			}
		}
	}

	/** The position in the array of the voxel with indices p, q, k, or -1 outside the box. */
	private int index( final VoxelBox box, final int p, final int q, final int k )
	{
		if ( p < box.lo[ ray.pAxis ] || p >= box.hi[ ray.pAxis ] || q < box.lo[ ray.qAxis ] || q >= box.hi[ ray.qAxis ] )
			return -1;
		return box.origin + p * box.stride[ ray.pAxis ] + q * box.stride[ ray.qAxis ] + k * box.stride[ ray.axis ];
	}

	private static double weight( final int corner, final double fp, final double fq )
	{
		return ( ( corner & 1 ) == 0 ? 1 - fp : fp ) * ( ( corner >> 1 ) == 0 ? 1 - fq : fq );
	}
}
