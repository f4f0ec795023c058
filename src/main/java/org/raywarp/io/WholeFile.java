/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files whole or not at all: beside the target first, then moved there. Whatever goes wrong, a file that was
 * there before is unharmed and nothing half written stays behind.
 */
public final class WholeFile
{
	/**
	 * Writes one file.
	 */
	@FunctionalInterface
	public interface Body
	{
		/**
		 * @param temporary
		 *            a path that is free, with the extension of the target
		 * @throws IOException
		 *             if it cannot be written
		 */
		void writeTo( Path temporary ) throws IOException;
	}

	private WholeFile()
	{}

	/**
	 * @param target
	 *            where the file is wanted; one that is there is replaced
	 * @param body
	 *            writes the file
	 * @throws IOException
	 *             if the folder does not exist, the target is a folder, or writing or moving fails
	 */
	public static void write( final Path target, final Body body ) throws IOException
	{
		final Path folder = target.toAbsolutePath().getParent();
		if ( folder == null || !Files.isDirectory( folder ) )
			throw new IOException( target + " cannot be written: its folder does not exist." );
		if ( Files.isDirectory( target ) )
			throw new IOException( target + " cannot be written: it is a folder; expected the name of a file." );
		final Path temporary = folder.resolve( "." + UUID.randomUUID() + "." + target.getFileName() );
		try
		{
			body.writeTo( temporary );
			try
			{
				Files.move( temporary, target, StandardCopyOption.ATOMIC_MOVE );
			}
			catch ( final AtomicMoveNotSupportedException e )
			{
				Files.move( temporary, target, StandardCopyOption.REPLACE_EXISTING );
			}
		}
		finally
		{
			Files.deleteIfExists( temporary );
		}
	}
}
