/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.CArmAngulation;
import org.raywarp.registration.ViewCandidates;
import org.raywarp.registration.ViewCandidates.Candidate;
import org.raywarp.viewer.Charts;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * A plan of views as a table, a picture and a few lines of text.
 */
final class PlanOutput
{
	private static final int DECIMALS = 3, LISTED = 5;

	/** A view that misses more of the bone is not called a good one, whatever the rest of it tells. */
	private static final double LEAST_SEEN = 0.9;

	/** Views within this factor of the best are as good. */
	private static final double AS_GOOD = 1.05;

	/** Colors end at this factor of the best, lest the first view itself takes them all. */
	private static final double SATURATED = 2;

	private PlanOutput()
	{}

	/**
	 * @param candidates
	 *            all
	 * @return the best that shows the bone, or the best of all where none does
	 */
	static Candidate best( final List< Candidate > candidates )
	{
		return sorted( candidates ).get( 0 );
	}

	private static List< Candidate > sorted( final List< Candidate > candidates )
	{
		return candidates.stream()
				.sorted( Comparator.comparing( ( Candidate c ) -> c.seen() < LEAST_SEEN ).thenComparing( Candidate::expectedError ) )
				.toList();
	}

	/**
	 * @param candidates
	 *            all
	 * @return one row a candidate, the best first: Primary_deg, Secondary_deg, Expected_mm, Seen
	 */
	static ResultsTable table( final List< Candidate > candidates )
	{
		final ResultsTable table = new ResultsTable();
		table.setPrecision( DECIMALS );
		table.showRowNumbers( false );
		for ( final Candidate c : sorted( candidates ) )
		{
			table.incrementCounter();
			table.addValue( "Primary_deg", c.angulation().primaryAngle() );
			table.addValue( "Secondary_deg", c.angulation().secondaryAngle() );
			table.addValue( "Expected_mm", c.expectedError() );
			table.addValue( "Seen", c.seen() );
		}
		return table;
	}

	/**
	 * @param angles
	 *            of the candidates
	 * @param candidates
	 *            all, in the order of the angles
	 * @return a map of the expected errors over both angles; gray where the bone is not seen whole
	 */
	static ImagePlus plot( final ViewCandidates angles, final List< Candidate > candidates )
	{
		final double most = SATURATED * best( candidates ).expectedError();
		final double[] values = candidates.stream()
				.mapToDouble( c -> c.seen() < LEAST_SEEN ? Double.NaN : Math.min( most, c.expectedError() ) ).toArray();
		return new ImagePlus( "plot", Charts.map( "Expected error with each second view (cross: best; yellow: twice that or more)",
				List.of( "primary angle (degrees, LAO positive)", "secondary angle (degrees, cranial positive)",
						"expected surface error (mm)" ),
				angles.primary(), angles.secondary(), values, candidates.indexOf( best( candidates ) ) ) );
	}

	/**
	 * @param first
	 *            angulation of the first view
	 * @param alone
	 *            expected error with the first view alone, in mm
	 * @param candidates
	 *            all
	 * @return the best views, and which are as good
	 */
	static String report( final CArmAngulation first, final double alone, final List< Candidate > candidates )
	{
		final List< Candidate > sorted = sorted( candidates );
		final Candidate best = sorted.get( 0 );
		final StringBuilder text = new StringBuilder( String.format( Locale.ROOT,
				"The best second view beside %s is %s: expected surface error %.2f mm, %.2f mm with the first view alone.%n", name( first ),
				name( best.angulation() ), best.expectedError(), alone ) );
		if ( best.seen() < LEAST_SEEN )
			text.append( String.format( Locale.ROOT, "WARNING: no view shows the whole bone, this one %.0f percent of it.%n",
					100 * best.seen() ) );
		final List< Candidate > good = sorted.stream()
				.filter( c -> c.expectedError() <= AS_GOOD * best.expectedError() && c.seen() >= LEAST_SEEN ).toList();
		text.append( String.format( Locale.ROOT, "%d of %d views are within %.0f percent of it.%n", good.size(), sorted.size(),
				100 * ( AS_GOOD - 1 ) ) );
		for ( final Candidate c : sorted.subList( 0, Math.min( LISTED, sorted.size() ) ) )
			text.append( String.format( Locale.ROOT, "%.2f mm: %s%n", c.expectedError(), name( c.angulation() ) ) );
		return text.append( String.format(
				"The errors compare views of this atlas's population with each other; real ones are greater by what the population does not have.%n" ) )
				.toString();
	}

	private static String name( final CArmAngulation a )
	{
		final DecimalFormat number = new DecimalFormat( "0.#", DecimalFormatSymbols.getInstance( Locale.ROOT ) );
		final double primary = Math.round( 10 * a.primaryAngle() ), secondary = Math.round( 10 * a.secondaryAngle() );
		return ( primary < 0 ? "RAO " : "LAO " ) + number.format( Math.abs( primary ) / 10 )
				+ ( secondary < 0 ? " / caudal " : " / cranial " )
				+ number.format( Math.abs( secondary ) / 10 ) + " degrees";
	}
}
