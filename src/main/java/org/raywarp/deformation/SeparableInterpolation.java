/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Arrays;

/**
 * A linear map between vector fields of two lattices that is the product of one small banded matrix an axis, and its
 * adjoint, the product of the transposed ones. Immutable.
 */
public final class SeparableInterpolation
{
	/** How much a point of the source lattice counts at a point of the target lattice, along one axis. */
	@FunctionalInterface
	interface Weight
	{
		double at( int axis, int target, int source );
	}

	private final int[] from, to;

	/** Weight of source point s at target point t of axis d: {@code weights[ d ][ t ][ s - first[ d ][ t ] ]}. */
	private final float[][][] weights = new float[ 3 ][][];

	private final int[][] first = new int[ 3 ][];

	SeparableInterpolation( final int[] from, final int[] to, final Weight weight )
	{
		this.from = from.clone();
		this.to = to.clone();
		for ( int d = 0; d < 3; ++d )
		{
			weights[ d ] = new float[ to[ d ] ][];
			first[ d ] = new int[ to[ d ] ];
			for ( int t = 0; t < to[ d ]; ++t )
			{
				int lo = 0, hi = from[ d ] - 1;
				while ( lo < hi && weight.at( d, t, lo ) == 0 )
					++lo;
				while ( hi > lo && weight.at( d, t, hi ) == 0 )
					--hi;
				first[ d ][ t ] = lo;
				weights[ d ][ t ] = new float[ hi - lo + 1 ];
				for ( int s = lo; s <= hi; ++s )
					weights[ d ][ t ][ s - lo ] = ( float ) weight.at( d, t, s );
			}
		}
	}

	/**
	 * Trilinear interpolation between two lattices over one box, from outer edge to outer edge, continued with the border
	 * values.
	 *
	 * @param from
	 *            number of points of the source lattice along x, y, z
	 * @param to
	 *            number of points of the target lattice along x, y, z
	 * @return the interpolation
	 */
	public static SeparableInterpolation linear( final int[] from, final int[] to )
	{
		return new SeparableInterpolation( from, to, ( axis, t, s ) -> {
			final double x = ( t + 0.5 ) * from[ axis ] / to[ axis ] - 0.5;
			return Math.max( 0, 1 - Math.abs( Math.max( 0, Math.min( from[ axis ] - 1, x ) ) - s ) );
		} );
	}

	/**
	 * @param source
	 *            three components of each point of the source lattice
	 * @param target
	 *            receives three components of each point of the target lattice
	 */
	public void apply( final float[] source, final float[] target )
	{
		float[] values = source;
		int outer = from[ 0 ] * from[ 1 ] * from[ 2 ], inner = 3 * from[ 0 ] * from[ 1 ];
		for ( int d = 2; d >= 0; --d )
		{
			outer = d == 2 ? 1 : outer * to[ d + 1 ];
			inner = d == 2 ? inner : inner / from[ d ];
			final float[] next = d == 0 ? target : new float[ outer * to[ d ] * inner ];
			Arrays.fill( next, 0 );
			for ( int block = 0; block < outer; ++block )
				for ( int t = 0; t < to[ d ]; ++t )
					for ( int w = 0; w < weights[ d ][ t ].length; ++w )
						addScaled( values, ( block * from[ d ] + first[ d ][ t ] + w ) * inner, weights[ d ][ t ][ w ], next,
								( block * to[ d ] + t ) * inner, inner );
			values = next;
		}
	}

	/**
	 * The adjoint of {@link #apply}: from a gradient with respect to the target field to that with respect to the source
	 * field.
	 *
	 * @param target
	 *            three components of each point of the target lattice
	 * @param source
	 *            receives three components of each point of the source lattice
	 */
	public void adjoint( final float[] target, final float[] source )
	{
		float[] values = target;
		int outer = to[ 1 ] * to[ 2 ], inner = 3;
		for ( int d = 0; d < 3; ++d )
		{
			final float[] next = d == 2 ? source : new float[ outer * from[ d ] * inner ];
			Arrays.fill( next, 0 );
			for ( int block = 0; block < outer; ++block )
				for ( int t = 0; t < to[ d ]; ++t )
					for ( int w = 0; w < weights[ d ][ t ].length; ++w )
						addScaled( values, ( block * to[ d ] + t ) * inner, weights[ d ][ t ][ w ], next,
								( block * from[ d ] + first[ d ][ t ] + w ) * inner, inner );
			values = next;
			inner *= from[ d ];
			outer /= d < 2 ? to[ d + 1 ] : 1;
		}
	}

	private static void addScaled( final float[] source, final int s, final float factor, final float[] target, final int t,
			final int length )
	{
		for ( int i = 0; i < length; ++i )
			target[ t + i ] += factor * source[ s + i ];
	}
}
