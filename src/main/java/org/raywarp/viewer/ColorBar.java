/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * The legend of a {@link ColorScale}: a bar with the greatest value on top, five numbers, and the unit above.
 */
public final class ColorBar
{
	/** Width with its numbers, in pixels. */
	public static final int WIDTH = 70;

	private static final int BAR = 14, GAP = 8, TICKS = 5, TOP = 22, DIGIT = 4;

	private ColorBar()
	{}

	/**
	 * @param scale
	 *            what is explained
	 * @param g
	 *            where it is drawn, in its color and font
	 * @param x
	 *            left edge, in pixels
	 * @param y
	 *            upper edge, in pixels
	 * @param height
	 *            with the unit, in pixels
	 */
	public static void draw( final ColorScale scale, final Graphics2D g, final int x, final int y, final int height )
	{
		final Color ink = g.getColor();
		final int left = x + GAP, top = y + TOP, length = Math.max( 2, height - TOP - GAP );
		g.drawString( scale.unit(), left, y + TOP - GAP );
		for ( int i = 0; i < length; ++i )
		{
			g.setColor( new Color( scale.argb( scale.value( 1 - i / ( length - 1.0 ) ) ) ) );
			g.fillRect( left, top + i, BAR, 1 );
		}
		g.setColor( ink );
		for ( int i = 0; i < TICKS; ++i )
		{
			final double fraction = i / ( TICKS - 1.0 );
			final int at = top + ( int ) Math.round( ( 1 - fraction ) * ( length - 1 ) );
			g.drawLine( left + BAR, at, left + BAR + 3, at );
			g.drawString( scale.label( fraction ), left + BAR + 6, at + DIGIT );
		}
	}
}
