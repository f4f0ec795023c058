/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what runs.
 */
class ReadmeTest
{
	private static String readme() throws IOException
	{
		return Files.readString( Path.of( "README.md" ) );
	}

	@Test
	void tenLinesOfJythonRun( @TempDir final Path folder ) throws Exception
	{
		final Matcher block = Pattern.compile( "```python\n(.*?)```", Pattern.DOTALL ).matcher( readme() );
		assertTrue( block.find() );
		assertEquals( 10, block.group( 1 ).lines().count() );
		Files.writeString( folder.resolve( "readme.py" ), block.group( 1 ) );
		final Program program = Program.run( folder, "--headless", "--run", "readme.py" );
		assertEquals( List.of(), program.errors() );
		final double correlation = Double.parseDouble( program.output().get( 0 ) );
		assertTrue( correlation > 0.3 && correlation < 0.99,
				"a femur turned by 20 degrees is similar to itself, not equal: " + correlation );
	}

	@Test
	void namesEveryCommand() throws IOException
	{
		for ( final String line : Files.readAllLines( Path.of( "plugins.config" ) ) )
			if ( line.startsWith( "Plugins>" ) )
			{
				final String[] quoted = line.split( "\"" );
				assertTrue( readme().contains( "| " + quoted[ 1 ] + " | `" + quoted[ 3 ].replaceAll( ".*\\.", "" ) + "` |" ), line );
			}
	}
}
