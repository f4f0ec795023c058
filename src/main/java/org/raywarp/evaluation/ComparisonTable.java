/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

import org.apache.commons.math3.stat.StatUtils;
import org.raywarp.io.WholeFile;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.viewer.Charts;
import org.raywarp.viewer.Picture;
import org.raywarp.viewer.QuartileCharts;

/**
 * Tables 1 and 2 of Van Houtte et al. 2022: mean and standard deviation of every metric for every system, and p-values of
 * paired tests against the first system, over the cases that both have.
 *
 * @param title
 *            of the table
 * @param measurements
 *            of every system, the one to compare with first; all of the same trials
 * @param stages
 *            {@link Stage#AFFINE}, {@link Stage#LOCAL} or both
 */
public record ComparisonTable( String title, Map< String, List< Measurement > > measurements, List< Stage > stages )
{

	private static final double CERTAIN = 1e-3;

	/**
	 * Copies map and list.
	 */
	public ComparisonTable
	{
		measurements = new LinkedHashMap<>( measurements );
		stages = List.copyOf( stages );
	}

	/**
	 * Writes the table as {@code NAME.csv}, {@code NAME.md} and, with boxes of quartiles, {@code NAME.png}.
	 *
	 * @param folder
	 *            that exists
	 * @param name
	 *            of the files
	 * @throws IOException
	 *             if one cannot be written
	 */
	public void write( final Path folder, final String name ) throws IOException
	{
		WholeFile.write( folder.resolve( name + ".csv" ), file -> Files.writeString( file, csv() ) );
		WholeFile.write( folder.resolve( name + ".md" ), file -> Files.writeString( file, markdown() ) );
		final List< BufferedImage > charts = new ArrayList<>();
		for ( final Stage stage : stages )
			for ( final Metric metric : List.of( Metric.DICE, Metric.ASSD ) )
			{
				final Map< String, double[] > values = new LinkedHashMap<>();
				measurements.keySet().forEach( system -> values.put( system, Quartiles.withEnds( values( system, stage, metric ) ) ) );
				charts.add( QuartileCharts.boxes( "after " + stage.label(), metric.label(), values ) );
			}
		Picture.write( Charts.beside( charts ), folder.resolve( name + ".png" ) );
	}

	/**
	 * @return comma-separated values: a line a stage, system and metric
	 */
	public String csv()
	{
		final StringBuilder csv = new StringBuilder( "stage,system,metric,cases,refused,mean,sd,paired_cases,p_t_test,p_wilcoxon\n" );
		for ( final Stage stage : stages )
			for ( final String system : measurements.keySet() )
				for ( final Metric metric : Metric.values() )
				{
					final double[] v = values( system, stage, metric );
					final Pairs pairs = pairs( system, stage, metric );
					csv.append( String.join( ",", stage.label(), system, metric.label(), "" + v.length, "" + refused( system ),
							number( mean( v ) ), number( deviation( v ) ), "" + pairs.own().length,
							number( p( system, pairs, PairedTests::tTest ) ),
							number( p( system, pairs, PairedTests::wilcoxon ) ) ) ).append( '\n' );
				}
		return csv.toString();
	}

	private static String number( final double value )
	{
		return Double.isNaN( value ) ? "" : String.format( Locale.ROOT, "%.6g", value );
	}

	/**
	 * @return the table in Markdown: mean and standard deviation (of the sample), then p-values
	 */
	public String markdown()
	{
		final StringBuilder table = new StringBuilder( "# " + title + "\n" );
		for ( final Stage stage : stages )
		{
			table.append( "\nAfter " + stage.label() + ", mean ± standard deviation over the cases:\n\n" );
			row( table, "system", "cases", "refused", metric -> metric.label() );
			row( table, "---", "---", "---", metric -> "---" );
			for ( final String system : measurements.keySet() )
				row( table, system, "" + values( system, stage, Metric.DICE ).length, "" + refused( system ), metric -> {
					final double[] v = values( system, stage, metric );
					return v.length == 0 ? "–" : metric.format( mean( v ) ) + " ± " + metric.format( deviation( v ) );
				} );
			if ( measurements.size() > 1 )
				tests( table, stage );
		}
		return table.toString();
	}

	private void tests( final StringBuilder table, final Stage stage )
	{
		table.append( "\nTwo-sided p-values against " + reference() + ", over the cases of both:\n\n" );
		row( table, "system", "cases", "test", metric -> metric.label() );
		row( table, "---", "---", "---", metric -> "---" );
		for ( final String system : measurements.keySet() )
			if ( !system.equals( reference() ) )
			{
				final String cases = "" + pairs( system, stage, Metric.DICE ).own().length;
				row( table, system, cases, "paired t-test",
						m -> probability( p( system, pairs( system, stage, m ), PairedTests::tTest ) ) );
				row( table, system, cases, "Wilcoxon signed-rank",
						m -> probability( p( system, pairs( system, stage, m ), PairedTests::wilcoxon ) ) );
			}
	}

	private static void row( final StringBuilder table, final String first, final String second, final String third,
			final Function< Metric, String > cell )
	{
		table.append( "| " + first + " | " + second + " | " + third + " |" );
		for ( final Metric metric : Metric.values() )
			table.append( ' ' ).append( cell.apply( metric ) ).append( " |" );
		table.append( '\n' );
	}

	private static String probability( final double p )
	{
		return Double.isNaN( p ) ? "–" : String.format( Locale.ROOT, p < CERTAIN ? "%.0e" : "%.3f", p );
	}

	private String reference()
	{
		return measurements.keySet().iterator().next();
	}

	private long refused( final String system )
	{
		return measurements.get( system ).stream().filter( m -> m.result().isEmpty() ).count();
	}

	private static Optional< LabelMetrics > at( final Measurement measurement, final Stage stage )
	{
		return stage == Stage.AFFINE ? measurement.affine() : measurement.result();
	}

	private double[] values( final String system, final Stage stage, final Metric metric )
	{
		return measurements.get( system ).stream().map( m -> at( m, stage ) ).flatMap( Optional::stream ).mapToDouble( metric::of )
				.filter( v -> !Double.isNaN( v ) ).toArray();
	}

	/**
	 * Values of the cases that two systems have.
	 *
	 * @param own
	 *            of a system
	 * @param reference
	 *            of the first system
	 */
	private record Pairs( double[] own, double[] reference )
	{}

	private Pairs pairs( final String system, final Stage stage, final Metric metric )
	{
		final List< Measurement > own = measurements.get( system ), reference = measurements.get( reference() );
		final double[][] pairs = new double[ own.size() ][];
		int count = 0;
		for ( int i = 0; i < pairs.length; ++i )
		{
			final double a = at( own.get( i ), stage ).map( metric::of ).orElse( Double.NaN );
			final double b = at( reference.get( i ), stage ).map( metric::of ).orElse( Double.NaN );
			if ( !Double.isNaN( a - b ) )
				pairs[ count++ ] = new double[] { a, b };
		}
		final double[] first = new double[ count ], second = new double[ count ];
		for ( int i = 0; i < count; ++i )
		{
			first[ i ] = pairs[ i ][ 0 ];
			second[ i ] = pairs[ i ][ 1 ];
		}
		return new Pairs( first, second );
	}

	private double p( final String system, final Pairs pairs, final ToDoubleBiFunction< double[], double[] > test )
	{
		return system.equals( reference() ) ? Double.NaN : test.applyAsDouble( pairs.own(), pairs.reference() );
	}

	private static double mean( final double[] values )
	{
		return StatUtils.mean( values );
	}

	private static double deviation( final double[] values )
	{
		return values.length < 2 ? Double.NaN : Math.sqrt( StatUtils.variance( values ) );
	}
}
