/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;

/**
 * Moves an outline to the edge in an image that is nearest in the sense of a minimum cut (Boykov and Jolly 2001): in a band
 * about the outline, a pixel goes inside or outside where the boundary costs least. Boundaries are cheap where the
 * image falls from inside to outside, as it does at the rim of a bone, and pixels are drawn to the side they come from.
 */
final class SilhouetteCut
{
	/** Of the pull to the old side at the border of the band, against a boundary of one pixel without an edge. */
	private static final double PULL = 0.35;

	/** What edges between neighbors count, so that a boundary counts its length (Boykov and Kolmogorov 2003, Eq. 10). */
	private static final double STRAIGHT = Math.PI / 8, DIAGONAL = Math.PI / 8 / Math.sqrt( 2 );

	private static final int[] STEP_X = { 1, 0, 1, -1 }, STEP_Y = { 0, 1, 1, 1 };

	private final float[] image;

	private final int columns, rows;

	/**
	 * @param image
	 *            bones bright, column fastest
	 * @param columns
	 *            its width
	 */
	SilhouetteCut( final float[] image, final int columns )
	{
		this.columns = columns;
		rows = image.length / columns;
		this.image = smoothed( image );
	}

	/** By a binomial filter of three by three pixels. */
	private float[] smoothed( final float[] values )
	{
		final float[] smooth = new float[ values.length ];
		for ( int i = 0; i < values.length; ++i )
		{
			double sum = 0, weights = 0;
			for ( int y = Math.max( 0, i / columns - 1 ); y <= Math.min( rows - 1, i / columns + 1 ); ++y )
				for ( int x = Math.max( 0, i % columns - 1 ); x <= Math.min( columns - 1, i % columns + 1 ); ++x )
				{
					final int weight = ( x == i % columns ? 2 : 1 ) * ( y == i / columns ? 2 : 1 );
					sum += weight * values[ y * columns + x ];
					weights += weight;
				}
			smooth[ i ] = ( float ) ( sum / weights );
		}
		return smooth;
	}

	/**
	 * @param inside
	 *            of each pixel whether it is inside the outline
	 * @param band
	 *            how far, in pixels, the outline may move
	 * @return the same of the moved outline
	 */
	boolean[] moved( final boolean[] inside, final double band )
	{
		final float[] distance = distances( inside );
		final int[] node = new int[ image.length ];
		int nodes = 0;
		for ( int i = 0; i < image.length; ++i )
			node[ i ] = distance[ i ] <= band ? nodes++ : -1;
		final MinimumCut graph = new MinimumCut( nodes );
		final double variance = meanSquareStep( node );
		for ( int i = 0; i < image.length; ++i )
		{
			if ( node[ i ] >= 0 )
			{
				final float pull = ( float ) ( PULL * distance[ i ] / band );
				graph.terminal( node[ i ], inside[ i ] ? 0 : pull, inside[ i ] ? pull : 0 );
			}
			for ( int n = 0; n < 4; ++n )
			{
				final int x = i % columns + STEP_X[ n ], y = i / columns + STEP_Y[ n ];
				if ( x >= 0 && x < columns && y < rows )
					join( graph, node, inside, i, y * columns + x, variance );
			}
		}
		final boolean[] side = graph.cut(), moved = inside.clone();
		for ( int i = 0; i < image.length; ++i )
			if ( node[ i ] >= 0 )
				moved[ i ] = side[ node[ i ] ];
		return moved;
	}

	private void join( final MinimumCut graph, final int[] node, final boolean[] inside, final int a, final int b, final double variance )
	{
		final float forth = cost( a, b, variance ), back = cost( b, a, variance );
		if ( node[ a ] >= 0 && node[ b ] >= 0 )
			graph.edge( node[ a ], node[ b ], forth, back );
		else if ( node[ a ] >= 0 )
			graph.terminal( node[ a ], inside[ b ] ? 0 : forth, inside[ b ] ? back : 0 );
		else if ( node[ b ] >= 0 )
			graph.terminal( node[ b ], inside[ a ] ? 0 : back, inside[ a ] ? forth : 0 );
	}

	/** Of having the first pixel inside and the second outside. */
	private float cost( final int in, final int out, final double variance )
	{
		final double fall = Math.max( 0, image[ in ] - image[ out ] );
		final boolean diagonal = in % columns != out % columns && in / columns != out / columns;
		return ( float ) ( ( diagonal ? DIAGONAL : STRAIGHT ) * Math.exp( -fall * fall / ( 2 * variance ) ) );
	}

	/**
	 * @param inside
	 *            of each pixel whether it is inside an outline
	 * @return on which part of the outline the image is brighter one pixel inside than one pixel outside of it; the border of
	 *         the image does not count; 0 where there is no outline
	 */
	double support( final boolean[] inside )
	{
		int falls = 0, all = 0;
		for ( int i = 0; i < inside.length; ++i )
			for ( int n = 0; n < 2; ++n )
			{
				final int at = n == 0 ? i % columns : i / columns, size = n == 0 ? columns : rows, step = n == 0 ? 1 : columns;
				if ( at < 1 || at + 2 >= size || inside[ i ] == inside[ i + step ] )
					continue;
				final float difference = image[ i - step ] - image[ i + 2 * step ];
				falls += ( inside[ i ] ? difference : -difference ) > 0 ? 1 : 0;
				++all;
			}
		return all == 0 ? 0 : ( double ) falls / all;
	}

	private double meanSquareStep( final int[] node )
	{
		double sum = Double.MIN_NORMAL;
		int count = 1;
		for ( int i = 0; i < image.length; ++i )
			if ( node[ i ] >= 0 && i % columns + 1 < columns )
			{
				final double step = image[ i ] - image[ i + 1 ];
				sum += step * step;
				++count;
			}
		return sum / count;
	}

	/** To the nearest pixel of the other side, by a chamfer of steps of 1 and 1.36 (Borgefors 1986), less half a pixel. */
	private float[] distances( final boolean[] inside )
	{
		final float[] distance = new float[ inside.length ];
		Arrays.fill( distance, columns + rows );
		for ( int sweep = 0; sweep < 2; ++sweep )
			for ( int k = 0; k < inside.length; ++k )
			{
				final int i = sweep == 0 ? k : inside.length - 1 - k, direction = sweep == 0 ? -1 : 1;
				for ( int n = 0; n < 4; ++n )
				{
					final int x = i % columns + direction * STEP_X[ n ], y = i / columns + direction * STEP_Y[ n ];
					if ( x < 0 || x >= columns || y < 0 || y >= rows )
						continue;
					final int j = y * columns + x;
					final float step = n < 2 ? 0.955f : 1.369f;
					final float through = inside[ i ] != inside[ j ] ? step - 0.5f : distance[ j ] + step;
					distance[ i ] = Math.min( distance[ i ], through );
					if ( inside[ i ] != inside[ j ] )
						distance[ j ] = Math.min( distance[ j ], through );
				}
			}
		return distance;
	}
}
