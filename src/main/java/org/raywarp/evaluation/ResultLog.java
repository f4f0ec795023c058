/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.raywarp.io.WholeFile;

/**
 * Results as lines of a CSV file that grows while an experiment runs and is taken up again where it ended: first lines that
 * begin with # and say with what settings the results were made, then the names of the columns, then a line a result. A
 * line is appended by one write; the rest of one that a killed run left behind is cut off. Not safe for use by several
 * threads or programs at once.
 */
final class ResultLog implements AutoCloseable
{
	private final FileChannel channel;

	private final List< List< String > > rows = new ArrayList<>();

	private ResultLog( final FileChannel channel )
	{
		this.channel = channel;
	}

	/**
	 * @param file
	 *            a CSV file; made if it is not there, its folder exists
	 * @param settings
	 *            lines without line breaks
	 * @param columns
	 *            their names
	 * @return the log
	 * @throws IOException
	 *             if the file was made with other settings or has other columns, or it cannot be read or written
	 */
	static ResultLog open( final Path file, final List< String > settings, final List< String > columns ) throws IOException
	{
		final StringBuilder head = new StringBuilder();
		settings.forEach( line -> head.append( "# " ).append( line ).append( '\n' ) );
		head.append( String.join( ",", columns ) ).append( '\n' );
		if ( !Files.exists( file ) )
			WholeFile.write( file, temporary -> Files.writeString( temporary, head ) );
		final String text = Files.readString( file );
		if ( !text.startsWith( head.toString() ) )
			throw new IOException( file + " was made with other settings: it begins with \"" + firstDifference( text, head.toString() )
					+ "\" where this experiment has \"" + firstDifference( head.toString(), text )
					+ "\"; expected the same, or another folder for the results." );
		final ResultLog log = new ResultLog( FileChannel.open( file, StandardOpenOption.WRITE ) );
		final String whole = text.substring( 0, text.lastIndexOf( '\n' ) + 1 );
		whole.substring( head.length() ).lines().forEach( line -> log.rows.add( List.of( line.split( ",", -1 ) ) ) );
		final int bytes = whole.getBytes( StandardCharsets.UTF_8 ).length;
		log.channel.truncate( bytes );
		log.channel.position( bytes );
		for ( final List< String > row : log.rows )
			if ( row.size() != columns.size() )
			{
				log.close();
				throw new IOException( file + " has a line of " + row.size() + " cells; expected " + columns.size() + ": "
						+ String.join( ",", row ) );
			}
		return log;
	}

	private static String firstDifference( final String text, final String other )
	{
		final List< String > lines = text.lines().toList(), others = other.lines().toList();
		for ( int i = 0; i < lines.size(); ++i )
			if ( i >= others.size() || !lines.get( i ).equals( others.get( i ) ) )
				return lines.get( i );
		return "";
	}

	/**
	 * @return the rows so far, in the order in which they were appended
	 */
	List< List< String > > rows()
	{
		return List.copyOf( rows );
	}

	/**
	 * @param cells
	 *            one a column; commas and line breaks in them become semicolons
	 * @throws IOException
	 *             if they cannot be written
	 */
	void append( final List< String > cells ) throws IOException
	{
		final List< String > row = cells.stream().map( cell -> cell.replaceAll( "[,\\r\\n]+", ";" ) ).toList();
		channel.write( ByteBuffer.wrap( ( String.join( ",", row ) + "\n" ).getBytes( StandardCharsets.UTF_8 ) ) );
		rows.add( row );
	}

	@Override
	public void close() throws IOException
	{
		channel.close();
	}
}
