/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.raywarp.deformation.Similarity;
import org.raywarp.io.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What a data set consists of: the file {@value #FILE}. It is written before the first case, and says all about every
 * case but its images.
 *
 * @param format
 *            {@value #FORMAT}
 * @param version
 *            {@value #VERSION}
 * @param settings
 *            how the cases are made
 * @param cases
 *            the cases in order
 */
record DatasetIndex( String format, int version, PhantomSettings settings, List< Entry > cases )
{

	static final String FILE = "index.json";

	static final String FORMAT = "raywarp-dataset";

	static final int VERSION = 1;

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

	/**
	 * @param name
	 *            of the case and its folder
	 * @param bone
	 *            name of the bone
	 * @param person
	 *            whose bone it is
	 * @param atlasFromSubject
	 *            as in {@link Case}
	 */
	record Entry( String name, String bone, String person, Similarity atlasFromSubject )
	{}

	DatasetIndex( final PhantomSettings settings, final List< Entry > cases )
	{
		this( FORMAT, VERSION, settings, cases );
	}

	/**
	 * @param folder
	 *            of the data set
	 * @return its index
	 * @throws IOException
	 *             if there is none, or it is not one
	 */
	static DatasetIndex read( final Path folder ) throws IOException
	{
		final Path file = folder.resolve( FILE );
		if ( !Files.isRegularFile( file ) )
			throw new IOException( folder + " is no data set: it has no " + FILE + "." );
		try
		{
			final DatasetIndex index = GSON.fromJson( Files.readString( file ), DatasetIndex.class );
			if ( index == null || !FORMAT.equals( index.format ) || index.version != VERSION )
				throw new IOException( file + " is not the index of a data set; expected the format " + FORMAT
						+ ", version " + VERSION + "." );
			Objects.requireNonNull( index.settings, "there are no settings" );
			if ( Objects.requireNonNull( index.cases, "there are no cases" ).isEmpty() )
				throw new IOException( file + " lists no case." );
			for ( final Entry entry : index.cases )
			{
				Objects.requireNonNull( entry.person, "a case has no person" );
				Objects.requireNonNull( entry.atlasFromSubject, "a case has no atlasFromSubject" );
				if ( !Objects.requireNonNull( entry.name, "a case has no name" ).matches( "[A-Za-z0-9-]+" ) )
					throw new IOException( file + " has a case \"" + entry.name + "\"; expected a name of letters, digits and hyphens." );
			}
			return index;
		}
		catch ( final RuntimeException e )
		{
			throw new IOException( file + " is not the index of a data set: " + e.getMessage(), e );
		}
	}

	/**
	 * Writes the index, unless the same one is there.
	 *
	 * @param folder
	 *            of the data set
	 * @throws IOException
	 *             if another index is there, or it cannot be written
	 */
	void writeOrRequireSame( final Path folder ) throws IOException
	{
		final Path file = folder.resolve( FILE );
		final String json = GSON.toJson( this ) + "\n";
		if ( !Files.exists( file ) )
			WholeFile.write( file, temporary -> Files.writeString( temporary, json ) );
		else if ( !Files.readString( file ).equals( json ) )
			throw new IOException(
					file + " describes another data set; expected an empty folder, or the same surfaces, cases and settings." );
	}
}
