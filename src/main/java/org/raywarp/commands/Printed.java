/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Outputs as text.
 */
final class Printed
{
	private Printed()
	{}

	/**
	 * @param name
	 *            of the output
	 * @param value
	 *            what came out
	 * @return one line; for a table the name and then one line a row, tabs between the columns
	 */
	static String line( final String name, final Object value )
	{
		if ( value instanceof ImagePlus )
		{
			final ImagePlus image = ( ImagePlus ) value;
			return name + " = " + image.getWidth() + " x " + image.getHeight() + " x " + image.getStackSize() + " pixels, "
					+ image.getBitDepth() + " bits";
		}
		if ( value instanceof ResultsTable )
			return name + "\n" + table( ( ResultsTable ) value );
		return name + " = " + value;
	}

	private static String table( final ResultsTable table )
	{
		final StringBuilder lines = new StringBuilder( table.getColumnHeadings().strip() );
		for ( int row = 0; row < table.size(); ++row )
			lines.append( '\n' ).append( table.getRowAsString( row ).strip() );
		return lines.toString();
	}
}
