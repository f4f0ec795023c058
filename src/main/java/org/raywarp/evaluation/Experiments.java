/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;

/**
 * Runs the experiments of Van Houtte et al. 2022 on given cases and systems, and writes a CSV file, a Markdown table and a
 * picture of each. What was measured is kept in the folder {@value #MEASURED}, so that a run that was stopped goes on where
 * it was, and the same run twice gives the same tables.
 *
 * @param cases
 *            of people that no system was trained on
 * @param atlas
 *            given to systems without one of their own; every case has its grid
 * @param systems
 *            our model first, then those to compare it with
 * @param ablations
 *            our model without some of its parts; perhaps none
 * @param plan
 *            how much to run
 */
public record Experiments( EvaluationCases cases, Atlas atlas, List< RegistrationSystem > systems, List< RegistrationSystem > ablations,
		Plan plan )
{

	/** The folder of what was measured. */
	public static final String MEASURED = "measured";

	/**
	 * How much to run.
	 *
	 * @param pictures
	 *            number of cases that are drawn
	 * @param errors
	 *            which wrong angles
	 * @param pairs
	 *            which pairs of views
	 */
	public record Plan( int pictures, AngleErrors errors, ViewPairs pairs )
	{}

	/**
	 * One of the experiments.
	 *
	 * @param name
	 *            for the progress
	 * @param body
	 *            what it does
	 */
	private record Part( String name, Body body )
	{}

	private interface Body
	{
		void run( Progress progress ) throws IOException;
	}

	/**
	 * @throws IllegalArgumentException
	 *             if there is no system
	 */
	public Experiments
	{
		if ( systems.isEmpty() )
			throw new IllegalArgumentException( "An experiment takes at least one system; there is none." );
		systems = List.copyOf( systems );
		ablations = List.copyOf( ablations );
	}

	/**
	 * @param experiment
	 *            which ones
	 * @param folder
	 *            of the results; made if it is not there
	 * @param progress
	 *            told of every registration; where it cancels, what was measured stays
	 * @throws IOException
	 *             if results of other settings are there, or something cannot be read or written
	 * @throws IllegalArgumentException
	 *             if Table 2 is asked for without ablations, or a case cannot be registered
	 */
	public void run( final Experiment experiment, final Path folder, final Progress progress ) throws IOException
	{
		if ( experiment == Experiment.TABLE_2 && ablations.isEmpty() )
			throw new IllegalArgumentException( "Table 2 compares models that lack a part; none is given." );
		Files.createDirectories( folder );
		final Measuring measuring = new Measuring( cases, atlas, folder.resolve( MEASURED ) );
		final List< Part > parts = parts( experiment, measuring, folder );
		for ( int i = 0; i < parts.size(); ++i )
		{
			final int before = i;
			parts.get( i ).body()
					.run( ( f, what ) -> progress.report( ( before + f ) / parts.size(), parts.get( before ).name() + ": " + what ) );
		}
	}

	private List< Part > parts( final Experiment experiment, final Measuring measuring, final Path folder )
	{
		final RegistrationSystem ours = systems.get( 0 );
		final List< Part > parts = new ArrayList<>();
		if ( experiment.includes( Experiment.TABLE_1 ) )
			parts.add( new Part( "Table 1", p -> table( "Table 1: comparison with other methods", systems, List.of( Stage.LOCAL ),
					measuring, p ).write( folder, "table-1" ) ) );
		if ( experiment.includes( Experiment.TABLE_2 ) && !ablations.isEmpty() )
			parts.add( new Part( "Table 2",
					p -> table( "Table 2: ablation study", Stream.concat( Stream.of( ours ), ablations.stream() ).toList(),
							List.of( Stage.AFFINE, Stage.LOCAL ), measuring, p ).write( folder, "table-2" ) ) );
		if ( experiment.includes( Experiment.FIGURE_2 ) )
			parts.add( new Part( "Figure 2", p -> new CasePictures( plan.pictures() ).run( measuring, systems, folder, p ) ) );
		if ( experiment.includes( Experiment.FIGURE_3 ) )
			parts.add( new Part( "Figure 3", p -> plan.errors().run( measuring, ours, folder, p ) ) );
		if ( experiment.includes( Experiment.FIGURE_4 ) )
			parts.add( new Part( "Figure 4", p -> plan.pairs().run( measuring, ours, folder, p ) ) );
		return parts;
	}

	private static ComparisonTable table( final String title, final List< RegistrationSystem > compared, final List< Stage > stages,
			final Measuring measuring, final Progress progress ) throws IOException
	{
		final List< Trial > trials = IntStream.range( 0, measuring.cases().size() ).mapToObj( i -> Trial.asTaken( i, 0 ) ).toList();
		return new ComparisonTable( title, measuring.run( "cases", compared, trials, progress ), stages );
	}
}
