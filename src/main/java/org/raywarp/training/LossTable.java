/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.raywarp.io.WholeFile;
import org.raywarp.network.Losses;

/**
 * A table of losses as a CSV file, one row a step, continued where an interrupted training left off.
 */
final class LossTable implements AutoCloseable
{
	private static final String HEADER = "step,total,affine_ncc,ncc,roughness,similarity_error_mm,surface_distance_mm";

	private final BufferedWriter writer;

	private LossTable( final BufferedWriter writer )
	{
		this.writer = writer;
	}

	/**
	 * @param steps
	 *            rows of later steps are dropped: they were not yet in the checkpoint
	 */
	static LossTable open( final Path file, final long steps ) throws IOException
	{
		final List< String > kept = new ArrayList<>( List.of( HEADER ) );
		for ( final double[] row : rows( file ) )
			if ( row[ 0 ] <= steps )
				kept.add( line( ( long ) row[ 0 ], losses( row ) ) );
		WholeFile.write( file, temporary -> Files.write( temporary, kept ) );
		return new LossTable( Files.newBufferedWriter( file, StandardCharsets.UTF_8, StandardOpenOption.APPEND ) );
	}

	/** @return the complete rows of a table, none where there is no file */
	static List< double[] > rows( final Path file ) throws IOException
	{
		final List< double[] > rows = new ArrayList<>();
		if ( !Files.exists( file ) )
			return rows;
		final List< String > lines = Files.readAllLines( file );
		for ( final String line : lines.subList( Math.min( 1, lines.size() ), lines.size() ) )
		{
			final String[] cells = line.split( "," );
			if ( cells.length == 7 && cells[ 6 ].matches( ".*\\.\\d{6}" ) )
			{
				final double[] row = new double[ 7 ];
				for ( int i = 0; i < row.length; ++i )
					row[ i ] = Double.parseDouble( cells[ i ] );
				rows.add( row );
			}
		}
		return rows;
	}

	void add( final long step, final Losses losses ) throws IOException
	{
		writer.write( line( step, losses ) );
		writer.newLine();
	}

	void flush() throws IOException
	{
		writer.flush();
	}

	private static String line( final long step, final Losses l )
	{
		return String.format( Locale.ROOT, "%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f", step, l.total(), l.affineCorrelation(), l.correlation(),
				l.roughness(), l.similarityError(), l.surfaceDistance() );
	}

	/** @return the numbers of a line */
	static double[] row( final long step, final Losses l )
	{
		return new double[] { step, l.total(), l.affineCorrelation(), l.correlation(), l.roughness(), l.similarityError(),
				l.surfaceDistance() };
	}

	/** @return the losses of a row */
	static Losses losses( final double[] row )
	{
		return new Losses( row[ 1 ], row[ 2 ], row[ 3 ], row[ 4 ], row[ 5 ], row[ 6 ] );
	}

	@Override
	public void close() throws IOException
	{
		writer.close();
	}
}
