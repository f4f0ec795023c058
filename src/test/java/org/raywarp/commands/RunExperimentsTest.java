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
 * What {@code scripts/experiments} does with trained models, tiny, with the model that comes with RayWarp.
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
	void bundledModelGoesThroughAllExperiments() throws Exception
	{
		assumeTrue( !ModelZoo.names().isEmpty(), "no model comes with this build" );
		final String bundled = ModelZoo.names().get( 0 );
		final Path data = folder.resolve( "data" ), results = folder.resolve( "results" );
		try ( Forms forms = new Forms() )
		{
			forms.run( GenerateDatasetCommand.class, "output", data.toFile(), "cases", 1, "size", GridSize.FULL, "deformation", 0.0, "test",
					0.0, "validation", 0.0 );
			for ( int run = 0; run < 2; ++run )
			{
				final byte[] before = run == 0 ? null : Files.readAllBytes( results.resolve( "table-1.csv" ) );
				forms.run( RunExperimentsCommand.class, "dataset", data.toString(), "output", results.toFile(), "rivals",
						"rival=" + bundled,
						"ablations", "without=" + bundled, "pictures", 1, "angle_step", 10.0, "pairs", 1 );
				if ( before != null )
					assertArrayEquals( before, Files.readAllBytes( results.resolve( "table-1.csv" ) ) );
			}
			assertTrue( cell( results.resolve( "table-1.csv" ), "affine + local,ours,Dice", 5 ) > 0.85 );
			// The same model twice.
			assertEquals( cell( results.resolve( "table-2.csv" ), "affine + local,ours,Dice", 5 ),
					cell( results.resolve( "table-2.csv" ), "affine + local,without,Dice", 5 ), 1e-5 );
			final double right = cell( results.resolve( "figure-3.csv" ), "ours,0.00,1,Dice", 5 );
			assertTrue( cell( results.resolve( "figure-3.csv" ), "ours,-10.00,1,Dice", 5 ) < right - 0.01 );
			assertTrue( cell( results.resolve( "figure-3.csv" ), "ours,10.00,1,Dice", 5 ) < right - 0.01 );
			assertEquals( 1, Files.readAllLines( results.resolve( "figure-4.csv" ) ).stream().skip( 1 )
					.mapToInt( l -> Integer.parseInt( l.split( "," )[ 2 ] ) ).sum() );
			for ( final String name : List.of( "table-1", "table-2", "figure-2-0-ours", "figure-2-0-rival", "figure-3", "figure-4" ) )
				assertTrue( Files.size( results.resolve( name + ".png" ) ) > 5000, name );
			refusals( forms, data );
		}
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
