/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.gui.Plot;

/**
 * Draws a table of losses over steps: each column in a chart of its own, side by side.
 */
public final class LearningCurves
{
	private static final int WIDTH = 280, HEIGHT = 220;

	private LearningCurves()
	{}

	/**
	 * @param table
	 *            a CSV file: a header line, then lines of numbers, the step first; lines that are not complete are left out
	 * @param picture
	 *            the PNG file; written beside its place first, then moved there
	 * @throws IOException
	 *             if the table cannot be read, has no line of numbers, or the picture cannot be written
	 */
	public static void write( final Path table, final Path picture ) throws IOException
	{
		final List< String > lines = Files.readAllLines( table );
		final String[] names = lines.isEmpty() ? new String[ 0 ] : lines.get( 0 ).split( "," );
		final double[][] rows = lines.stream().skip( 1 ).map( line -> line.split( "," ) ).filter( cells -> cells.length == names.length )
				.map( cells -> Arrays.stream( cells ).mapToDouble( Double::parseDouble ).toArray() ).toArray( double[][]::new );
		if ( rows.length == 0 || names.length < 2 )
			throw new IOException( table + " has no line of numbers below a header; expected steps and losses." );
		Picture.write( draw( names, rows ), picture );
	}

	private static BufferedImage draw( final String[] names, final double[][] rows )
	{
		final double[] steps = column( rows, 0 );
		final BufferedImage[] charts = new BufferedImage[ names.length - 1 ];
		for ( int i = 0; i < charts.length; ++i )
			charts[ i ] = chart( names[ i + 1 ], names[ 0 ], steps, column( rows, i + 1 ) );
		return Charts.beside( Arrays.asList( charts ) );
	}

	private static BufferedImage chart( final String name, final String xLabel, final double[] x, final double[] y )
	{
		final Plot plot = new Plot( name, xLabel, name );
		plot.setFrameSize( WIDTH, HEIGHT );
		plot.setColor( Color.BLUE );
		plot.add( x.length == 1 ? "circle" : "line", x, y );
		return plot.getImagePlus().getBufferedImage();
	}

	private static double[] column( final double[][] rows, final int column )
	{
		return Arrays.stream( rows ).mapToDouble( row -> row[ column ] ).toArray();
	}
}
