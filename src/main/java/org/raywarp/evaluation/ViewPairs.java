/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.raywarp.dataset.StandardViews;
import org.raywarp.io.WholeFile;
import org.raywarp.viewer.Charts;
import org.raywarp.viewer.Picture;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;

/**
 * Which pairs of views are good ones (Van Houtte et al. 2022, Fig. 4): Dice over the primary angles of both views, each up
 * to 30 degrees off, in bins of 4 degrees. Every case is seen from several pairs; bins take turns in random order, and
 * angles are uniform in their bin, so that all bins fill evenly.
 *
 * @param pairs
 *            of views a case
 * @param seed
 *            of the angles
 */
public record ViewPairs( int pairs, long seed )
{
	/** Width of a bin in degrees. */
	private static final double BIN = 4;

	/** Number of bins an angle. */
	private static final int BINS = ( int ) ( 2 * StandardViews.DEVIATION / BIN );

	private static final double FRONTAL = StandardViews.FRONTAL_ANGLE - StandardViews.DEVIATION,
			LATERAL = StandardViews.LATERAL_ANGLE - StandardViews.DEVIATION;

	/** Width in degrees of the bins of the difference of both angles. */
	private static final double DIFFERENCE = 10;

	/**
	 * @throws IllegalArgumentException
	 *             if there is no pair
	 */
	public ViewPairs
	{
		if ( pairs < 1 )
			throw new IllegalArgumentException( "A case is seen from at least one pair of views, not " + pairs + "." );
	}

	/**
	 * Writes {@code figure-4.csv}, {@code figure-4.md} and {@code figure-4.png}.
	 *
	 * @param measuring
	 *            the cases, of which radiographs are taken anew
	 * @param system
	 *            what registers
	 * @param folder
	 *            that exists
	 * @param progress
	 *            told of every registration
	 * @throws IOException
	 *             if something cannot be read or written
	 */
	public void run( final Measuring measuring, final RegistrationSystem system, final Path folder, final Progress progress )
			throws IOException
	{
		final List< Measurement > measured =
				measuring.run( "view-pairs", List.of( system ), trials( measuring.cases().size() ), progress ).get( system.name() );
		final double[] medians = new double[ BINS * BINS ];
		final StringBuilder csv = new StringBuilder( "frontal_from_deg,lateral_from_deg,cases,median_dice\n" );
		for ( int f = 0; f < BINS; ++f )
			for ( int l = 0; l < BINS; ++l )
			{
				final double frontal = FRONTAL + f * BIN, lateral = LATERAL + l * BIN;
				final double[] dice = measured.stream().filter( m -> in( m, frontal, lateral ) ).map( Measurement::result )
						.flatMap( Optional::stream ).mapToDouble( Metric.DICE::of ).toArray();
				medians[ f + BINS * l ] = Quartiles.of( dice )[ 1 ];
				csv.append( String.format( Locale.ROOT, "%.0f,%.0f,%d,%s\n", frontal, lateral, dice.length,
						dice.length == 0 ? "" : String.format( Locale.ROOT, "%.6f", medians[ f + BINS * l ] ) ) );
			}
		WholeFile.write( folder.resolve( "figure-4.csv" ), file -> Files.writeString( file, csv ) );
		WholeFile.write( folder.resolve( "figure-4.md" ), file -> Files.writeString( file, markdown( system.name(), measured ) ) );
		Picture.write( Charts.map( system.name() + ": median Dice; dashed: views at right angles",
				List.of( "angle of the frontal view (degrees)", "angle of the lateral view (degrees)", "Dice" ), centers( FRONTAL ),
				centers( LATERAL ), medians, -1, right() ), folder.resolve( "figure-4.png" ) );
	}

	private static double[] centers( final double from )
	{
		return IntStream.range( 0, BINS ).mapToDouble( i -> from + ( i + 0.5 ) * BIN ).toArray();
	}

	/** Ends of the line of views at right angles, as pairs of angles. */
	private static double[][] right()
	{
		return new double[][] { { FRONTAL, FRONTAL + 90 }, { FRONTAL + BINS * BIN, FRONTAL + BINS * BIN + 90 } };
	}

	private static boolean in( final Measurement measurement, final double frontal, final double lateral )
	{
		final Trial.Angles angles = measurement.trial().views().orElseThrow();
		return angles.frontal() >= frontal && angles.frontal() < frontal + BIN && angles.lateral() >= lateral
				&& angles.lateral() < lateral + BIN;
	}

	/**
	 * @param cases
	 *            number of cases
	 * @return their trials; those of fewer cases are the first ones of those of more
	 */
	List< Trial > trials( final int cases )
	{
		final List< Trial > trials = new ArrayList<>();
		List< Integer > bins = List.of();
		for ( int i = 0; i < cases * pairs; ++i )
		{
			final Random random = new Random( RandomSeeds.derive( seed, i ) );
			final int place = i % ( BINS * BINS );
			if ( place == 0 )
			{
				bins = new ArrayList<>( IntStream.range( 0, BINS * BINS ).boxed().toList() );
				Collections.shuffle( bins, random );
			}
			final int bin = bins.get( place );
			trials.add( new Trial( i / pairs, Optional.of( new Trial.Angles( angle( FRONTAL + bin / BINS * BIN, random ),
					angle( LATERAL + bin % BINS * BIN, random ) ) ), 0 ) );
		}
		return trials;
	}

	/** Of as many digits as files say, within the bin. */
	private static double angle( final double from, final Random random )
	{
		return from + Math.floor( 1e4 * BIN * random.nextDouble() ) / 1e4;
	}

	private static String markdown( final String system, final List< Measurement > measured )
	{
		final StringBuilder table =
				new StringBuilder( "# Figure 4: Dice by the angle between the views\n\n" + system + ", " + measured.size()
						+ " pairs of views, each view up to 30 degrees off:\n\n| angle between the views (degrees) | pairs | median Dice (quartiles) |\n|---|---|---|\n" );
		for ( double from = 90 - 2 * StandardViews.DEVIATION; from < 90 + 2 * StandardViews.DEVIATION; from += DIFFERENCE )
		{
			final double least = from;
			final double[] dice = measured.stream().filter( m -> {
				final Trial.Angles angles = m.trial().views().orElseThrow();
				final double between = angles.lateral() - angles.frontal();
				return between >= least && between < least + DIFFERENCE;
			} ).map( Measurement::result ).flatMap( Optional::stream ).mapToDouble( Metric.DICE::of ).toArray();
			table.append( String.format( Locale.ROOT, "| %.0f to %.0f | %d | %s |\n", from, from + DIFFERENCE, dice.length,
					Metric.DICE.formatQuartiles( Quartiles.of( dice ) ) ) );
		}
		return table.toString();
	}
}
