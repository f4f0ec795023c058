/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.raywarp.dataset.Case;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.Progress;

/**
 * Runs systems over trials and keeps what comes out: a file a system, in which trials that are there already are not run
 * again.
 *
 * @param cases
 *            the cases
 * @param atlas
 *            given to systems without an atlas of their own; every case has its grid
 * @param folder
 *            of the files; made if it is not there
 */
public record Measuring( EvaluationCases cases, Atlas atlas, Path folder )
{
	/**
	 * What is still to do for one case.
	 *
	 * @param system
	 *            by which system
	 * @param log
	 *            where to write
	 * @param trial
	 *            which trial
	 */
	private record Task( RegistrationSystem system, ResultLog log, Trial trial )
	{}

	/**
	 * @param name
	 *            of the experiment: the first part of the names of the files
	 * @param systems
	 *            of different names
	 * @param trials
	 *            what to run
	 * @param progress
	 *            told of every trial; where it cancels, what was measured stays
	 * @return for each system, in their order, one measurement a trial, in their order
	 * @throws IOException
	 *             if a file was made with other settings, or something cannot be read or written
	 */
	public Map< String, List< Measurement > > run( final String name, final List< RegistrationSystem > systems, final List< Trial > trials,
			final Progress progress ) throws IOException
	{
		Files.createDirectories( folder );
		final Map< String, ResultLog > logs = new LinkedHashMap<>();
		try
		{
			final Map< Integer, List< Task > > missing = new TreeMap<>();
			for ( final RegistrationSystem system : systems )
			{
				final ResultLog log = open( name, system );
				if ( logs.put( system.name(), log ) != null )
					throw new IllegalArgumentException( "Two systems are called \"" + system.name() + "\"; expected different names." );
				final Map< List< String >, List< String > > there = byKey( log );
				for ( final Trial trial : trials )
					if ( !there.containsKey( Measurement.key( trial ) ) )
						missing.computeIfAbsent( trial.subject(), s -> new ArrayList<>() ).add( new Task( system, log, trial ) );
			}
			run( missing, progress );
			final Map< String, List< Measurement > > all = new LinkedHashMap<>();
			logs.forEach( ( system, log ) -> {
				final Map< List< String >, List< String > > there = byKey( log );
				all.put( system, trials.stream().map( t -> Measurement.of( t, there.get( Measurement.key( t ) ) ) ).toList() );
			} );
			return all;
		}
		finally
		{
			for ( final ResultLog log : logs.values() )
				log.close();
		}
	}

	private ResultLog open( final String name, final RegistrationSystem system ) throws IOException
	{
		final String file = name + "-" + fileName( system.name() ) + ".csv";
		return ResultLog.open( folder.resolve( file ), settings( system ), Measurement.COLUMNS );
	}

	/**
	 * @param system
	 *            a system
	 * @return the lines that say what its results depend on
	 */
	List< String > settings( final RegistrationSystem system )
	{
		return List.of( "cases: " + cases.description(), "system: " + system.name() + ", " + system.settings() );
	}

	/**
	 * @param system
	 *            name of a system
	 * @return the name as a part of the name of a file
	 */
	static String fileName( final String system )
	{
		return system.toLowerCase( Locale.ROOT ).replaceAll( "[^a-z0-9]+", "-" );
	}

	private static Map< List< String >, List< String > > byKey( final ResultLog log )
	{
		final int length = Measurement.key( Trial.asTaken( 0, 0 ) ).size();
		final Map< List< String >, List< String > > rows = new HashMap<>();
		log.rows().forEach( row -> rows.put( row.subList( 0, length ), row ) );
		return rows;
	}

	private void run( final Map< Integer, List< Task > > missing, final Progress progress ) throws IOException
	{
		final int count = missing.values().stream().mapToInt( List::size ).sum();
		int done = 0;
		for ( final Map.Entry< Integer, List< Task > > entry : missing.entrySet() )
		{
			progress.report( ( double ) done / count, "reading case " + entry.getKey() );
			final Case subject = cases.read( entry.getKey() );
			final Agreement truth = new Agreement( subject );
			final Map< Trial, List< Radiograph > > radiographs = new HashMap<>();
			for ( final Task task : entry.getValue() )
			{
				final double fraction = ( double ) done / count;
				final String what = task.system().name() + ", " + subject.name() + ", " + ( done + 1 ) + " of " + count;
				progress.report( fraction, what );
				final List< Radiograph > seen = radiographs.computeIfAbsent( task.trial(),
						t -> t.radiographs( subject, Optional.of( cases.settings() ) ) );
				final Measurement measurement =
						measure( task, subject, seen, truth, ( f, step ) -> progress.report( fraction, what + ": " + step ) );
				task.log().append( measurement.cells() );
				++done;
			}
		}
	}

	private Measurement measure( final Task task, final Case subject, final List< Radiograph > seen, final Agreement truth,
			final Progress progress )
	{
		final Prediction found;
		try
		{
			found = task.system().predict( atlas, seen, progress );
		}
		catch ( final IllegalArgumentException refusal )
		{
			return new Measurement( task.trial(), subject.person(), Optional.empty(), Optional.empty(),
					String.valueOf( refusal.getMessage() ) );
		}
		return new Measurement( task.trial(), subject.person(), found.affine().map( truth::of ), Optional.of( truth.of( found.bone() ) ),
				"" );
	}
}
