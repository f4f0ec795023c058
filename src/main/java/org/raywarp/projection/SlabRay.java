/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * A ray in slices of a volume. The slices are perpendicular to the driving axis, the one along which the ray crosses
 * most voxels; in slice k the ray is at {@code p = p0 + k dp} and {@code q = q0 + k dq} along the other two axes, and
 * neither dp nor dq exceeds one voxel.
 * <p>
 * Positions are fixed-point numbers with {@link #FRACTION_BITS} bits of fraction, so that every walk along the ray, from
 * whichever slice it starts, sees the same positions: the forward and the adjoint operator have equal weights.
 */
final class SlabRay
{
	/** Bits below the point; positions are rounded to 1e-10 voxels. */
	static final int FRACTION_BITS = 32;

	/** One voxel. */
	static final long ONE = 1L << FRACTION_BITS;

	/** Rays further away than this many voxels in slice 0 miss the volume: dp and dq are at most 1. */
	private static final double FAR_AWAY = 1 << 30;

	final PixelRays rays;

	/** Which one of a run of rays this is. */
	final int number;

	/** The driving axis, and the other two in the order of the array. */
	int axis, pAxis, qAxis;

	/** Positions in slice 0 and steps from slice to slice, fixed-point. */
	long p0, q0, dp, dq;

	/** Slices from voxel to voxel along p and q. */
	double invDp, invDq;

	/** Length of the ray from slice to slice, in mm. */
	double step;

	/** The slices of the last {@link #clip} or {@link #slices}; none where {@code first > last}. */
	int first, last;

	private boolean near;

	private double lower, upper;

	SlabRay( final PixelRays rays, final int number )
	{
		this.rays = rays;
		this.number = number;
	}

	/**
	 * Chooses the ray through a pixel.
	 *
	 * @param shift
	 *            positions are those of the ray this much before the center of a slice, raised by as much
	 */
	void aim( final double column, final double row, final double shift )
	{
		final double x = rays.direction( 0, column, row ), y = rays.direction( 1, column, row ), z = rays.direction( 2, column, row );
		final double ax = Math.abs( x ), ay = Math.abs( y ), az = Math.abs( z );
		final double d, dP, dQ;
		if ( ax > ay && ax > az )
		{
			setAxes( 0, 1, 2 );
			d = x;
			dP = y;
			dQ = z;
		}
		else if ( ay > az )
		{
			setAxes( 1, 0, 2 );
			d = y;
			dP = x;
			dQ = z;
		}
		else
		{
			setAxes( 2, 0, 1 );
			d = z;
			dP = x;
			dQ = y;
		}
		final double inv = 1 / d, k0 = -shift - rays.source[ axis ];
		step = rays.length( column, row ) * Math.abs( inv );
		final double p = rays.source[ pAxis ] + k0 * dP * inv + shift, q = rays.source[ qAxis ] + k0 * dQ * inv + shift;
		dp = fixed( dP * inv );
		dq = fixed( dQ * inv );
		p0 = fixed( p );
		q0 = fixed( q );
		near = Math.abs( p ) < FAR_AWAY && Math.abs( q ) < FAR_AWAY;
		invDp = 1.0 / dp;
		invDq = 1.0 / dq;
	}

	private void setAxes( final int driving, final int p, final int q )
	{
		axis = driving;
		pAxis = p;
		qAxis = q;
	}

	private static long fixed( final double voxels )
	{
		return ( long ) Math.rint( voxels * ONE );
	}

	/**
	 * Finds the slices of a box in which the ray lies in that box, made larger across the slices by some voxels on its low
	 * and on its high sides.
	 *
	 * @param slack
	 *            positive to find at least those slices and up to this many more, negative to find none but those slices
	 */
	void clip( final VoxelBox box, final int below, final int above, final int slack )
	{
		lower = box.lo[ axis ];
		upper = near ? box.hi[ axis ] - 1 : -1;
		narrow( p0, dp, invDp, box.lo[ pAxis ] - below, box.hi[ pAxis ] + above, slack );
		narrow( q0, dq, invDq, box.lo[ qAxis ] - below, box.hi[ qAxis ] + above, slack );
		first = ( int ) Math.ceil( lower );
		last = ( int ) Math.floor( upper );
	}

	/** This ray with its slices chosen by the caller. */
	SlabRay slices( final int newFirst, final int newLast )
	{
		first = newFirst;
		last = newLast;
		return this;
	}

	private void narrow( final long x0, final long dx, final double invDx, final int lo, final int hi, final int slack )
	{
		if ( dx == 0 )
		{
			if ( x0 < lo * ONE || x0 >= hi * ONE )
				upper = -1;
			return;
		}
		final double a = ( lo * ONE - x0 ) * invDx, b = ( hi * ONE - x0 ) * invDx;
		lower = Math.max( lower, Math.min( a, b ) - slack );
		upper = Math.min( upper, Math.max( a, b ) + slack );
	}

	/** The position in the array of the voxel at indices p and q of slice k, or -1 outside the box. */
	int index( final VoxelBox box, final int p, final int q, final int k )
	{
		if ( p < box.lo[ pAxis ] || p >= box.hi[ pAxis ] || q < box.lo[ qAxis ] || q >= box.hi[ qAxis ] )
			return -1;
		return box.origin + p * box.stride[ pAxis ] + q * box.stride[ qAxis ] + k * box.stride[ axis ];
	}
}
