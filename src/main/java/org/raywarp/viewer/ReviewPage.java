/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One picture of a review and what a person can turn on it. Draws without a screen.
 *
 * @param title
 *            what it shows, in one or two words
 * @param note
 *            what its colors and lines mean, in a sentence or two
 * @param controls
 *            what can be turned
 * @param painter
 *            draws it
 */
public record ReviewPage( String title, String note, List< Control > controls, Painter painter )
{
	/**
	 * A slider, or a choice where the numbers have names.
	 *
	 * @param name
	 *            of what it sets
	 * @param min
	 *            least number
	 * @param max
	 *            greatest number
	 * @param initial
	 *            number to begin with
	 * @param choices
	 *            names of the numbers from {@code min} to {@code max}; empty for a slider
	 */
	public record Control( String name, int min, int max, int initial, List< String > choices )
	{
		/**
		 * @param name
		 *            of what it sets
		 * @param choices
		 *            names of the numbers from 0; the first is the one to begin with
		 * @return a choice
		 */
		static Control choice( final String name, final String... choices )
		{
			return new Control( name, 0, choices.length - 1, 0, List.of( choices ) );
		}

		/**
		 * @param name
		 *            of what it sets
		 * @param min
		 *            least number
		 * @param max
		 *            greatest number
		 * @param initial
		 *            number to begin with
		 * @return a slider
		 */
		static Control slider( final String name, final int min, final int max, final int initial )
		{
			return new Control( name, min, max, initial, List.of() );
		}
	}

	/**
	 * Draws a picture. Called on one thread at a time.
	 */
	@FunctionalInterface
	public interface Painter
	{
		/**
		 * @param height
		 *            of the panels in pixels
		 * @param settings
		 *            a number for each control, in their order
		 * @return the picture
		 */
		BufferedImage draw( int height, int... settings );
	}

	/**
	 * Copies the list.
	 */
	public ReviewPage
	{
		controls = List.copyOf( controls );
	}

	/**
	 * @return the numbers to begin with
	 */
	public int[] initial()
	{
		return controls.stream().mapToInt( Control::initial ).toArray();
	}

	/**
	 * @param height
	 *            of the panels in pixels
	 * @return the picture before anything is turned
	 */
	public BufferedImage draw( final int height )
	{
		return painter.draw( height, initial() );
	}
}
