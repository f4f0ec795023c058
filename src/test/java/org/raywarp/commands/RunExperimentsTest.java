/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.evaluation.Experiment;
import org.raywarp.network.ModelZoo;
import org.raywarp.volume.GridSize;

/**
 * Experiments with the model that comes with RayWarp; {@code scripts/experiments smoke} runs all of them.
 */
class RunExperimentsTest
{
	@TempDir
	Path folder;

	private static double cell( final Path csv, final String start, final int column ) throws Exception
	{
		return Double.parseDouble( Files.readAllLines( csv ).stream().filter( l -> l.startsWith( start ) ).findFirst().orElseThrow()
				.split( "," )[ column ] );
	}

	@Test
	void bundledModelIsMeasuredOnceAndTheSameTwice() throws Exception
	{
		assumeTrue( !ModelZoo.names().isEmpty(), "no model comes with this build" );
		final Path data = folder.resolve( "data" ), results = folder.resolve( "results" );
		final Path table = results.resolve( "table-1.csv" ), angles = results.resolve( "figure-3.csv" );
		try ( Forms forms = new Forms() )
		{
			forms.run( GenerateDatasetCommand.class, "output", data.toFile(), "cases", 2, "size", GridSize.FULL, "deformation", 0.0, "test",
					0.0, "validation", 0.0 );
			run( forms, data, results, Experiment.TABLE_1 );
			assertTrue( cell( table, "affine + local,ours,Dice,1,0", 5 ) > 0.85 );
			// The same model, run again.
			assertEquals( cell( table, "affine + local,ours,Dice", 5 ), cell( table, "affine + local,rival,Dice", 5 ), 1e-5 );
			final byte[] before = Files.readAllBytes( table );
			run( forms, data, results, Experiment.TABLE_1 );
			assertArrayEquals( before, Files.readAllBytes( table ) );
			run( forms, data, results, Experiment.FIGURE_3 );
			final double right = cell( angles, "ours,0.00,1,Dice", 5 );
			assertEquals( cell( table, "affine + local,ours,Dice", 5 ), right, 1e-5 );
			assertTrue( cell( angles, "ours,-10.00,1,Dice", 5 ) < right - 0.01 );
			assertTrue( cell( angles, "ours,10.00,1,Dice", 5 ) < right - 0.01 );
			for ( final String name : List.of( "table-1", "figure-3" ) )
				assertTrue( Files.size( results.resolve( name + ".png" ) ) > 5000, name );
			refusals( forms, data );
		}
	}

	/** Of the two cases, the first. */
	private static void run( final Forms forms, final Path data, final Path results, final Experiment experiment ) throws Exception
	{
		forms.run( RunExperimentsCommand.class, "dataset", data.toString(), "cases", 1, "output", results.toFile(), "rivals",
				"rival=" + ModelZoo.names().get( 0 ), "angle_step", 10.0, "experiment", experiment );
	}

	private void refusals( final Forms forms, final Path data )
	{
		final File other = folder.resolve( "other" ).toFile();
		assertTrue( forms.refusal( RunExperimentsCommand.class, "output", other ).contains( "dataset and surfaces" ) );
		assertTrue( forms.refusal( RunExperimentsCommand.class, "dataset", data.toString(), "output", other, "rivals", "nothing" )
				.contains( "rivals has \"nothing\"" ) );
		assertTrue(
				forms.refusal( RunExperimentsCommand.class, "dataset", data.toString(), "output", other, "experiment", Experiment.TABLE_2 )
						.contains( "Table 2" ) );
	}
}
