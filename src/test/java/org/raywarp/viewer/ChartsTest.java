/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ChartsTest
{
	private static int count( final BufferedImage image, final int rgb )
	{
		int count = 0;
		for ( int y = 0; y < image.getHeight(); ++y )
			for ( int x = 0; x < image.getWidth(); ++x )
				count += ( image.getRGB( x, y ) & 0xffffff ) == rgb ? 1 : 0;
		return count;
	}

	@Test
	void cellsOfAMapHaveTheColorsOfTheirValues()
	{
		final double[] values = { 1, 2, 3, Double.NaN, 5, 2 };
		final BufferedImage map = Charts.map( "t", List.of( "x (degrees)", "y (degrees)", "error (mm)" ), new double[] { -10, 0, 10 },
				new double[] { 0, 5 }, values, 0 );
		// Cells of 40 pixels begin at 64, 32; y grows upwards, so that the first value is below.
		assertEquals( 0x440154, map.getRGB( 64 + 5, 32 + 75 ) & 0xffffff );
		assertEquals( 0xfde725, map.getRGB( 64 + 60, 32 + 20 ) & 0xffffff );
		assertEquals( 0x21918c, map.getRGB( 64 + 100, 32 + 60 ) & 0xffffff );
		assertEquals( Color.LIGHT_GRAY.getRGB(), map.getRGB( 64 + 20, 32 + 20 ) );
		assertEquals( Color.WHITE.getRGB(), map.getRGB( 64 + 20, 32 + 60 ), "the mark" );
	}

	@Test
	void lineOfAMapGoesThroughItsEnds()
	{
		final BufferedImage map = Charts.map( "t", List.of( "x", "y", "v" ), new double[] { 0, 10 }, new double[] { 0, 5 },
				new double[] { 1, 1, 1, 1 }, -1, new double[][] { { -5, -2.5 }, { 5, 2.5 } } );
		// From the lower left corner of the first cell to its upper right one; cells of 40 pixels begin at 64, 32.
		assertEquals( 0x000000, map.getRGB( 64 + 3, 32 + 80 - 3 ) & 0xffffff );
		assertEquals( 0x440154, map.getRGB( 64 + 60, 32 + 20 ) & 0xffffff );
		assertEquals( 0x440154, map.getRGB( 64 + 10, 32 + 80 - 10 + 8 ) & 0xffffff );
	}

	@Test
	void curvesHaveColorsOfTheirOwn()
	{
		final BufferedImage chart = Charts.curves( "t", "error (degrees)", "distance (mm)", new double[] { -1, 0, 2 },
				Map.of( "a", new double[] { 0, 1, 4 } ) );
		assertTrue( count( chart, 0x0000ff ) > 100, "a blue curve" );
		final BufferedImage both = Charts.beside( List.of( chart, chart ) );
		assertEquals( 2 * chart.getWidth(), both.getWidth() );
		assertEquals( 2 * count( chart, 0x0000ff ), count( both, 0x0000ff ) );
	}
}
