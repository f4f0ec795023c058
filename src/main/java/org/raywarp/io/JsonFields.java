/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * An object of a JSON file whose keys and types are checked: nothing unknown, nothing twice, no NaN.
 *
 * @param where
 *            file and view, for errors
 * @param prefix
 *            path of the object within the view, for errors
 * @param object
 *            the object
 */
public record JsonFields( String where, String prefix, JsonObject object )
{

	private static final int MAX_DEPTH = 16;

	/** A string, or a number that JSON does not have: what is no number must get as far as its key to be named with it. */
	private static final Pattern NOT_A_NUMBER = Pattern.compile( "\"(?:[^\"\\\\]++|\\\\.)*+\"|[+-]?\\b(?:NaN|Infinity)\\b" );

	/**
	 * @param where
	 *            the file, for errors
	 * @param text
	 *            its content
	 * @return the object that the file is
	 * @throws IOException
	 *             if it is not strict JSON, not an object, or a key is there twice
	 */
	public static JsonFields parse( final String where, final String text ) throws IOException
	{
		final String strict = NOT_A_NUMBER.matcher( text )
				.replaceAll( m -> Matcher.quoteReplacement( m.group().startsWith( "\"" ) ? m.group() : '"' + m.group() + '"' ) );
		final JsonReader reader = new JsonReader( new StringReader( strict ) );
		reader.setLenient( false );
		final JsonElement root;
		try
		{
			root = element( reader, 0 );
			if ( reader.peek() != JsonToken.END_DOCUMENT )
				throw new IOException( "something follows its end" );
		}
		catch ( final IOException | JsonParseException | IllegalStateException | NumberFormatException e )
		{
			throw new IOException( where + " is not valid JSON at " + oneLine( reader.getPath() ) + ": " + oneLine( problem( e ) ) + ".",
					e );
		}
		if ( !root.isJsonObject() )
			throw new IOException( where + " is not a JSON object; expected {\"format\": ...}." );
		return new JsonFields( where, "", root.getAsJsonObject() );
	}

	/** The reader quotes keys as they are, and a broken file has keys of many lines. */
	private static String oneLine( final String text )
	{
		return text.replaceAll( "\\s+", " " );
	}

	/** Without the reader's advice to programmers. */
	private static String problem( final Exception e )
	{
		return e instanceof MalformedJsonException
				? e.getMessage().replaceFirst( "^Use JsonReader\\S* to accept malformed JSON", "malformed" )
				: e.getMessage();
	}

	private static JsonElement element( final JsonReader reader, final int depth ) throws IOException
	{
		if ( depth > MAX_DEPTH )
			throw new IOException( "it is nested deeper than " + MAX_DEPTH );
		switch ( reader.peek() )
		{
		case BEGIN_OBJECT:
			final JsonObject object = new JsonObject();
			reader.beginObject();
			while ( reader.hasNext() )
			{
				final String name = reader.nextName();
				if ( object.has( name ) )
					throw new IOException( "the key \"" + name + "\" is there twice" );
				object.add( name, element( reader, depth + 1 ) );
			}
			reader.endObject();
			return object;
		case BEGIN_ARRAY:
			final JsonArray array = new JsonArray();
			reader.beginArray();
			while ( reader.hasNext() )
				array.add( element( reader, depth + 1 ) );
			reader.endArray();
			return array;
		case STRING:
			return new JsonPrimitive( reader.nextString() );
		case NUMBER:
			return new JsonPrimitive( Double.parseDouble( reader.nextString() ) );
		case BOOLEAN:
			return new JsonPrimitive( reader.nextBoolean() );
		case NULL:
			reader.nextNull();
			return JsonNull.INSTANCE;
		default:
			throw new IOException( "it ends too early" );
		}
	}

	/**
	 * @param keys
	 *            all that may be there
	 * @throws IOException
	 *             if another key is there
	 */
	public void requireOnly( final String... keys ) throws IOException
	{
		final Set< String > unknown = new TreeSet<>( object.keySet() );
		unknown.removeAll( Arrays.asList( keys ) );
		if ( !unknown.isEmpty() )
			throw new IOException( where + ": unknown key \"" + prefix + unknown.iterator().next() + "\"; expected only "
					+ String.join( ", ", keys ) + "." );
	}

	/**
	 * @param key
	 *            of a member
	 * @return whether it is there
	 */
	public boolean has( final String key )
	{
		return object.has( key );
	}

	private JsonElement required( final String key ) throws IOException
	{
		if ( !object.has( key ) )
			throw new IOException( where + ": the key \"" + prefix + key + "\" is missing." );
		return object.get( key );
	}

	/**
	 * @param key
	 *            of a member
	 * @return its text
	 * @throws IOException
	 *             if it is missing or no text
	 */
	public String text( final String key ) throws IOException
	{
		final JsonElement e = required( key );
		if ( !e.isJsonPrimitive() || !e.getAsJsonPrimitive().isString() || e.getAsString().isBlank() )
			throw wrong( key, e, "a text" );
		return e.getAsString();
	}

	/**
	 * @param key
	 *            of a member
	 * @return true or false
	 * @throws IOException
	 *             if it is missing or neither
	 */
	public boolean truth( final String key ) throws IOException
	{
		final JsonElement e = required( key );
		if ( !e.isJsonPrimitive() || !e.getAsJsonPrimitive().isBoolean() )
			throw wrong( key, e, "true or false" );
		return e.getAsBoolean();
	}

	/**
	 * @param key
	 *            of a member
	 * @param missing
	 *            returned where it is missing
	 * @return true or false
	 * @throws IOException
	 *             if it is neither
	 */
	public boolean truth( final String key, final boolean missing ) throws IOException
	{
		return has( key ) ? truth( key ) : missing;
	}

	/**
	 * @param key
	 *            of a member
	 * @return its number
	 * @throws IOException
	 *             if it is missing or no finite number
	 */
	public double number( final String key ) throws IOException
	{
		return number( key, required( key ), "a finite number" );
	}

	/**
	 * @param key
	 *            of a member
	 * @param missing
	 *            returned where it is missing
	 * @return its number
	 * @throws IOException
	 *             if it is no finite number
	 */
	public double number( final String key, final double missing ) throws IOException
	{
		return has( key ) ? number( key ) : missing;
	}

	/**
	 * @param key
	 *            of a member
	 * @param least
	 *            smallest number allowed
	 * @param most
	 *            largest number allowed
	 * @return its number
	 * @throws IOException
	 *             if it is missing or no whole number between these
	 */
	public int whole( final String key, final int least, final int most ) throws IOException
	{
		final String expected = "a whole number from " + least + " to " + most;
		final double v = number( key, required( key ), expected );
		if ( v != Math.rint( v ) || v < least || v > most )
			throw wrong( key, object.get( key ), expected );
		return ( int ) v;
	}

	/**
	 * @param key
	 *            of a member
	 * @param count
	 *            how many numbers are expected
	 * @return its numbers
	 * @throws IOException
	 *             if it is missing or no array of so many finite numbers
	 */
	public double[] numbers( final String key, final int count ) throws IOException
	{
		final String expected = "an array of " + count + " finite numbers";
		final JsonElement e = required( key );
		if ( !e.isJsonArray() || e.getAsJsonArray().size() != count )
			throw wrong( key, e, expected );
		final double[] v = new double[ count ];
		for ( int i = 0; i < count; ++i )
			v[ i ] = number( key, e.getAsJsonArray().get( i ), expected );
		return v;
	}

	/**
	 * @param key
	 *            of a member
	 * @param rows
	 *            how many rows are expected
	 * @param columns
	 *            how many numbers are expected in each
	 * @return its numbers, row by row
	 * @throws IOException
	 *             if it is missing or no array of so many arrays of so many finite numbers
	 */
	public double[] matrix( final String key, final int rows, final int columns ) throws IOException
	{
		final String expected = rows + " rows of " + columns + " finite numbers";
		if ( array( key ).size() != rows )
			throw wrong( key, object.get( key ), expected );
		final double[] matrix = new double[ rows * columns ];
		for ( int r = 0; r < rows; ++r )
		{
			final JsonElement row = array( key ).get( r );
			if ( !row.isJsonArray() || row.getAsJsonArray().size() != columns )
				throw wrong( key, object.get( key ), expected );
			for ( int c = 0; c < columns; ++c )
				matrix[ r * columns + c ] = number( key, row.getAsJsonArray().get( c ), expected );
		}
		return matrix;
	}

	/**
	 * @param key
	 *            of a member
	 * @return its object
	 * @throws IOException
	 *             if it is missing or no object
	 */
	public JsonFields object( final String key ) throws IOException
	{
		final JsonElement e = required( key );
		if ( !e.isJsonObject() )
			throw wrong( key, e, "an object" );
		return new JsonFields( where, prefix + key + ".", e.getAsJsonObject() );
	}

	/**
	 * @param key
	 *            of a member
	 * @return its array
	 * @throws IOException
	 *             if it is missing or no array
	 */
	public List< JsonElement > array( final String key ) throws IOException
	{
		final JsonElement e = required( key );
		if ( !e.isJsonArray() )
			throw wrong( key, e, "an array" );
		return e.getAsJsonArray().asList();
	}

	private double number( final String key, final JsonElement e, final String expected ) throws IOException
	{
		if ( !e.isJsonPrimitive() || !e.getAsJsonPrimitive().isNumber() || !Double.isFinite( e.getAsDouble() ) )
			throw wrong( key, e, expected );
		return e.getAsDouble();
	}

	/**
	 * @param key
	 *            of a member
	 * @param value
	 *            what it is
	 * @param expected
	 *            what it should be
	 * @return the error to throw
	 */
	public IOException wrong( final String key, final Object value, final String expected )
	{
		final String text = String.valueOf( value );
		return new IOException(
				where + ": the key \"" + prefix + key + "\" is " + ( text.length() > 80 ? text.substring( 0, 80 ) + "..." : text )
						+ "; expected " + expected + "." );
	}
}
