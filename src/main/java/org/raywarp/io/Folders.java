/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Whole folders.
 */
public final class Folders
{
	private Folders()
	{}

	/**
	 * Deletes a folder with all that is in it, or nothing where there is none; links are deleted, not followed.
	 *
	 * @param folder
	 *            the folder
	 * @throws IOException
	 *             if something in it cannot be deleted
	 */
	public static void delete( final Path folder ) throws IOException
	{
		if ( !Files.exists( folder ) )
			return;
		try ( Stream< Path > paths = Files.walk( folder ) )
		{
			for ( final Path path : paths.sorted( Comparator.reverseOrder() ).toList() )
				Files.delete( path );
		}
		catch ( final UncheckedIOException e )
		{
			throw e.getCause();
		}
	}
}
