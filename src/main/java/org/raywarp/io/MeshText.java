/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * Numbers in the lines of surface files.
 */
final class MeshText
{
	private MeshText()
	{}

	/**
	 * @param file
	 *            for errors
	 * @param line
	 *            number of the line, for errors
	 * @param tokens
	 *            its words
	 * @return the next word as a number
	 * @throws IOException
	 *             if there is none
	 */
	static double number( final Path file, final int line, final StringTokenizer tokens ) throws IOException
	{
		final String word = tokens.hasMoreTokens() ? tokens.nextToken() : "";
		try
		{
			return Double.parseDouble( word );
		}
		catch ( final NumberFormatException e )
		{
			throw new IOException( file + ", line " + line + ": \"" + word + "\" stands where a number is expected.", e );
		}
	}
}
