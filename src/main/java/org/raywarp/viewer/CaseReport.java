/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.View;
import org.raywarp.metrics.LabelMetrics;

/**
 * The report of one case on one page, as an HTML file that stands alone.
 *
 * @param title
 *            of the page
 * @param review
 *            what is shown
 * @param views
 *            of the radiographs, in their order
 * @param text
 *            what the registration reported; may be empty
 * @param facts
 *            names and values of settings and versions, in pairs
 */
public record CaseReport( String title, Review review, List< View > views, String text, List< List< String > > facts )
{

	private static final int HEIGHT = 420, SMALL = 300;

	/**
	 * @param report
	 *            what a registration reported
	 * @return its line that begins with the word verdict; empty where there is none
	 */
	static String verdict( final String report )
	{
		return report.lines().map( String::strip ).filter( l -> l.toLowerCase( Locale.ROOT ).startsWith( "verdict" ) ).findFirst()
				.orElse( "" );
	}

	/**
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public void write( final Path file ) throws IOException
	{
		page().write( file );
	}

	HtmlPage page()
	{
		final HtmlPage page = new HtmlPage( title );
		final String verdict = verdict( text );
		if ( !verdict.isEmpty() )
			page.paragraph( "verdict", verdict );
		text.lines().map( String::strip ).filter( l -> l.startsWith( "WARNING" ) ).forEach( l -> page.paragraph( "warning", l ) );
		page.columns( new int[] { 50, 50 }, () -> picture( page, "X-rays", HEIGHT ), () -> picture( page, "Checkerboard", HEIGHT ) );
		page.columns( new int[] { 50, 50 }, () -> picture( page, "Slices", SMALL ), () -> picture( page, "Jacobian", SMALL ) );
		page.columns( new int[] { 70, 30 }, () -> surface( page ), () -> histogram( page ) );
		page.columns( new int[] { 50, 50 }, () -> fit( page ), () -> circumstances( page ) );
		return page;
	}

	private void picture( final HtmlPage page, final String name, final int height )
	{
		review.page( name ).ifPresent( p -> page.picture( p.draw( height ), p.title() + ". " + p.note() ) );
	}

	private void surface( final HtmlPage page )
	{
		review.surface().ifPresent( s -> page.picture( s.fourSides( SMALL ),
				"Surface of the registered bone, colored by its distance to the true one. " + s.text() + "." ) );
	}

	private void histogram( final HtmlPage page )
	{
		review.jacobian().filter( j -> j.sorted().length > 0 )
				.ifPresent( j -> page.picture( j.histogram( 360, 260 ), j.text() + "." ) );
	}

	private void fit( final HtmlPage page )
	{
		if ( !review.metrics().isEmpty() )
		{
			page.heading( "Agreement with the truth" );
			final List< List< String > > rows = new ArrayList<>();
			rows.add( List.of( "Label", "Dice", "Jaccard", "ASSD (mm)", "HD95 (mm)", "SSIM", "NCC" ) );
			for ( final LabelMetrics m : review.metrics() )
				rows.add( List.of( String.valueOf( m.label() ), number( "%.4f", m.dice() ), number( "%.4f", m.jaccard() ),
						number( "%.3f", m.assd() ), number( "%.3f", m.hd95() ), number( "%.4f", m.ssim() ), number( "%.4f", m.ncc() ) ) );
			page.table( rows );
		}
		page.heading( "Agreement with the X-rays" );
		final List< List< String > > rows = new ArrayList<>();
		rows.add( List.of( "View", "Correlation of X-ray and DRR over the bone" ) );
		for ( final Review.Similarity s : review.comparisons() )
			rows.add( List.of( s.view(), number( "%.4f", s.correlation() ) ) );
		page.table( rows );
		if ( !text.isBlank() )
		{
			page.heading( "What the registration reported" );
			page.lines( text );
		}
	}

	private void circumstances( final HtmlPage page )
	{
		page.heading( "Geometry" );
		final List< List< String > > rows = new ArrayList<>();
		rows.add( List.of( "View", "Detector (pixels; mm)", "Source at (mm)", "LAO, cranial" ) );
		for ( final View v : views )
			rows.add( List.of( v.name(),
					String.format( Locale.ROOT, "%d x %d; %.3f x %.3f", v.columns(), v.rows(), v.pixelSpacingX(), v.pixelSpacingY() ),
					String.format( Locale.ROOT, "%.1f, %.1f, %.1f", boxed( v.projection().source() ) ), angles( v ) ) );
		page.table( rows );
		page.heading( "Settings and versions" );
		final List< List< String > > pairs = new ArrayList<>( List.of( List.of( "Name", "Value" ) ) );
		pairs.addAll( facts );
		page.table( pairs );
	}

	/** Of the ray through the center of the detector. */
	private static String angles( final View view )
	{
		final CArmAngulation angles =
				CArmAngulation.ofBeam( view.projection().rayDirection( ( view.columns() - 1 ) / 2.0, ( view.rows() - 1 ) / 2.0 ) );
		return String.format( Locale.ROOT, "%.1f°, %.1f°", angles.primaryAngle() + 0.0, angles.secondaryAngle() + 0.0 );
	}

	private static Object[] boxed( final double[] v )
	{
		return new Object[] { v[ 0 ] + 0.0, v[ 1 ] + 0.0, v[ 2 ] + 0.0 };
	}

	private static String number( final String format, final double value )
	{
		return Double.isNaN( value ) ? "-" : String.format( Locale.ROOT, format, value );
	}
}
