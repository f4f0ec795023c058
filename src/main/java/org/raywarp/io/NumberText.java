/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A text of numbers, read one after the other, with errors that name file, line and what was expected there.
 */
final class NumberText
{
	private final Path file;

	private final String separators;

	private final String[] lines;

	private String[] words = {};

	private int line, word;

	private NumberText( final Path file, final String separators, final String[] lines )
	{
		this.file = file;
		this.separators = separators;
		this.lines = lines;
	}

	/**
	 * @param file
	 *            a text file
	 * @param separators
	 *            between numbers of one line, as a regular expression
	 * @return its numbers, from the first on
	 * @throws IOException
	 *             if it cannot be read
	 */
	static NumberText of( final Path file, final String separators ) throws IOException
	{
		return new NumberText( file, separators, GeometryCodec.text( file ).split( "\\R" ) );
	}

	/**
	 * @param what
	 *            they are, for errors
	 * @param count
	 *            how many
	 * @return the next numbers, of this line or the following ones
	 * @throws IOException
	 *             if there are fewer, or something is no finite number
	 */
	double[] numbers( final String what, final int count ) throws IOException
	{
		final double[] numbers = new double[ count ];
		for ( int i = 0; i < count; ++i )
		{
			final String next = next();
			try
			{
				numbers[ i ] = Double.parseDouble( next );
			}
			catch ( final NumberFormatException e )
			{
				numbers[ i ] = Double.NaN;
			}
			if ( !Double.isFinite( numbers[ i ] ) )
				throw new IOException( file + ": line " + line + " has \"" + ( next.length() > 40 ? next.substring( 0, 40 ) + "..." : next )
						+ "\" where number " + ( i + 1 ) + " of the " + what + " should be; expected " + count + " finite numbers." );
		}
		return numbers;
	}

	/** The next word that is not empty; empty at the end of the text. */
	private String next()
	{
		while ( true )
		{
			while ( word < words.length )
				if ( !words[ word++ ].isBlank() )
					return words[ word - 1 ].trim();
			if ( line == lines.length )
				return "";
			words = lines[ line++ ].split( separators );
			word = 0;
		}
	}
}
