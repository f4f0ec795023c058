/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

/**
 * Joseph's samples v, summed together with their distances from up to {@link #KNOTS} knots: the excess over a knot t is
 * {@code max( 0, v - t ) = ( v - t + | v - t | ) / 2}, which has no branch.
 */
final class ExcessKernel extends JosephKernel
{
	/** How many knots a kernel has. */
	static final int KNOTS = 4;

	private final double[] knots;

	/** Sums of {@code | v - t |}, by ray, then by knot. */
	private final double[] distances = new double[ MAX_RUN * KNOTS ];

	/** Number of samples of each ray. */
	private final int[] samples = new int[ MAX_RUN ];

	/**
	 * @param knots
	 *            {@link #KNOTS} of them
	 */
	ExcessKernel( final PixelRays rays, final double[] knots )
	{
		super( rays );
		this.knots = knots;
	}

	/**
	 * @param integrals
	 *            receives the integral of the value along each ray, in value times mm
	 * @param excesses
	 *            receives those of the excesses, by ray, then by knot
	 */
	void integrate( final VoxelBox whole, final float[] voxels, final double[] integrals, final double[] excesses )
	{
		Arrays.fill( distances, 0 );
		Arrays.fill( samples, 0 );
		integrate( whole, voxels, integrals );
		for ( int r = 0; r < count; ++r )
			for ( int j = 0; j < KNOTS; ++j )
				excesses[ r * KNOTS + j ] =
						( integrals[ r ] + run[ r ].step * ( distances[ r * KNOTS + j ] - samples[ r ] * knots[ j ] ) ) / 2;
	}

	@Override
	double interior( final SlabRay ray, final int from, final int to, final VoxelBox box, final float[] voxels )
	{
		if ( from > to )
			return 0;
		final int sp = box.stride[ ray.pAxis ], sq = box.stride[ ray.qAxis ], sk = box.stride[ ray.axis ];
		final long dp = ray.dp, dq = ray.dq;
		long p = ray.p0 + from * dp, q = ray.q0 + from * dq;
		int slice = box.origin + from * sk;
		final double t0 = knots[ 0 ], t1 = knots[ 1 ], t2 = knots[ 2 ], t3 = knots[ 3 ];
		double sum = 0, sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
		for ( int k = from; k <= to; ++k )
		{
			final int i = slice + ( int ) ( p >> 32 ) * sp + ( int ) ( q >> 32 ) * sq;
			final float fp = TrilinearTaps.fraction( p ), fq = TrilinearTaps.fraction( q );
			final float a = voxels[ i ], b = voxels[ i + sq ];
			final float top = a + fp * ( voxels[ i + sp ] - a ), bottom = b + fp * ( voxels[ i + sp + sq ] - b );
			final double v = top + fq * ( bottom - top );
			sum += v;
			sum0 += Math.abs( v - t0 );
			sum1 += Math.abs( v - t1 );
			sum2 += Math.abs( v - t2 );
			sum3 += Math.abs( v - t3 );
			p += dp;
			q += dq;
			slice += sk;
		}
		add( ray, to - from + 1, sum0, sum1, sum2, sum3 );
		return sum;
	}

	private void add( final SlabRay ray, final int count, final double... sums )
	{
		samples[ ray.number ] += count;
		for ( int j = 0; j < KNOTS; ++j )
			distances[ ray.number * KNOTS + j ] += sums[ j ];
	}

	@Override
	double border( final SlabRay ray, final int from, final int to, final VoxelBox box, final float[] voxels )
	{
		double sum = 0;
		for ( int k = from; k <= to; ++k )
		{
			final double v = super.border( ray, k, k, box, voxels );
			sum += v;
			samples[ ray.number ]++;
			for ( int j = 0; j < KNOTS; ++j )
				distances[ ray.number * KNOTS + j ] += Math.abs( v - knots[ j ] );
		}
		return sum;
	}
}
