/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Outlines in images, by marching squares (Lorensen and Cline 1987, in two dimensions) with linear interpolation along the
 * lines between pixel centers.
 */
public final class Contours
{
	/** For each of the 16 patterns of corners inside, pairs of sides (0 top, 1 right, 2 bottom, 3 left) that are joined. */
	private static final int[][] SIDES =
			{ {}, { 3, 0 }, { 0, 1 }, { 3, 1 }, { 1, 2 }, { 3, 0, 1, 2 }, { 0, 2 }, { 3, 2 }, { 2, 3 }, { 2, 0 },
					{ 0, 1, 2, 3 }, { 2, 1 }, { 1, 3 }, { 1, 0 }, { 0, 3 }, {} };

	private static final int MOST_LINES = 200;

	private Contours()
	{}

	/**
	 * Outlines of regions. Outside of the image the value is 0, so that every outline is closed.
	 *
	 * @param image
	 *            values over two dimensions
	 * @param level
	 *            what is above it is inside
	 * @return the line segments between inside and outside, in pixel indices: a pixel's center is at its index
	 * @throws IllegalArgumentException
	 *             if the image has not two dimensions
	 */
	public static Path2D of( final RandomAccessibleInterval< ? extends RealType< ? > > image, final double level )
	{
		final Path2D path = new Path2D.Double();
		add( image, level, 1, path );
		return path;
	}

	/**
	 * Lines along which an image has a value, open where they reach its border: lines of a grid, if the image holds a
	 * coordinate.
	 *
	 * @param image
	 *            values over two dimensions
	 * @param step
	 *            positive; doubled until there are at most {@value #MOST_LINES} multiples in the image
	 * @return the lines of all multiples of the step, in pixel indices
	 * @throws IllegalArgumentException
	 *             if the image has not two dimensions
	 */
	public static Path2D multiples( final RandomAccessibleInterval< ? extends RealType< ? > > image, final double step )
	{
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		for ( final float value : FloatArrays.of( image ) )
		{
			min = Math.min( min, value );
			max = Math.max( max, value );
		}
		double spread = step;
		while ( ( max - min ) / spread > MOST_LINES )
			spread *= 2;
		final Path2D path = new Path2D.Double();
		for ( double line = Math.ceil( min / spread ); line <= max / spread; ++line )
			add( image, line * spread, 0, path );
		return path;
	}

	/**
	 * Areas of regions.
	 *
	 * @param image
	 *            values over two dimensions
	 * @param level
	 *            what is above it is inside
	 * @return a rectangle for every run of pixels inside in a row, in pixel indices, to be filled
	 */
	public static Path2D runs( final RandomAccessibleInterval< ? extends RealType< ? > > image, final double level )
	{
		final int width = ( int ) image.dimension( 0 ), height = ( int ) image.dimension( 1 );
		final float[] values = FloatArrays.of( image );
		final Path2D path = new Path2D.Double();
		for ( int y = 0; y < height; ++y )
			for ( int x = 0; x < width; ++x )
			{
				final int first = x;
				while ( x < width && values[ y * width + x ] > level )
					++x;
				if ( x > first )
					path.append( new Rectangle2D.Double( first - 0.5, y - 0.5, x - first, 1 ), false );
			}
		return path;
	}

	/** Looks so many pixels beyond the border. */
	private static void add( final RandomAccessibleInterval< ? extends RealType< ? > > image, final double level, final int beyond,
			final Path2D path )
	{
		if ( image.numDimensions() != 2 )
			throw new IllegalArgumentException( "Outlines are drawn in two dimensions, not " + image.numDimensions() + "." );
		final int width = ( int ) image.dimension( 0 ), height = ( int ) image.dimension( 1 );
		final float[] values = FloatArrays.of( image );
		final double[] corners = new double[ 4 ];
		for ( int y = -beyond; y < height - 1 + beyond; ++y )
			for ( int x = -beyond; x < width - 1 + beyond; ++x )
			{
				int inside = 0;
				for ( int c = 0; c < 4; ++c )
				{
					corners[ c ] = value( values, width, height, x + ( c == 1 || c == 2 ? 1 : 0 ), y + ( c > 1 ? 1 : 0 ) ) - level;
					inside |= corners[ c ] > 0 ? 1 << c : 0;
				}
				final int[] sides = SIDES[ inside ];
				for ( int s = 0; s < sides.length; s += 2 )
				{
					final double[] from = crossing( corners, sides[ s ] ), to = crossing( corners, sides[ s + 1 ] );
					path.moveTo( x + from[ 0 ], y + from[ 1 ] );
					path.lineTo( x + to[ 0 ], y + to[ 1 ] );
				}
			}
	}

	private static double value( final float[] values, final int width, final int height, final int x, final int y )
	{
		return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[ y * width + x ];
	}

	/** Corners and sides both run clockwise from the top left: side s joins corners s and s + 1. */
	private static double[] crossing( final double[] corners, final int side )
	{
		final double a = corners[ side ], b = corners[ ( side + 1 ) % 4 ], t = a / ( a - b );
		switch ( side )
		{
		case 0:
			return new double[] { t, 0 };
		case 1:
			return new double[] { 1, t };
		case 2:
			return new double[] { 1 - t, 1 };
		default:
			return new double[] { 0, 1 - t };
		}
	}
}
