/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.ModelZoo;

/**
 * The templates of Fiji's script editor, without the refinement, which takes longest; their samples are not left in the
 * home of whoever tests.
 */
class ScriptTemplatesTest
{
	private static final String TEMPLATE = "/script_templates/RayWarp/Register_Sample_X-rays";

	@TempDir
	Path folder;

	private String template( final String extension ) throws Exception
	{
		assumeTrue( !ModelZoo.bundled().isEmpty(), "no model comes with this build" );
		try ( var in = ScriptTemplatesTest.class.getResourceAsStream( TEMPLATE + extension ) )
		{
			return new String( in.readAllBytes() );
		}
	}

	@Test
	void jythonRuns() throws Exception
	{
		final String script = "from java.lang import System\nSystem.setProperty(\"raywarp.samples\", \"" + folder + "\")\n";
		final String text = template( ".py" ).replaceFirst( "(?m)^# Opens", script + "# Opens" );
		Files.writeString( folder.resolve( "template.py" ), text );
		final Program program = Program.run( folder, "--headless", "--run", "template.py", "refine=false" );
		assertEquals( List.of(), program.errors() );
		assertEquals( 0, program.status() );
		assertTrue( program.output().get( 0 ).startsWith( "report = " ), program.output().toString() );
	}

	@Test
	void macroRuns() throws Exception
	{
		final String text = "call(\"java.lang.System.setProperty\", \"raywarp.samples\", \"" + folder + "\");\n"
				+ template( ".ijm" ).replace( "refine=true", "refine=false" ) + "saveAs(\"Tiff\", \"" + folder
				+ "/labels.tif\");\n";
		Files.writeString( folder.resolve( "template.ijm" ), text );
		final Program program = Program.run( folder, "--headless", "--run", "template.ijm" );
		assertEquals( List.of(), program.errors() );
		assertEquals( 0, program.status() );
		final var labels = ImageFiles.read( folder.resolve( "labels.tif" ).toFile() );
		assertEquals( 192, labels.getStackSize() );
		assertTrue( IntStream.rangeClosed( 1, 192 ).anyMatch( i -> labels.getStack().getProcessor( i ).getStatistics().max == 1 ) );
	}
}
