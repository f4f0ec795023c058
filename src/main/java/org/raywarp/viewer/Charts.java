/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.gui.Plot;

/**
 * Curves and maps of numbers with axes and units. Draws without a screen.
 */
public final class Charts
{
	private static final int WIDTH = 360, HEIGHT = 260;

	/** Of the cells of a map together. */
	private static final int WIDEST = 600, HIGHEST = 280;

	/** Space of a map for labels at the left, the right, above and below, in pixels. */
	private static final int LEFT = 64, RIGHT = 96, TOP = 32, BOTTOM = 48;

	/** Room for a legend above the greatest value, as a share of the range of values. */
	private static final double LEGEND = 0.35;

	private static final String[] COLORS = { "blue", "red", "#008000", "magenta" };

	/** From low to high, as the color map viridis has them at equal distances. */
	private static final ColorScale SCALE =
			new ColorScale( 0, 1, false, new int[] { 0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725 }, "" );

	private Charts()
	{}

	/**
	 * @param title
	 *            stands above
	 * @param xLabel
	 *            what is along x, with its unit
	 * @param yLabel
	 *            what is along y, with its unit
	 * @param x
	 *            at least one value
	 * @param curves
	 *            names and as many values each, in the order of their colors
	 * @return the chart
	 */
	public static BufferedImage curves( final String title, final String xLabel, final String yLabel, final double[] x,
			final Map< String, double[] > curves )
	{
		final Plot plot = new Plot( title, xLabel, yLabel );
		plot.setFrameSize( WIDTH, HEIGHT );
		int i = 0;
		for ( final double[] y : curves.values() )
		{
			plot.setColor( COLORS[ i % COLORS.length ], COLORS[ i++ % COLORS.length ] );
			plot.add( x.length == 1 ? "circle" : "connected", x, y );
		}
		plot.setColor( Color.BLACK );
		final double[] all = curves.values().stream().flatMapToDouble( Arrays::stream ).filter( Double::isFinite ).sorted().toArray();
		final double least = all.length > 0 ? all[ 0 ] : 0, greatest = all.length > 0 ? all[ all.length - 1 ] : 1;
		final double height = greatest > least ? greatest - least : 1;
		final double aside = x.length == 1 ? 1 : 0;
		plot.setLimits( Arrays.stream( x ).min().orElse( 0 ) - aside, Arrays.stream( x ).max().orElse( 1 ) + aside, least - 0.05 * height,
				greatest + ( curves.size() > 1 ? LEGEND : 0.05 ) * height );
		if ( curves.size() > 1 )
			plot.addLegend( String.join( "\n", curves.keySet() ) );
		return titled( title, plot.getImagePlus().getBufferedImage() );
	}

	/** With the title above. */
	static BufferedImage titled( final String title, final BufferedImage chart )
	{
		final BufferedImage picture = new BufferedImage( chart.getWidth(), chart.getHeight() + TOP, BufferedImage.TYPE_INT_RGB );
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint( RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON );
		g.setColor( Color.WHITE );
		g.fillRect( 0, 0, picture.getWidth(), picture.getHeight() );
		g.drawImage( chart, 0, TOP, null );
		g.setColor( Color.BLACK );
		g.drawString( title, LEFT, TOP - 12 );
		g.dispose();
		return picture;
	}

	/**
	 * @param charts
	 *            from left to right
	 * @return all in one picture on white
	 */
	public static BufferedImage beside( final List< BufferedImage > charts )
	{
		final BufferedImage picture = new BufferedImage( charts.stream().mapToInt( BufferedImage::getWidth ).sum(),
				charts.stream().mapToInt( BufferedImage::getHeight ).max().orElseThrow(), BufferedImage.TYPE_INT_RGB );
		final Graphics2D g = picture.createGraphics();
		g.setColor( Color.WHITE );
		g.fillRect( 0, 0, picture.getWidth(), picture.getHeight() );
		int x = 0;
		for ( final BufferedImage chart : charts )
		{
			g.drawImage( chart, x, 0, null );
			x += chart.getWidth();
		}
		g.dispose();
		return picture;
	}

	/**
	 * One cell for each pair of an x and a y, y growing upwards.
	 *
	 * @param title
	 *            stands above
	 * @param labels
	 *            of x, of y and of the values, with their units
	 * @param x
	 *            centers of the cells, ascending
	 * @param y
	 *            likewise
	 * @param values
	 *            x first; not finite where there is none: gray
	 * @param mark
	 *            index of the value that gets a cross; negative for none
	 * @return the map with a scale of its colors at the right
	 */
	public static BufferedImage map( final String title, final List< String > labels, final double[] x, final double[] y,
			final double[] values, final int mark )
	{
		return map( title, labels, x, y, values, mark, null );
	}

	/**
	 * As the other one, with a line.
	 *
	 * @param title
	 *            stands above
	 * @param labels
	 *            of x, of y and of the values, with their units
	 * @param x
	 *            centers of the cells, ascending by equal steps
	 * @param y
	 *            likewise
	 * @param values
	 *            x first; not finite where there is none: gray
	 * @param mark
	 *            index of the value that gets a cross; negative for none
	 * @param line
	 *            two ends of a dashed line, each an x and a y; null for none; there are two or more x and y then
	 * @return the map with a scale of its colors at the right
	 */
	public static BufferedImage map( final String title, final List< String > labels, final double[] x, final double[] y,
			final double[] values, final int mark, final double[][] line )
	{
		final int across = cell( x.length, WIDEST ), up = cell( y.length, HIGHEST );
		final int width = across * x.length, height = up * y.length;
		final BufferedImage picture =
				new BufferedImage( Math.max( 240, width ) + LEFT + RIGHT, Math.max( 120, height ) + TOP + BOTTOM,
						BufferedImage.TYPE_INT_RGB );
		final double least = Arrays.stream( values ).filter( Double::isFinite ).min().orElse( 0 );
		final double greatest = Arrays.stream( values ).filter( Double::isFinite ).max().orElse( 1 );
		final Graphics2D g = picture.createGraphics();
		g.setRenderingHint( RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON );
		g.setColor( Color.WHITE );
		g.fillRect( 0, 0, picture.getWidth(), picture.getHeight() );
		for ( int i = 0; i < values.length; ++i )
		{
			g.setColor( Double.isFinite( values[ i ] ) ? color( ( values[ i ] - least ) / ( greatest - least ) ) : Color.LIGHT_GRAY );
			g.fillRect( LEFT + across * ( i % x.length ), TOP + height - up * ( i / x.length + 1 ), across, up );
		}
		if ( line != null )
			dashed( g, x, y, line );
		if ( mark >= 0 )
		{
			final int cx = LEFT + across * ( mark % x.length ) + across / 2, cy = TOP + height - up * ( mark / x.length ) - ( up + 1 ) / 2;
			g.setColor( Color.WHITE );
			g.setStroke( new BasicStroke( 2 ) );
			g.drawLine( cx - 6, cy - 6, cx + 6, cy + 6 );
			g.drawLine( cx - 6, cy + 6, cx + 6, cy - 6 );
			g.setStroke( new BasicStroke( 1 ) );
		}
		g.setColor( Color.BLACK );
		g.drawRect( LEFT, TOP, width, height );
		g.drawString( title, LEFT, TOP - 12 );
		axes( g, labels, x, y );
		scale( g, labels.get( 2 ), LEFT + Math.max( 240, width ) + 16, height, least, greatest );
		g.dispose();
		return picture;
	}

	private static void dashed( final Graphics2D g, final double[] x, final double[] y, final double[][] line )
	{
		final int across = cell( x.length, WIDEST ), up = cell( y.length, HIGHEST ), height = up * y.length;
		final double[] column = new double[ 2 ], row = new double[ 2 ];
		for ( int end = 0; end < 2; ++end )
		{
			column[ end ] = LEFT + across * ( ( line[ end ][ 0 ] - x[ 0 ] ) / ( x[ 1 ] - x[ 0 ] ) + 0.5 );
			row[ end ] = TOP + height - up * ( ( line[ end ][ 1 ] - y[ 0 ] ) / ( y[ 1 ] - y[ 0 ] ) + 0.5 );
		}
		g.setColor( Color.BLACK );
		g.setStroke( new BasicStroke( 2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 8, 6 }, 0 ) );
		g.clipRect( LEFT, TOP, across * x.length, height );
		g.draw( new Line2D.Double( column[ 0 ], row[ 0 ], column[ 1 ], row[ 1 ] ) );
		g.setClip( null );
		g.setStroke( new BasicStroke( 1 ) );
	}

	/** Pixels of a cell along an axis that is as long as this, or shorter. */
	private static int cell( final int count, final int length )
	{
		return Math.max( 1, Math.min( 40, length / count ) );
	}

	private static void axes( final Graphics2D g, final List< String > labels, final double[] x, final double[] y )
	{
		final FontMetrics f = g.getFontMetrics();
		final int across = cell( x.length, WIDEST ), up = cell( y.length, HIGHEST ), width = across * x.length, height = up * y.length;
		for ( int i = 0, every = every( x.length, width / 36 ); i < x.length; i += every )
			centered( g, number( x[ i ] ), LEFT + across * i + across / 2, TOP + height + f.getAscent() + 4 );
		for ( int i = 0, every = every( y.length, height / 16 ); i < y.length; i += every )
			g.drawString( number( y[ i ] ), LEFT - 6 - f.stringWidth( number( y[ i ] ) ),
					TOP + height - up * i - up / 2 + f.getAscent() / 2 - 1 );
		centered( g, labels.get( 0 ), LEFT + Math.max( 240, width ) / 2, TOP + height + 2 * f.getHeight() + 6 );
		upwards( g, labels.get( 1 ), 16, TOP + height / 2 );
	}

	private static void scale( final Graphics2D g, final String label, final int left, final int height, final double least,
			final double greatest )
	{
		final int bar = Math.max( 80, height );
		for ( int i = 0; i < bar; ++i )
		{
			g.setColor( color( ( double ) i / ( bar - 1 ) ) );
			g.fillRect( left, TOP + bar - 1 - i, 14, 1 );
		}
		g.setColor( Color.BLACK );
		for ( int i = 0; i <= 4; ++i )
			g.drawString( String.format( Locale.ROOT, "%.2f", least + ( greatest - least ) * i / 4 ), left + 18,
					TOP + bar - i * ( bar - 6 ) / 4 );
		upwards( g, label, left + 70, TOP + bar / 2 );
	}

	private static int every( final int count, final int places )
	{
		return Math.max( 1, ( count + Math.max( 1, places ) - 1 ) / Math.max( 1, places ) );
	}

	private static void centered( final Graphics2D g, final String text, final int x, final int y )
	{
		g.drawString( text, x - g.getFontMetrics().stringWidth( text ) / 2, y );
	}

	private static void upwards( final Graphics2D g, final String text, final int x, final int y )
	{
		final AffineTransform before = g.getTransform();
		g.translate( x, y );
		g.rotate( -Math.PI / 2 );
		centered( g, text, 0, 0 );
		g.setTransform( before );
	}

	private static String number( final double v )
	{
		return v == Math.rint( v ) ? Long.toString( ( long ) v ) : String.format( Locale.ROOT, "%.1f", v );
	}

	private static Color color( final double share )
	{
		return new Color( SCALE.argb( Double.isFinite( share ) ? share : 0 ) );
	}
}
