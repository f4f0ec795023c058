/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * Joseph's weights: {@link SlabRay#step} times the bilinear weights in each slice.
 */
class JosephKernel extends SlabKernel
{
	JosephKernel( final PixelRays rays )
	{
		super( rays, 0, 1, 1 );
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

	@Override
	double border( final SlabRay ray, final int from, final int to, final VoxelBox box, final float[] voxels )
	{
		double sum = 0;
		for ( int k = from; k <= to; ++k )
		{
			final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			for ( int corner = 0; corner < 4; ++corner )
			{
				final int index = ray.index( box, i + ( corner & 1 ), j + ( corner >> 1 ), k );
				if ( index >= 0 )
					sum += weight( corner, fp, fq ) * voxels[ index ];
			}
		}
		return sum;
	}

	@Override
	void spreadInterior( final SlabRay ray, final double value, final VoxelBox box, final double[] sums )
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

	@Override
	void spreadBorder( final SlabRay ray, final double value, final VoxelBox box, final double[] sums )
	{
		for ( int k = ray.first; k <= ray.last; ++k )
		{
			final long p = ray.p0 + k * ray.dp, q = ray.q0 + k * ray.dq;
			final int i = ( int ) ( p >> 32 ), j = ( int ) ( q >> 32 );
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			for ( int corner = 0; corner < 4; ++corner )
			{
				final int index = ray.index( box, i + ( corner & 1 ), j + ( corner >> 1 ), k );
				if ( index >= 0 )
					sums[ index ] += weight( corner, fp, fq ) * value;
			}
		}
	}

	static double weight( final int corner, final double fp, final double fq )
	{
		return ( ( corner & 1 ) == 0 ? 1 - fp : fp ) * ( ( corner >> 1 ) == 0 ? 1 - fq : fq );
	}
}
