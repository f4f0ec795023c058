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
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The scores of many cases as tables.
 *
 * @param scores
 *            one for each case and stage
 */
public record ExperimentTable( List< Score > scores )
{
	/**
	 * Copies the list.
	 */
	public ExperimentTable
	{
		scores = List.copyOf( scores );
	}

	/**
	 * @return comma-separated values: a header line, then one line a case and stage
	 */
	public String csv()
	{
		final StringBuilder csv = new StringBuilder( "Person,Case,Stage,Dice,Jaccard,ASSD_mm,HD95_mm,SSIM\n" );
		for ( final Score s : scores )
			csv.append(
					String.format( Locale.ROOT, "%s,%s,%s,%.5f,%.5f,%.4f,%.4f,%.5f\n", s.person(), s.name(), s.stage().label(), s.dice(),
							s.jaccard(), s.assd(), s.hd95(), s.ssim() ) );
		return csv.toString();
	}

	/**
	 * @return a Markdown table of mean and standard deviation (of the sample) over the cases, and of the worst case, one line a stage
	 */
	public String markdown()
	{
		final StringBuilder table =
				new StringBuilder( "| stage | cases | Dice | Jaccard | ASSD (mm) | HD95 (mm) | SSIM | worst Dice | worst ASSD (mm) |\n" )
						.append( "|---|---|---|---|---|---|---|---|---|\n" );
		for ( final Stage stage : Stage.values() )
		{
			final long cases = scores.stream().filter( s -> s.stage() == stage ).count();
			if ( cases > 0 )
				table.append( "| " + stage.label() + " | " + cases + " | " + cell( stage, Score::dice, 3 ) + " | "
						+ cell( stage, Score::jaccard, 3 )
						+ " | " + cell( stage, Score::assd, 2 ) + " | " + cell( stage, Score::hd95, 2 ) + " | "
						+ cell( stage, Score::ssim, 3 )
						+ String.format( Locale.ROOT, " | %.3f | %.2f |%n", statistics( stage, Score::dice ).getMin(),
								statistics( stage, Score::assd ).getMax() ) );
		}
		return table.toString();
	}

	private String cell( final Stage stage, final ToDoubleFunction< Score > column, final int digits )
	{
		final SummaryStatistics values = statistics( stage, column );
		if ( Double.isNaN( values.getMean() ) )
			return "–";
		return String.format( Locale.ROOT, "%." + digits + "f ± %." + digits + "f", values.getMean(), values.getStandardDeviation() );
	}

	/**
	 * @param stage
	 *            the stage to look at
	 * @param column
	 *            the score to look at, such as {@code Score::dice}
	 * @return mean, standard deviation and more over the cases
	 */
	public SummaryStatistics statistics( final Stage stage, final ToDoubleFunction< Score > column )
	{
		final SummaryStatistics values = new SummaryStatistics();
		scores.stream().filter( s -> s.stage() == stage ).mapToDouble( column ).forEach( values::addValue );
		return values;
	}

	/**
	 * Writes {@code scores.csv} and {@code scores.md}.
	 *
	 * @param folder
	 *            made if it is not there
	 * @throws IOException
	 *             if a file cannot be written
	 */
	public void write( final Path folder ) throws IOException
	{
		Files.createDirectories( folder );
		Files.writeString( folder.resolve( "scores.csv" ), csv() );
		Files.writeString( folder.resolve( "scores.md" ), markdown() );
	}
}
