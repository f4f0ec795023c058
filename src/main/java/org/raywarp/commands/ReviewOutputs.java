/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.raywarp.geometry.View;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Radiograph;
import org.raywarp.viewer.CaseReport;
import org.raywarp.viewer.Review;
import org.raywarp.viewer.ReviewCase;
import org.raywarp.viewer.ReviewVolumes;
import org.raywarp.viewer.ReviewWindow;
import org.raywarp.viewer.ReviewWindow.Action;

import ij.ImagePlus;
import ij.io.SaveDialog;
import ij.measure.ResultsTable;

/**
 * What comes of a review: pictures, a text, a report file, a window.
 *
 * @param title
 *            of the case
 * @param review
 *            the case
 * @param pages
 *            what is shown of it
 * @param registration
 *            what the registration reported; may be empty
 * @param facts
 *            names and values of settings and versions, in pairs
 */
record ReviewOutputs( String title, ReviewCase review, Review pages, String registration, List< List< String > > facts )
{

	private static final int HEIGHT = 560;

	/** What a user wants to see. Without a screen everyone gets the images. */
	enum Show
	{
		/** The window. */
		WINDOW,
		/** The pictures as images of ImageJ. */
		IMAGES,
		/** The window and the images. */
		BOTH;

		boolean window()
		{
			return this != IMAGES && !GraphicsEnvironment.isHeadless();
		}

		boolean images()
		{
			return this != WINDOW || GraphicsEnvironment.isHeadless();
		}
	}

	/**
	 * @param path
	 *            what the user gave for the report; blank for none
	 * @return the file; null for none
	 * @throws IOException
	 *             if it is not an HTML file, or cannot be written
	 */
	static Path reportFile( final String path ) throws IOException
	{
		final Path file = Optionals.path( path );
		if ( file == null )
			return null;
		if ( !file.getFileName().toString().toLowerCase( Locale.ROOT ).matches( ".+\\.html?" ) )
			throw new IOException( file + " cannot be written: a report is an HTML file; expected a name that ends with .html." );
		Outputs.requireWritable( file );
		return file;
	}

	/**
	 * @param page
	 *            title of a page
	 * @param output
	 *            name of the output
	 * @param results
	 *            receives its picture
	 * @return its picture; null where the case has no such page
	 */
	ImagePlus add( final String page, final String output, final Results results )
	{
		return pages.page( page ).map( p -> results.add( new ImagePlus( output, p.draw( HEIGHT ) ) ) ).orElse( null );
	}

	/** @return the determinant as a volume; null where there is no displacement */
	ImagePlus jacobian( final Results results )
	{
		return pages.jacobian().map( j -> results.add( "jacobian", j.determinant() ) ).orElse( null );
	}

	/** @return the surface from four sides; null where the truth is not known */
	ImagePlus surface( final Results results )
	{
		return pages.surface().map( s -> results.add( new ImagePlus( "surface", s.fourSides( HEIGHT ) ) ) ).orElse( null );
	}

	/** @return the metrics; null where the truth is not known */
	ResultsTable table( final Results results )
	{
		return pages.metrics().isEmpty() ? null : results.add( "table", MetricsTable.of( pages.metrics() ) );
	}

	/** @return where the volumes are shown */
	String showVolumes()
	{
		return GraphicsEnvironment.isHeadless() ? "BigDataViewer needs a screen; there is none." : ReviewVolumes.show( review );
	}

	/**
	 * @return what the registration reported, and what the review found, line by line
	 */
	String text()
	{
		final List< String > lines = new ArrayList<>( registration.strip().lines().toList() );
		for ( final Review.Similarity s : pages.comparisons() )
			lines.add( String.format( Locale.ROOT, "%s: correlation of X-ray and DRR over the bone %.4f", s.view(), s.correlation() ) );
		if ( review.drrs().isEmpty() )
			lines.add( "no DRR was given: the projections are path lengths through the labels" );
		pages.jacobian().ifPresent( j -> lines.add( j.text() ) );
		pages.surface().ifPresent( s -> lines.add( s.text() ) );
		for ( final LabelMetrics m : pages.metrics() )
			lines.add( String.format( Locale.ROOT, "label %d: Dice %.4f, Jaccard %.4f, ASSD %.3f mm, HD95 %.3f mm", m.label(), m.dice(),
					m.jaccard(), m.assd(), m.hd95() ) );
		return String.join( System.lineSeparator(), lines );
	}

	/**
	 * Writes the report and opens the window, as far as they are wanted.
	 *
	 * @param file
	 *            where the report is written, and where the window's button writes it; null for nowhere, and to ask
	 * @param show
	 *            what the user wants to see
	 * @return the path of the report; null for none
	 * @throws IOException
	 *             if it cannot be written
	 */
	String finish( final Path file, final Show show ) throws IOException
	{
		final String written = write( file );
		if ( show.window() )
		{
			final Map< String, Action > actions = new LinkedHashMap<>();
			actions.put( file == null ? "Save report..." : "Save report", () -> save( file == null ? asked() : file ) );
			actions.put( "BigDataViewer", this::showVolumes );
			ReviewWindow.open( title, pages, text(), actions );
		}
		return written;
	}

	private String write( final Path file ) throws IOException
	{
		if ( file == null )
			return null;
		final List< View > views = review.radiographs().stream().map( Radiograph::view ).toList();
		new CaseReport( title, pages, views, registration, facts ).write( file );
		return file.toString();
	}

	private static Path asked() throws IOException
	{
		final SaveDialog dialog = new SaveDialog( "Save the report", "report", ".html" );
		return dialog.getFileName() == null ? null : reportFile( Path.of( dialog.getDirectory(), dialog.getFileName() ).toString() );
	}

	private String save( final Path file ) throws IOException
	{
		final String written = write( file );
		return written == null ? "No report was saved." : "The report is saved as " + written + ".";
	}
}
