/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.ModelZoo;

import ij.IJ;
import ij.ImagePlus;

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

	private static String block( final String start, final String end ) throws IOException
	{
		final int from = readme().indexOf( start );
		assertTrue( from > 0, start );
		return readme().substring( from, readme().indexOf( end, from ) );
	}

	@Test
	void registersEquallyFromTheCommandLineAMacroAndJython( @TempDir final Path folder ) throws Exception
	{
		assumeTrue( !ModelZoo.names().isEmpty(), "no model comes with this build" );
		final String data = Path.of( "sample-data" ).toAbsolutePath() + "/";
		final Program command = Program.run( folder, "--headless", "--run", "command:" + RegisterAtlasCommand.class.getName(),
				block( "frontal=\"sample-data", "'\n" ).replace( "sample-data/", data ) );
		assertEquals( List.of(), command.errors() );

		Files.writeString( folder.resolve( "readme.ijm" ),
				block( "folder = getDirectory", "```" ).replace( "getDirectory(\"Choose the folder sample-data\")", '"' + data + '"' )
						+ "selectImage(\"displacement\"); saveAs(\"Tiff\", \"" + folder + "/macro.tif\");" );
		final Program macro = Program.run( folder, "--headless", "--run", "readme.ijm" );
		assertEquals( List.of(), macro.errors() );

		Files.writeString( folder.resolve( "register.py" ),
				block( "#@ String folder", "```" )
						+ "from ij import IJ\nIJ.saveAsTiff(result.getOutput(\"displacement\"), \"jython.tif\")\n" );
		final Program jython = Program.run( folder, "--headless", "--run", "register.py", "folder=\"" + data + "\"" );
		assertEquals( List.of(), jython.errors() );

		final String displacement = "results/displacement.tif";
		assertArrayEquals( pixels( folder.resolve( displacement ) ), pixels( folder.resolve( "macro.tif" ) ) );
		assertArrayEquals( pixels( folder.resolve( displacement ) ), pixels( folder.resolve( "jython.tif" ) ) );
	}

	/** In the middle slice of a TIFF file. */
	private static float[] pixels( final Path file )
	{
		final ImagePlus image = IJ.openImage( file.toString() );
		return ( float[] ) image.getStack().getProcessor( image.getStackSize() / 2 ).getPixels();
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
