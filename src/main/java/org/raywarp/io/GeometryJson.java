/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.View;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What the geometries in JSON have in common. Programs whose parameters are arguments of a constructor have no file of their
 * own: here it is an object of these arguments, or {@code {"format": NAME, "views": [ {"name": ..., ...}, ... ]}} of several.
 */
final class GeometryJson
{
	/**
	 * Reads one object of arguments.
	 */
	@FunctionalInterface
	interface Reader
	{
		/**
		 * @param name
		 *            what the view is called
		 * @param arguments
		 *            the object
		 * @return its views, at least one
		 * @throws IOException
		 *             if something in it is wrong
		 */
		List< View > read( String name, JsonFields arguments ) throws IOException;
	}

	private GeometryJson()
	{}

	/**
	 * @param file
	 *            a JSON file
	 * @param reader
	 *            reads one object
	 * @return the views of all objects
	 * @throws IOException
	 *             from reader, or if there are too many views or none
	 */
	static List< View > read( final Path file, final Reader reader ) throws IOException
	{
		final JsonFields root = JsonFields.parse( file.toString(), GeometryCodec.text( file ) );
		if ( !root.has( "views" ) )
			return reader.read( GeometryCodec.stem( file ), root );
		root.requireOnly( "format", "views" );
		final List< View > views = new ArrayList<>();
		for ( final JsonElement e : root.array( "views" ) )
		{
			final String where = file + ": view " + ( views.size() + 1 );
			if ( !e.isJsonObject() )
				throw new IOException( where + " is " + e + "; expected an object." );
			final JsonFields fields = new JsonFields( where, "", e.getAsJsonObject() );
			views.addAll( reader.read( fields.has( "name" ) ? fields.text( "name" ) : "view " + ( views.size() + 1 ), fields ) );
		}
		if ( views.isEmpty() || views.size() > GeometryCodec.MAX_VIEWS )
			throw root.wrong( "views", "an array of " + views.size() + " views", "1 to " + GeometryCodec.MAX_VIEWS );
		return views;
	}

	/**
	 * @param format
	 *            its name
	 * @param views
	 *            objects of arguments
	 * @param file
	 *            written as it is
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final String format, final JsonArray views, final Path file ) throws IOException
	{
		final JsonObject root = new JsonObject();
		root.addProperty( "format", format );
		root.add( "views", views );
		write( root, file );
	}

	/**
	 * @param root
	 *            an object
	 * @param file
	 *            written as it is
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final JsonObject root, final Path file ) throws IOException
	{
		final String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create().toJson( root ) + "\n";
		Files.write( file, text.getBytes( StandardCharsets.UTF_8 ) );
	}

	/**
	 * @param numbers
	 *            any
	 * @return them as an array
	 */
	static JsonArray array( final double... numbers )
	{
		final JsonArray array = new JsonArray();
		for ( final double v : numbers )
			array.add( v );
		return array;
	}

	/**
	 * @param numbers
	 *            of a matrix, row by row
	 * @param columns
	 *            how many make a row
	 * @return an array of the rows
	 */
	static JsonArray matrix( final double[] numbers, final int columns )
	{
		final JsonArray matrix = new JsonArray();
		for ( int i = 0; i < numbers.length; i += columns )
		{
			final JsonArray row = new JsonArray();
			for ( int c = 0; c < columns; ++c )
				row.add( numbers[ i + c ] );
			matrix.add( row );
		}
		return matrix;
	}
}
