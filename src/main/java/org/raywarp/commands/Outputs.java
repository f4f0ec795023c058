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
