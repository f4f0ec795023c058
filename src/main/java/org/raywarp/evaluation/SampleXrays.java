/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * The X-rays of {@link SampleData} that are in the jar, as files: other commands take the geometry as a file.
 */
public final class SampleXrays
{
	/** Both X-rays, their masks, and the geometry, which comes last. */
	public static final List< String > FILES =
			List.of( "frontal.tif", "lateral.tif", "frontal-mask.tif", "lateral-mask.tif", "geometry.json" );

	private SampleXrays()
	{}

	/**
	 * Writes those files that are not there or differ; each appears whole.
	 *
	 * @param folder
	 *            made if it is not there
	 * @throws IOException
	 *             if they cannot be written
	 */
	public static void write( final Path folder ) throws IOException
	{
		Files.createDirectories( folder );
		for ( final String name : FILES )
		{
			final byte[] bytes = read( name );
			final Path file = folder.resolve( name );
			if ( Files.isRegularFile( file ) && Files.size( file ) == bytes.length && Arrays.equals( Files.readAllBytes( file ), bytes ) )
				continue;
			final Path temporary = Files.createTempFile( folder, ".partial", null );
			try
			{
				Files.write( temporary, bytes );
				Files.move( temporary, file, StandardCopyOption.REPLACE_EXISTING );
			}
			finally
			{
				Files.deleteIfExists( temporary );
			}
		}
	}

	private static byte[] read( final String name ) throws IOException
	{
		try ( InputStream in = SampleXrays.class.getResourceAsStream( "samples/" + name ) )
		{
			if ( in == null )
				throw new IOException( "The sample " + name + " does not come with this build of RayWarp." );
			return in.readAllBytes();
		}
	}
}
