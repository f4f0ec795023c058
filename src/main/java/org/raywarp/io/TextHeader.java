/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of a header in text, with errors that name file and field.
 *
 * @param file
 *            whose header this is
 * @param fields
 *            values by lower-case names
 * @param bytes
 *            length of the header
 */
record TextHeader( Path file, Map< String, String > fields, long bytes )
{

	/** Far above any real header, and little memory. */
	private static final int MAX_BYTES = 1 << 20;

	/**
	 * @param file
	 *            for errors
	 * @param in
	 *            at the beginning of a line
	 * @param before
	 *            number of header bytes before
	 * @return the line with its end of line, decoded byte by byte; null at the end of the file
	 * @throws IOException
	 *             if the header is longer than 1 MiB
	 */
	static String line( final Path file, final InputStream in, final long before ) throws IOException
	{
		final StringBuilder line = new StringBuilder();
		for ( int b = in.read(); b >= 0; b = in.read() )
		{
			line.append( ( char ) b );
			if ( b == '\n' )
				break;
			if ( before + line.length() > MAX_BYTES )
				throw new IOException( file + " has a header of more than " + MAX_BYTES + " bytes; expected a short text." );
		}
		return line.length() == 0 ? null : line.toString();
	}

	/**
	 * @param name
	 *            of a field
	 * @return its value, or null
	 */
	String text( final String name )
	{
		return fields.get( name.toLowerCase( Locale.ROOT ) );
	}

	/**
	 * @param names
	 *            of a field, the first one in the header counts
	 * @return its value, or null
	 */
	String textOfAny( final String... names )
	{
		for ( final String name : names )
			if ( text( name ) != null )
				return text( name );
		return null;
	}

	/**
	 * @param name
	 *            of a field
	 * @return its value
	 * @throws IOException
	 *             if there is none
	 */
	String required( final String name ) throws IOException
	{
		if ( text( name ) == null )
			throw new IOException( file + " has no field \"" + name + "\" in its header." );
		return text( name );
	}

	/**
	 * @param name
	 *            of the field, for errors
	 * @param text
	 *            its value
	 * @param count
	 *            how many numbers are expected
	 * @return the numbers
	 * @throws IOException
	 *             if there are others
	 */
	double[] numbers( final String name, final String text, final int count ) throws IOException
	{
		try
		{
			final double[] numbers = Arrays.stream( text.trim().split( "[\\s,()]+" ) ).filter( s -> !s.isEmpty() )
					.mapToDouble( Double::parseDouble ).toArray();
			if ( numbers.length == count )
				return numbers;
		}
		catch ( final NumberFormatException e )
		{
			// Answered below, together with a wrong count.
		}
		throw new IOException( file + ": the field \"" + name + "\" is \"" + text + "\"; expected " + count + " numbers." );
	}

	/**
	 * @param name
	 *            of a field
	 * @param count
	 *            how many numbers are expected
	 * @return the whole numbers
	 * @throws IOException
	 *             if there is no such field, or it holds others
	 */
	long[] wholeNumbers( final String name, final int count ) throws IOException
	{
		final double[] numbers = numbers( name, required( name ), count );
		for ( final double v : numbers )
			if ( v != Math.rint( v ) || Math.abs( v ) > 1L << 53 )
				throw new IOException( file + ": the field \"" + name + "\" is \"" + required( name ) + "\"; expected whole numbers." );
		return Arrays.stream( numbers ).mapToLong( v -> ( long ) v ).toArray();
	}

	/**
	 * @param name
	 *            of the field, for errors
	 * @param dataFile
	 *            what the header calls the file with the voxels
	 * @return that file, in the folder of the header
	 * @throws IOException
	 *             if it lies elsewhere or does not exist
	 */
	Path sibling( final String name, final String dataFile ) throws IOException
	{
		final String plain = dataFile.startsWith( "./" ) ? dataFile.substring( 2 ) : dataFile;
		if ( plain.isEmpty() || plain.contains( "/" ) || plain.contains( "\\" ) || plain.contains( ":" ) || plain.equals( ".." ) )
			throw new IOException( file + ": the field \"" + name + "\" is \"" + dataFile
					+ "\"; expected the name of a file in the same folder." );
		final Path data = file.resolveSibling( new String( plain.getBytes( StandardCharsets.ISO_8859_1 ), StandardCharsets.UTF_8 ) );
		if ( !Files.isRegularFile( data ) )
			throw new IOException(
					file + ": the file \"" + dataFile + "\" of the field \"" + name + "\" does not exist in the same folder." );
		return data;
	}
}
