/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.ProjectionMatrix;
import org.raywarp.geometry.View;
import org.raywarp.io.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What the images of a case do not say: the file {@value #FILE} in its folder.
 *
 * @param entry
 *            as in the index of the data set
 * @param atlasFromSubject
 *            the true similarity, as in {@link Case.Truth}
 * @param radiation
 *            what the radiographs were taken with
 * @param trueProjections
 *            rows of the true projection matrices where the views of the geometry file are imperfect; absent otherwise
 */
record CaseDescription( DatasetIndex.Entry entry, Similarity atlasFromSubject, Radiation.Drawn radiation,
		List< double[] > trueProjections )
{

	static final String FILE = "case.json";

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

	static CaseDescription of( final Case made, final DatasetIndex.Entry entry )
	{
		final List< View > views = made.truth().views(), seen = made.drrs().stream().map( drr -> drr.view() ).toList();
		return new CaseDescription( entry, made.atlasFromSubject(), made.truth().radiation(),
				views.equals( seen ) ? null : views.stream().map( view -> view.projection().toArray() ).toList() );
	}

	void write( final Path folder ) throws IOException
	{
		final String json = GSON.toJson( this ) + "\n";
		WholeFile.write( folder.resolve( FILE ), temporary -> Files.writeString( temporary, json ) );
	}

	/**
	 * @param folder
	 *            of a case
	 * @return its description
	 * @throws IOException
	 *             if it is missing or damaged
	 */
	static CaseDescription read( final Path folder ) throws IOException
	{
		final Path file = folder.resolve( FILE );
		if ( !Files.isRegularFile( file ) )
			throw new IOException( folder + " is no case of a data set: it has no " + FILE + "." );
		try
		{
			final CaseDescription description = GSON.fromJson( Files.readString( file ), CaseDescription.class );
			Objects.requireNonNull( description, "it is empty" );
			Objects.requireNonNull( description.atlasFromSubject, "there is no atlasFromSubject" );
			return description;
		}
		catch ( final RuntimeException e )
		{
			throw new IOException( file + " does not describe a case: " + e.getMessage(), e );
		}
	}

	/**
	 * @param seen
	 *            the views of the geometry file
	 * @return what is known beyond the images
	 */
	Case.Truth truth( final List< View > seen )
	{
		final List< View > views = new ArrayList<>();
		for ( int i = 0; i < seen.size(); ++i )
		{
			final View view = seen.get( i );
			views.add( trueProjections == null ? view
					: new View( view.name(), ProjectionMatrix.of( trueProjections.get( i ) ), view.columns(), view.rows(),
							view.pixelSpacingX(), view.pixelSpacingY() ) );
		}
		return new Case.Truth( atlasFromSubject, views, radiation );
	}
}
