/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.raywarp.io.WholeFile;
import org.raywarp.volume.FloatArrays;

/**
 * Panels side by side, all of one height or to one scale, with square pixels whatever the images have.
 */
public final class Picture
{
	/** Height of a panel, in pixels of the picture. */
	public static final int HEIGHT = 480;

	private static final int TITLE = 24;

	private static final int GAP = 8;

	private Picture()
	{}

	/**
	 * @param panels
	 *            from left to right
	 * @return the picture
	 */
	public static BufferedImage draw( final List< Panel > panels )
	{
		return draw( panels, HEIGHT );
	}

	/**
	 * @param panels
	 *            from left to right
	 * @param height
	 *            of the panels, in pixels of the picture
	 * @return the picture
	 */
	public static BufferedImage draw( final List< Panel > panels, final int height )
	{
		return draw( panels, panels.stream().mapToInt( p -> height ).toArray() );
	}

	/**
	 * @param panels
	 *            from left to right, all drawn with the same pixels per mm
	 * @param height
	 *            of the highest panel, in pixels of the picture
	 * @return the picture
	 */
	public static BufferedImage drawToScale( final List< Panel > panels, final int height )
	{
		final double highest = panels.stream().mapToDouble( Picture::millimeters ).max().orElse( 1 );
		return draw( panels,
				panels.stream().mapToInt( p -> ( int ) Math.max( 1, Math.round( height * millimeters( p ) / highest ) ) ).toArray() );
	}

	private static double millimeters( final Panel panel )
	{
		return panel.image().dimension( 1 ) * panel.pixelHeight();
	}

	private static BufferedImage draw( final List< Panel > panels, final int[] heights )
	{
		int width = GAP;
		for ( int i = 0; i < heights.length; ++i )
			width += widthWithBar( panels.get( i ), heights[ i ] ) + GAP;
		final BufferedImage picture =
				new BufferedImage( width, TITLE + Arrays.stream( heights ).max().orElse( 1 ) + GAP, BufferedImage.TYPE_INT_RGB );
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint( RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON );
		g.setRenderingHint( RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR );
		int x = GAP;
		for ( int i = 0; i < heights.length; ++i )
		{
			draw( panels.get( i ), g, x, heights[ i ] );
			x += widthWithBar( panels.get( i ), heights[ i ] ) + GAP;
		}
		g.dispose();
		return picture;
	}

	/**
	 * @param panels
	 *            from left to right
	 * @param file
	 *            the PNG file; written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final List< Panel > panels, final Path file ) throws IOException
	{
		write( panels, HEIGHT, file );
	}

	/**
	 * @param panels
	 *            from left to right
	 * @param height
	 *            of the panels, in pixels of the picture
	 * @param file
	 *            the PNG file; written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final List< Panel > panels, final int height, final Path file ) throws IOException
	{
		write( draw( panels, height ), file );
	}

	/**
	 * @param picture
	 *            the picture
	 * @param file
	 *            the PNG file; written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public static void write( final BufferedImage picture, final Path file ) throws IOException
	{
		WholeFile.write( file, temporary -> ImageIO.write( picture, "png", temporary.toFile() ) );
	}

	private static void draw( final Panel panel, final Graphics2D g, final int x, final int height )
	{
		final BufferedImage image = panel.colors() == null ? gray( panel ) : colored( panel );
		g.drawImage( image, x, TITLE, width( panel, height ), height, null );
		g.setColor( Color.WHITE );
		g.drawString( panel.title(), x + 2, TITLE - GAP );
		if ( panel.colors() != null )
			ColorBar.draw( panel.colors(), g, x + width( panel, height ), TITLE, height );
		// A pixel's center is at its index, its left and upper edge half a pixel before.
		final AffineTransform pictureFromPixel = AffineTransform.getTranslateInstance( x, TITLE );
		pictureFromPixel.scale( ( double ) width( panel, height ) / image.getWidth(), ( double ) height / image.getHeight() );
		pictureFromPixel.translate( 0.5, 0.5 );
		g.setStroke( new BasicStroke( 1.5f ) );
		for ( final Map.Entry< Path2D, Color > outline : panel.outlines().entrySet() )
		{
			g.setColor( outline.getValue() );
			if ( outline.getValue().getAlpha() < 255 )
				g.fill( pictureFromPixel.createTransformedShape( outline.getKey() ) );
			else
				g.draw( pictureFromPixel.createTransformedShape( outline.getKey() ) );
		}
	}

	private static int widthWithBar( final Panel panel, final int height )
	{
		return width( panel, height ) + ( panel.colors() == null ? 0 : ColorBar.WIDTH );
	}

	private static int width( final Panel panel, final int height )
	{
		return ( int ) Math.max( 1, Math.round( height * panel.image().dimension( 0 ) * panel.pixelWidth()
				/ ( panel.image().dimension( 1 ) * panel.pixelHeight() ) ) );
	}

	private static BufferedImage gray( final Panel panel )
	{
		final float[] values = FloatArrays.of( panel.image() );
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for ( final float v : values )
		{
			min = Math.min( min, v );
			max = Math.max( max, v );
		}
		if ( !Double.isNaN( panel.white() ) )
		{
			min = 0;
			max = ( float ) panel.white();
		}
		final BufferedImage gray = new BufferedImage( ( int ) panel.image().dimension( 0 ), ( int ) panel.image().dimension( 1 ),
				BufferedImage.TYPE_INT_RGB );
		final float scale = max > min ? 255 / ( max - min ) : 0;
		for ( int i = 0; i < values.length; ++i )
			gray.setRGB( i % gray.getWidth(), i / gray.getWidth(),
					0x010101 * Math.max( 0, Math.min( 255, Math.round( scale * ( values[ i ] - min ) ) ) ) );
		return gray;
	}

	private static BufferedImage colored( final Panel panel )
	{
		final float[] values = FloatArrays.of( panel.image() );
		final BufferedImage colored = new BufferedImage( ( int ) panel.image().dimension( 0 ), ( int ) panel.image().dimension( 1 ),
				BufferedImage.TYPE_INT_RGB );
		for ( int i = 0; i < values.length; ++i )
			colored.setRGB( i % colored.getWidth(), i / colored.getWidth(), panel.colors().argb( values[ i ] ) );
		return colored;
	}
}
