/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * One image with outlines over it.
 *
 * @param title
 *            stands above the image
 * @param image
 *            gray values over two dimensions
 * @param pixelWidth
 *            distance between columns in mm
 * @param pixelHeight
 *            distance between rows in mm
 * @param outlines
 *            in pixel indices, with their colors, in the order in which they are drawn; translucent colors fill
 * @param white
 *            the value from which on pixels are white, where black is 0; NaN to show the least to the greatest value
 * @param colors
 *            colors of the values, explained by a bar on the right; null for gray
 */
public record Panel( String title, RandomAccessibleInterval< ? extends RealType< ? > > image, double pixelWidth, double pixelHeight,
		Map< Path2D, Color > outlines, double white, ColorScale colors )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the image has not two dimensions, or a pixel no size
	 */
	public Panel
	{
		if ( image.numDimensions() != 2 || !( pixelWidth > 0 && pixelHeight > 0 ) )
			throw new IllegalArgumentException( "A panel shows an image of two dimensions with pixels of positive size, not "
					+ image.numDimensions() + " dimensions and " + pixelWidth + " x " + pixelHeight + " mm." );
		outlines = new LinkedHashMap<>( outlines );
	}

	/**
	 * @param title
	 *            stands above the image
	 * @param image
	 *            gray values over two dimensions, shown from their least to their greatest
	 * @param pixelWidth
	 *            distance between columns in mm
	 * @param pixelHeight
	 *            distance between rows in mm
	 * @param outlines
	 *            in pixel indices, with their colors, in the order in which they are drawn
	 */
	public Panel( final String title, final RandomAccessibleInterval< ? extends RealType< ? > > image, final double pixelWidth,
			final double pixelHeight, final Map< Path2D, Color > outlines )
	{
		this( title, image, pixelWidth, pixelHeight, outlines, Double.NaN );
	}

	/**
	 * @param title
	 *            stands above the image
	 * @param image
	 *            gray values over two dimensions
	 * @param pixelWidth
	 *            distance between columns in mm
	 * @param pixelHeight
	 *            distance between rows in mm
	 * @param outlines
	 *            in pixel indices, with their colors, in the order in which they are drawn
	 * @param white
	 *            the value from which on pixels are white, where black is 0; NaN to show the least to the greatest value
	 */
	public Panel( final String title, final RandomAccessibleInterval< ? extends RealType< ? > > image, final double pixelWidth,
			final double pixelHeight, final Map< Path2D, Color > outlines, final double white )
	{
		this( title, image, pixelWidth, pixelHeight, outlines, white, null );
	}

	/**
	 * @param scale
	 *            colors of the values
	 * @return this panel in these colors
	 */
	public Panel withColors( final ColorScale scale )
	{
		return new Panel( title, image, pixelWidth, pixelHeight, outlines, white, scale );
	}

	/**
	 * @param length
	 *            of the bar in mm
	 * @return this panel with a yellow bar of that length at its lower left
	 */
	public Panel withScaleBar( final double length )
	{
		final double x = 0.06 * image.dimension( 0 ), y = 0.96 * image.dimension( 1 );
		final Path2D bar = new Path2D.Double();
		bar.moveTo( x, y );
		bar.lineTo( x + length / pixelWidth, y );
		final Map< Path2D, Color > all = new LinkedHashMap<>( outlines );
		all.put( bar, Color.YELLOW );
		return new Panel( title, image, pixelWidth, pixelHeight, all, white, colors );
	}
}
