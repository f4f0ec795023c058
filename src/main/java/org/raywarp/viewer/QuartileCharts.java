/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ij.gui.Plot;

/**
 * How values are spread, by their quartiles: as boxes, or as a band over a variable. Draws without a screen.
 */
public final class QuartileCharts
{
	private static final int WIDTH = 400, HEIGHT = 260;

	/** Of a box with its name, and of the box, in pixels. */
	private static final int ROW = 48, BOX = 18;

	/** Where names stand above the middle of their boxes, as a share of a row. */
	private static final double ABOVE = 0.22;

	/** A category without a name: else the axis would show its limits. */
	private static final String NO_NUMBERS = "{ }";

	private static final Color FILL = new Color( 0xBFDBEC ), LINE = new Color( 0x0072B2 );

	private QuartileCharts()
	{}

	/**
	 * @param title
	 *            stands above
	 * @param label
	 *            of the values, with their unit
	 * @param boxes
	 *            names, and for each least value, lower quartile, median, upper quartile and greatest value; NaN where there is
	 *            none
	 * @return a row for each name, from above: a box between the quartiles, the median in it, lines to least and greatest value
	 */
	public static BufferedImage boxes( final String title, final String label, final Map< String, double[] > boxes )
	{
		final Plot plot = new Plot( title, label, NO_NUMBERS, Plot.X_NUMBERS + Plot.X_TICKS + Plot.X_GRID + Plot.Y_NUMBERS );
		plot.setFrameSize( WIDTH, ROW * boxes.size() );
		final double[] all = finite( boxes.values() );
		final double margin = margin( all );
		final double least = all[ 0 ] - margin;
		plot.setLimits( least, all[ all.length - 1 ] + margin, -0.4, boxes.size() - 0.4 );
		final ArrayList< float[] > shapes = new ArrayList<>();
		int row = boxes.size() - 1;
		plot.setColor( Color.BLACK );
		for ( final Map.Entry< String, double[] > box : boxes.entrySet() )
		{
			final double[] v = box.getValue();
			plot.addText( box.getKey(), least + 0.2 * margin, row + ABOVE );
			if ( !Double.isNaN( v[ 2 ] ) )
				shapes.add( new float[] { row, ( float ) v[ 0 ], ( float ) v[ 1 ], ( float ) v[ 2 ], ( float ) v[ 3 ], ( float ) v[ 4 ] } );
			--row;
		}
		plot.setColor( Color.DARK_GRAY, FILL );
		plot.drawShapes( "boxesx " + BOX, shapes );
		return Charts.titled( title, plot.getImagePlus().getBufferedImage() );
	}

	/**
	 * @param title
	 *            stands above
	 * @param xLabel
	 *            of the variable, with its unit
	 * @param yLabel
	 *            of the values, with their unit
	 * @param x
	 *            the variable, ascending
	 * @param quartiles
	 *            for each x lower quartile, median and upper quartile; NaN where there is none
	 * @return the medians as a line, on a band between the quartiles
	 */
	public static BufferedImage band( final String title, final String xLabel, final String yLabel, final double[] x,
			final double[][] quartiles )
	{
		final Plot plot = new Plot( title, xLabel, yLabel );
		plot.setFrameSize( WIDTH, HEIGHT );
		final int[] there = IntStream.range( 0, x.length ).filter( i -> !Double.isNaN( quartiles[ i ][ 1 ] ) ).toArray();
		final double[] at = Arrays.stream( there ).mapToDouble( i -> x[ i ] ).toArray();
		final double[] all = finite( List.of( quartiles ) );
		plot.setLimits( x[ 0 ], x[ x.length - 1 ], all[ 0 ] - margin( all ), all[ all.length - 1 ] + margin( all ) );
		// What is filled reaches down to the axis: white above it leaves the band.
		plot.setColor( FILL, FILL );
		plot.add( "filled", at, Arrays.stream( there ).mapToDouble( i -> quartiles[ i ][ 2 ] ).toArray() );
		plot.setColor( Color.WHITE, Color.WHITE );
		plot.add( "filled", at, Arrays.stream( there ).mapToDouble( i -> quartiles[ i ][ 0 ] ).toArray() );
		plot.redrawGrid();
		plot.setColor( LINE, LINE );
		plot.setLineWidth( 2 );
		plot.add( "connected", at, Arrays.stream( there ).mapToDouble( i -> quartiles[ i ][ 1 ] ).toArray() );
		plot.setLineWidth( 1 );
		return Charts.titled( title, plot.getImagePlus().getBufferedImage() );
	}

	/** All numbers that are, ascending; 0 and 1 where there is none. */
	private static double[] finite( final Iterable< double[] > values )
	{
		final List< Double > all = new ArrayList<>();
		for ( final double[] some : values )
			Arrays.stream( some ).filter( Double::isFinite ).forEach( all::add );
		return all.isEmpty() ? new double[] { 0, 1 } : all.stream().mapToDouble( Double::doubleValue ).sorted().toArray();
	}

	/** Beside the least and the greatest value. */
	private static double margin( final double[] ascending )
	{
		final double range = ascending[ ascending.length - 1 ] - ascending[ 0 ];
		return range > 0 ? 0.05 * range : 0.01;
	}
}
