/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.ModelZoo;
import org.raywarp.network.UserModels;

/**
 * What a user is told of engine and models.
 */
class ModelsCommandTest
{
	private static final String BUNDLED = "src/main/resources/org/raywarp/network/models/femur-quarter";

	@TempDir
	Path models;

	@BeforeEach
	void setFolder()
	{
		System.setProperty( UserModels.PROPERTY, models.toString() );
	}

	@AfterEach
	void resetFolder()
	{
		System.clearProperty( UserModels.PROPERTY );
	}

	@Test
	void aboutNamesVersionsDeviceMemoryAndModels() throws Exception
	{
		try ( Forms forms = new Forms() )
		{
			final String report = ( String ) forms.run( AboutCommand.class ).getOutput( "report" );
			for ( final String line : new String[] { "RayWarp \\S+",
					"Engine: TensorFlow 2\\.16\\.\\d+, TensorFlow for Java 1\\.0\\.0, DJL 0\\.\\d+\\.\\d+",
					"Device: (GPU|CPU; no GPU: .+)", "ImageJ 1\\.\\S+, Java \\d+ .*", "Memory: \\d+ of \\d+ MiB used, \\d+ processors",
					"Imported models in \\Q" + models + "\\E: none" } )
				assertTrue( report.lines().anyMatch( l -> l.matches( line ) ), line + " is not in " + report );
		}
	}

	@Test
	void listsInspectsAndRefuses() throws Exception
	{
		assumeTrue( !ModelZoo.bundled().isEmpty(), "no model comes with this build" );
		try ( Forms forms = new Forms() )
		{
			assertEquals( ModelZoo.bundled().stream().map( m -> m + "\tcomes with RayWarp" ).collect( Collectors.joining( "\n" ) ),
					forms.run( ModelsCommand.class ).getOutput( "report" ) );
			final String facts = ( String ) forms.run( ModelsCommand.class, "action", ModelsCommand.Action.INSPECT ).getOutput( "report" );
			for ( final String line : new String[] { "Model femur-quarter, method DEFORMATION",
					"Network: X-rays of 40 x 56 pixels, atlas of 48 x 32 x 48 voxels of 2.656 x 2.656 x 4 mm, 3 levels",
					"View frontal: primary angle -30 to 30, secondary angle 0 to 0 degrees", "  diceOrthogonal = 0\\.\\d+" } )
				assertTrue( facts.lines().anyMatch( l -> l.matches( line ) ), line + " is not in " + facts );
			assertTrue(
					forms.refusal( ModelsCommand.class, "action", ModelsCommand.Action.IMPORT ).contains( "parameter model is missing" ) );
			assertTrue( forms.refusal( ModelsCommand.class, "action", ModelsCommand.Action.IMPORT, "model", BUNDLED )
					.contains( "comes with the software" ) );
			assertTrue( forms.refusal( ModelsCommand.class, "action", ModelsCommand.Action.REMOVE, "model", BUNDLED )
					.contains( "no imported model" ) );
			assertTrue( forms.refusal( ModelsCommand.class, "action", ModelsCommand.Action.INSPECT, "model", "no-such-model" )
					.contains( "no model \"no-such-model\"" ) );
		}
	}
}
