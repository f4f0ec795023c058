/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.raywarp.io.WholeFile;
import org.raywarp.viewer.Charts;
import org.raywarp.viewer.Picture;
import org.raywarp.viewer.QuartileCharts;
import org.raywarp.volume.Progress;

/**
 * How much a wrong angle of the second view costs (Van Houtte et al. 2022, Fig. 3): the angle that systems are given is off
 * by -10 to 10 degrees.
 *
 * @param step
 *            between errors, in degrees
 */
public record AngleErrors( double step )
{
	/** Greatest error in degrees. */
	private static final double GREATEST = 10;

	private static final List< Metric > METRICS = List.of( Metric.DICE, Metric.ASSD );

	private static final String HEAD = "system,error_deg,cases,metric,lower_quartile,median,upper_quartile\n";

	/**
	 * @throws IllegalArgumentException
	 *             if the step is not from 0.2 to 10 degrees
	 */
	public AngleErrors
	{
		if ( !( step >= 0.2 && step <= GREATEST ) )
			throw new IllegalArgumentException( "The step of wrong angles is from 0.2 to " + GREATEST + " degrees, not " + step + "." );
	}

	/**
	 * Writes {@code figure-3.csv}, {@code figure-3.md} and {@code figure-3.png}.
	 *
	 * @param measuring
	 *            cases with a frontal and a lateral radiograph
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
		final double[] errors = CalibrationSensitivity.amounts( -GREATEST, GREATEST, step );
		final List< Trial > trials = new ArrayList<>();
		for ( int i = 0; i < measuring.cases().size(); ++i )
			for ( final double error : errors )
				trials.add( Trial.asTaken( i, error ) );
		final List< Measurement > measured =
				measuring.run( "angle-errors", List.of( system ), trials, progress ).get( system.name() );
		final Map< Metric, double[][] > bands = new LinkedHashMap<>();
		final StringBuilder csv = new StringBuilder( HEAD );
		for ( final Metric metric : METRICS )
			bands.put( metric, band( system.name(), measured, metric, errors, csv ) );
		WholeFile.write( folder.resolve( "figure-3.csv" ), file -> Files.writeString( file, csv ) );
		WholeFile.write( folder.resolve( "figure-3.md" ), file -> Files.writeString( file, markdown( system.name(), bands, errors ) ) );
		Picture.write( Charts.beside( bands.entrySet().stream()
				.map( band -> QuartileCharts.band( system.name() + ": median and quartiles", "wrong angle of the second view (degrees)",
						band.getKey().label(), errors, band.getValue() ) )
				.toList() ), folder.resolve( "figure-3.png" ) );
	}

	/** @return lower quartile, median and upper quartile of each error */
	private static double[][] band( final String system, final List< Measurement > all, final Metric metric, final double[] errors,
			final StringBuilder csv )
	{
		final double[][] band = new double[ errors.length ][];
		for ( int e = 0; e < errors.length; ++e )
		{
			final double error = errors[ e ];
			final double[] values = all.stream().filter( m -> m.trial().error() == error ).map( Measurement::result )
					.flatMap( Optional::stream ).mapToDouble( metric::of ).filter( v -> !Double.isNaN( v ) ).toArray();
			band[ e ] = Quartiles.of( values );
			csv.append( String.format( Locale.ROOT, "%s,%.2f,%d,%s,%.6f,%.6f,%.6f\n", system, error, values.length, metric.label(),
					band[ e ][ 0 ], band[ e ][ 1 ], band[ e ][ 2 ] ) );
		}
		return band;
	}

	private static String markdown( final String system, final Map< Metric, double[][] > bands, final double[] errors )
	{
		final StringBuilder table =
				new StringBuilder(
						"# Figure 3: wrong angle of the second view\n\n" + system + ", median (quartiles):\n\n| error (degrees) |" );
		bands.keySet().forEach( metric -> table.append( ' ' ).append( metric.label() ).append( " |" ) );
		table.append( "\n|---|" ).append( "---|".repeat( bands.size() ) );
		for ( int e = 0; e < errors.length; ++e )
		{
			table.append( String.format( Locale.ROOT, "\n| %.1f |", errors[ e ] ) );
			for ( final Map.Entry< Metric, double[][] > band : bands.entrySet() )
				table.append( ' ' + band.getKey().formatQuartiles( band.getValue()[ e ] ) + " |" );
		}
		return table.append( '\n' ).toString();
	}
}
