/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.commands.Program;

/**
 * The window of the virtual C-arm under mouse and keyboard, in a program and on a screen of its own.
 */
class VirtualCArmTest
{
	private static final int SECONDS = 120;

	@Test
	void aPersonTurnsClicksSavesAndCloses( @TempDir final Path folder ) throws Exception
	{
		assumeTrue( Screen.isAvailable(), "skipped: Xvfb is not installed, so there is no screen for the window" );
		final Path output = folder.resolve( "output.txt" ), errors = folder.resolve( "errors.txt" );
		try ( Screen screen = new Screen() )
		{
			final Process process = session( screen, folder, output, errors );
			if ( !process.waitFor( SECONDS, TimeUnit.SECONDS ) )
				process.destroyForcibly().waitFor();
		}
		assertEquals( List.of(), Files.readAllLines( errors ) );
		final Map< String, String > seen = new LinkedHashMap<>();
		for ( final String line : Files.readAllLines( output ) )
			seen.put( line.substring( 0, line.indexOf( ": " ) ), line.substring( line.indexOf( ": " ) + 2 ) );
		for ( final String step : List.of( "slider turned the frontal view", "another radiograph", "the lateral one as before",
				"keys turn by a degree", "saved what is shown", "thread while open", "closed" ) )
			assertEquals( "true", seen.get( step ), step );
		// Within the pixels of the screen that were clicked.
		assertTrue(
				seen.get( "CT clicked" ).matches( "Point L 1[12]\\.\\d, A [67]\\.\\d, S 30\\.5 mm, clicked in the CT\\." ),
				seen.get( "CT clicked" ) );
		assertTrue( seen.get( "both views clicked" )
				.matches(
						"Point L 1[12]\\.\\d, A [67]\\.\\d, S 30\\.\\d mm, from both views; the two rays pass each other at 0\\.\\d\\d mm\\." ),
				seen.get( "both views clicked" ) );
		assertEquals( "0", seen.get( "slice of the CT" ) );
		assertEquals( "1", seen.get( "marks in the CT" ) );
		assertEquals( "run(\"Simulate DRR...\", \"volume=[atlas-ct] geometry=[FILE]\");", seen.get( "recorded" ) );
		assertEquals( "1", seen.get( "files of that name" ), "and no temporary one is left" );
		assertTrue( seen.get( "frontal view" ).contains( "outside the cone" ), seen.get( "frontal view" ) );
		assertTrue( seen.get( "lateral view" ).contains( "lies inside the volume" ), seen.get( "lateral view" ) );
	}

	private static Process session( final Screen screen, final Path folder, final Path output, final Path errors ) throws IOException
	{
		final ProcessBuilder builder =
				new ProcessBuilder( System.getProperty( "java.home" ) + File.separator + "bin" + File.separator + "java",
						"-Xmx1g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.home=" + folder, "-Dscijava.log.level=none", "-cp",
						Program.classPath(), VirtualCArmSession.class.getName(), Path.of( "sample-data" ).toAbsolutePath().toString(),
						folder.toString() ).redirectOutput( output.toFile() ).redirectError( errors.toFile() );
		builder.environment().put( "DISPLAY", screen.display() );
		builder.environment().remove( "JAVA_TOOL_OPTIONS" );
		return builder.start();
	}
}
