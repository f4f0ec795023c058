/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Paths of files checked before minutes of work.
 */
final class Outputs
{
	private Outputs()
	{}

	/**
	 * @param output
	 *            a file to be written
	 * @throws IOException
	 *             if its folder does not exist or nothing can be written there, or it is a folder itself
	 */
	static void requireWritable( final Path output ) throws IOException
	{
		requireFolderOf( output );
		if ( Files.isDirectory( output ) )
			throw new IOException( output + " cannot be written: it is a folder; expected the name of a file." );
		requireTakesFiles( output, output.toAbsolutePath().getParent() );
	}

	/**
	 * @param output
	 *            a folder that files are to be written to; it and the folders that it lies in may be made later
	 * @throws IOException
	 *             if it is a file, or nothing can be written in it or in the folder where it is to be made
	 */
	static void requireFolderThatTakesFiles( final Path output ) throws IOException
	{
		Path there = output.toAbsolutePath();
		while ( there.getParent() != null && !Files.exists( there ) )
			there = there.getParent();
		if ( !Files.isDirectory( there ) )
			throw new IOException( output + " cannot be written: " + there + " is not a folder." );
		requireTakesFiles( output, there );
	}

	/** Whether a folder takes files shows only when it gets one. */
	private static void requireTakesFiles( final Path output, final Path folder ) throws IOException
	{
		try
		{
			Files.delete( Files.createTempFile( folder, ".partial", null ) );
		}
		catch ( final IOException e )
		{
			throw new IOException( output + " cannot be written: the folder " + folder + " takes no files.", e );
		}
	}

	/**
	 * @param output
	 *            a file or folder to be written
	 * @throws IOException
	 *             if the folder that it lies in does not exist
	 */
	static void requireFolderOf( final Path output ) throws IOException
	{
		final Path folder = output.toAbsolutePath().getParent();
		if ( folder == null || !Files.isDirectory( folder ) )
			throw new IOException( output + " cannot be written: its folder does not exist." );
	}
}
