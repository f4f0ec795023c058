/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class QuartileChartsTest
{
	private static final int FILL = 0xbfdbec, LINE = 0x0072b2;

	private static int count( final BufferedImage image, final int rgb, final int fromRow, final int toRow )
	{
		int count = 0;
		for ( int y = fromRow; y < toRow; ++y )
			for ( int x = 0; x < image.getWidth(); ++x )
				count += ( image.getRGB( x, y ) & 0xffffff ) == rgb ? 1 : 0;
		return count;
	}

	@Test
	void boxesSpanTheQuartilesInTheirOrder()
	{
		final Map< String, double[] > boxes = new LinkedHashMap<>();
		final double none = Double.NaN;
		boxes.put( "wide", new double[] { 0, 0.25, 0.5, 0.75, 1 } );
		boxes.put( "none", new double[] { none, none, none, none, none } );
		boxes.put( "narrow", new double[] { 0, 0.5, 0.55, 0.625, 1 } );
		final BufferedImage chart = QuartileCharts.boxes( "t", "Dice", boxes );
		// A title of 32 pixels, a margin, and three rows of 48.
		final int top = 32 + 16;
		final int wide = count( chart, FILL, top, top + 48 ), empty = count( chart, FILL, top + 48, top + 96 ),
				narrow = count( chart, FILL, top + 96, top + 144 );
		assertEquals( 0, empty );
		// 400 pixels are 1.1, of which the box fills 0.5, 18 high without its lines.
		assertEquals( 400 * 0.5 / 1.1 * 17, wide, 0.08 * wide );
		assertEquals( 0.25, ( double ) narrow / wide, 0.03 );
	}

	@Test
	void bandsLieBetweenTheQuartilesAndNothingBelow()
	{
		final double none = Double.NaN;
		final BufferedImage chart = QuartileCharts.band( "t", "x", "y", new double[] { 0, 1, 2 },
				new double[][] { { 1, 2, 3 }, { none, none, none }, { 1, 2, 3 } } );
		final int filled = count( chart, FILL, 0, chart.getHeight() ), line = count( chart, LINE, 0, chart.getHeight() );
		// 400 x 260 pixels, of which 2 of 2.2 are between the quartiles; lines of the grid and of the median lie over them.
		assertEquals( 400 * 260 * 2 / 2.2, filled, 0.08 * filled );
		assertTrue( line > 400 && line < 2000, line + " pixels of the median" );
	}

	@Test
	void nothingMeasuredIsNoError()
	{
		final double none = Double.NaN;
		final BufferedImage band =
				QuartileCharts.band( "t", "x", "y", new double[] { 0, 1 }, new double[][] { { none, none, none }, { none, none, none } } );
		assertEquals( 0, count( band, FILL, 0, band.getHeight() ) );
		final BufferedImage boxes = QuartileCharts.boxes( "t", "y", Map.of( "a", new double[] { none, none, none, none, none } ) );
		assertEquals( 0, count( boxes, FILL, 0, boxes.getHeight() ) );
	}
}
