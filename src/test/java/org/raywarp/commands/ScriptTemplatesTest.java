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
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptService;

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

	/** Fiji's adapter of Groovy is not on Maven Central; the engine that it adapts is. */
	public static final class Groovy extends AdaptedScriptLanguage
	{
		/** Adapts it. */
		public Groovy()
		{
			super( "groovy" );
		}
	}

	@Test
	void groovyRuns() throws Exception
	{
		final String text = template( ".groovy" );
		System.setProperty( SampleXraysCommand.PROPERTY, folder.toString() );
		try ( Context context = new Context() )
		{
			context.service( LogService.class ).setLevel( LogLevel.NONE );
			context.service( PluginService.class ).addPlugin( new PluginInfo<>( Groovy.class, ScriptLanguage.class ) );
			final Object report = context.service( ScriptService.class ).run( "template.groovy", text, true, "refine", false ).get()
					.getOutput( "report" );
			assertTrue( report.toString().contains( "model femur-quarter" ), report.toString() );
		}
		finally
		{
			System.clearProperty( SampleXraysCommand.PROPERTY );
		}
	}
}
