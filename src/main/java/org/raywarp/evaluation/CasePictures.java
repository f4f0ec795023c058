/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.math3.stat.StatUtils;
import org.raywarp.dataset.Case;
import org.raywarp.io.WholeFile;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.viewer.ComparisonPicture;
import org.raywarp.viewer.Picture;
import org.raywarp.viewer.SurfaceReview;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;

/**
 * Pictures of what systems made of single cases, one a case and system (Van Houtte et al. 2022, Fig. 2), and the distances
 * between the surfaces that they show.
 *
 * @param count
 *            number of cases to draw, the first ones
 */
public record CasePictures( int count )
{
	private static final List< String > COLUMNS =
			List.of( "case", "person", "mean_mm", "median_mm", "p95_mm", "greatest_mm", "picture" );

	/**
	 * Writes {@code figure-2-CASE-SYSTEM.png}, {@code figure-2.csv} and {@code figure-2.md}. Pictures that are there already
	 * are not drawn again.
	 *
	 * @param measuring
	 *            the cases
	 * @param systems
	 *            of different names
	 * @param folder
	 *            that exists
	 * @param progress
	 *            told of every picture
	 * @throws IOException
	 *             if something cannot be read or written
	 */
	public void run( final Measuring measuring, final List< RegistrationSystem > systems, final Path folder, final Progress progress )
			throws IOException
	{
		Files.createDirectories( measuring.folder() );
		final int cases = Math.min( count, measuring.cases().size() );
		final StringBuilder csv = new StringBuilder( "system," + String.join( ",", COLUMNS ) + "\n" ), table = new StringBuilder(
				"# Figure 2: distance of the predicted surface to the true one\n\n| system | case | person | mean (mm) | median (mm) | 95 % (mm) | greatest (mm) | picture |\n|---|---|---|---|---|---|---|---|\n" );
		for ( int s = 0; s < systems.size(); ++s )
		{
			final RegistrationSystem system = systems.get( s );
			final int before = s * cases;
			for ( final List< String > row : rows( measuring, system, folder, cases,
					( f, what ) -> progress.report( ( before + f * cases ) / ( cases * systems.size() ), what ) ) )
			{
				csv.append( system.name() + "," + String.join( ",", row ) + "\n" );
				table.append( "| " + system.name() + " | " + String.join( " | ", row ) + " |\n" );
			}
		}
		WholeFile.write( folder.resolve( "figure-2.csv" ), file -> Files.writeString( file, csv ) );
		WholeFile.write( folder.resolve( "figure-2.md" ), file -> Files.writeString( file, table ) );
	}

	private static List< List< String > > rows( final Measuring measuring, final RegistrationSystem system, final Path folder,
			final int cases,
			final Progress progress ) throws IOException
	{
		final Path file = measuring.folder().resolve( "pictures-" + Measuring.fileName( system.name() ) + ".csv" );
		try ( ResultLog log = ResultLog.open( file, measuring.settings( system ), COLUMNS ) )
		{
			for ( int i = log.rows().size(); i < cases; ++i )
			{
				progress.report( ( double ) i / cases, "drawing case " + i + " of " + system.name() );
				log.append( row( measuring, system, folder, i ) );
			}
			return log.rows().subList( 0, cases );
		}
	}

	private static List< String > row( final Measuring measuring, final RegistrationSystem system, final Path folder, final int which )
			throws IOException
	{
		final Case truth = measuring.cases().read( which );
		final List< Radiograph > radiographs = Trial.asTaken( which, 0 ).radiographs( truth, Optional.empty() );
		final Prediction found;
		try
		{
			found = system.predict( measuring.atlas(), radiographs, Progress.NONE );
		}
		catch ( final IllegalArgumentException refusal )
		{
			return List.of( Integer.toString( which ), truth.person(), "", "", "", "", "refused: " + refusal.getMessage() );
		}
		final Optional< SurfaceReview > surface = surface( truth, found );
		final String picture = "figure-2-" + which + "-" + Measuring.fileName( system.name() ) + ".png";
		Picture.write( ComparisonPicture.draw( system.name(), truth, radiographs, found.bone().labels(), found.registration(), surface ),
				folder.resolve( picture ) );
		final double[] distances = surface.map( SurfaceReview::distances ).orElse( new double[ 0 ] );
		return Stream.of( Stream.of( Integer.toString( which ), truth.person() ),
				Stream.of( StatUtils.mean( distances ), StatUtils.percentile( distances, 50 ), StatUtils.percentile( distances, 95 ),
						StatUtils.max( distances ) ).map( d -> Double.isNaN( d ) ? "" : String.format( Locale.ROOT, "%.3f", d ) ),
				Stream.of( picture ) ).flatMap( s -> s ).toList();
	}

	/** None where a system, poorly trained perhaps, found no bone. */
	private static Optional< SurfaceReview > surface( final Case truth, final Prediction found )
	{
		for ( final byte label : LabelArrays.of( found.bone().labels().voxels() ) )
			if ( label == Atlas.BONE )
				return SurfaceReview.of( found.bone().labels(), truth.labels() );
		return Optional.empty();
	}
}
