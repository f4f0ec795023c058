/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.raywarp.io.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What a data set consists of: the file {@value #FILE}. It is written before the first case, one line a case, and says how
 * cases are made, whose they are, and what they are for.
 *
 * @param format
 *            {@value #FORMAT}
 * @param version
 *            {@value #VERSION}
 * @param settings
 *            what the cases are like
 * @param shapes
 *            which bones they are made of
 * @param split
 *            how many persons, bones and cases each part has
 * @param cases
 *            the cases in order
 */
record DatasetIndex( String format, int version, PhantomSettings settings, Shapes shapes, Map< DatasetPart, Counts > split,
		List< Entry > cases )
{

	static final String FILE = "index.json";

	static final String FORMAT = "raywarp-dataset";

	static final int VERSION = 2;

	private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().create(), ONE_LINE = new Gson();

	/**
	 * @param source
	 *            where the shapes come from
	 * @param casesPerShape
	 *            number of consecutive cases of one shape
	 * @param atlas
	 *            that the true similarities lead to
	 */
	record Shapes( ShapeSource source, int casesPerShape, String atlas )
	{}

	/**
	 * @param persons
	 *            number of persons
	 * @param people
	 *            their names where they are real; of the persons of a shape model where there is one; absent for parametric
	 *            femora
	 * @param bones
	 *            number of different bones
	 * @param cases
	 *            number of cases
	 */
	record Counts( int persons, Set< String > people, int bones, int cases )
	{}

	/**
	 * @param name
	 *            of the case and its folder
	 * @param bone
	 *            name of the bone
	 * @param person
	 *            whose bone it is
	 * @param part
	 *            what the case is for
	 */
	record Entry( String name, String bone, String person, DatasetPart part )
	{}

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
			final DatasetIndex index = ONE_LINE.fromJson( Files.readString( file ), DatasetIndex.class );
			if ( index == null || !FORMAT.equals( index.format ) || index.version != VERSION )
				throw new IOException( file + " is not the index of a data set; expected the format " + FORMAT
						+ ", version " + VERSION + "." );
			Objects.requireNonNull( index.settings, "there are no settings" );
			if ( Objects.requireNonNull( index.cases, "there are no cases" ).isEmpty() )
				throw new IOException( file + " lists no case." );
			for ( final Entry entry : index.cases )
			{
				Objects.requireNonNull( entry.person, "a case has no person" );
				Objects.requireNonNull( entry.part, "a case is for none of TRAINING, VALIDATION and TEST" );
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
	 * Writes the index of the cases to come, unless the same one is there.
	 *
	 * @param settings
	 *            of the data set; its folder exists
	 * @param maker
	 *            of its cases
	 * @throws IOException
	 *             if another index or cases without one are there, or it cannot be written
	 */
	static void writeOrRequireSame( final DatasetSettings settings, final CaseMaker maker ) throws IOException
	{
		final Path file = settings.output().resolve( FILE ), fresh = settings.output().resolve( "." + FILE + ".fresh" );
		final boolean present = Files.exists( file );
		if ( !present && Files.exists( settings.output().resolve( CaseDraw.name( 0 ) ) ) )
			throw new IOException( settings.output() + " has cases but no " + FILE + "; expected an empty folder." );
		try
		{
			WholeFile.write( present ? fresh : file, temporary -> write( settings, maker, temporary ) );
			if ( present && Files.mismatch( file, fresh ) >= 0 )
				throw new IOException(
						file + " describes another data set; expected an empty folder, or the same surfaces, cases and settings." );
		}
		finally
		{
			Files.deleteIfExists( fresh );
		}
	}

	private static void write( final DatasetSettings settings, final CaseMaker maker, final Path file ) throws IOException
	{
		final ShapeSettings shapes = settings.shapes();
		final Shapes origin = new Shapes( shapes.source(), shapes.casesPerShape(), "mean parametric femur" );
		final String head = PRETTY.toJson( new DatasetIndex( FORMAT, VERSION, settings.phantoms(), origin, counts( maker ), null ) );
		try ( BufferedWriter out = Files.newBufferedWriter( file ) )
		{
			out.write( head.substring( 0, head.lastIndexOf( "\n}" ) ) + ",\n  \"cases\": [\n" );
			for ( int i = 0; i < maker.size(); ++i )
				out.write( "    " + ONE_LINE.toJson( maker.entry( i ) ) + ( i + 1 < maker.size() ? ",\n" : "\n  ]\n}\n" ) );
		}
	}

	private static Map< DatasetPart, Counts > counts( final CaseMaker maker )
	{
		final Map< DatasetPart, Counts > counts = new EnumMap<>( DatasetPart.class );
		for ( final DatasetPart part : DatasetPart.values() )
		{
			final Set< String > persons = new HashSet<>(), bones = new HashSet<>();
			int cases = 0;
			for ( int i = 0; i < maker.size(); ++i )
			{
				final Entry entry = maker.entry( i );
				if ( entry.part != part )
					continue;
				persons.add( entry.person );
				bones.add( entry.bone );
				++cases;
			}
			final Set< String > people = new TreeSet<>( maker.bones().people( part ) );
			counts.put( part, new Counts( people.isEmpty() ? persons.size() : people.size(), people.isEmpty() ? null : people, bones.size(),
					cases ) );
		}
		return counts;
	}
}
