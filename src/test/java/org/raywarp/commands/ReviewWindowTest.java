/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window of a review, used with mouse and screen. Skipped where there is no Xvfb to show it on.
 */
class ReviewWindowTest
{
	@Test
	void everyTabShowsAPictureTheSliderMovesItAndTheReportIsSaved( @TempDir final Path folder ) throws Exception
	{
		assumeTrue( hasXvfb(), "xvfb-run is not installed: the window of a review was not tested" );
		ReviewCommandTest.writeCase( folder );
		final Path log = folder.resolve( "log.txt" ), report = folder.resolve( "report.html" ), screens = folder.resolve( "screens" );
		final Process process = new ProcessBuilder( "xvfb-run", "-a", "-s", "-screen 0 1280x800x24",
				System.getProperty( "java.home" ) + "/bin/java", "-Xmx1g", "-cp", Program.classPath(), ReviewDriver.class.getName(),
				"frontal=" + folder.resolve( "xrays.tif" ), "geometry=" + folder.resolve( "geometry.json" ),
				"results=" + folder.resolve( "results" ), "reference_labels=" + folder.resolve( "labels.nii.gz" ),
				"save_report=" + report, "screens=" + screens ).redirectErrorStream( true ).redirectOutput( log.toFile() ).start();
		if ( !process.waitFor( 120, TimeUnit.SECONDS ) )
			process.destroyForcibly().waitFor();
		final List< String > lines = Files.readAllLines( log );
		assertEquals( 0, process.exitValue(), lines.toString() );
		assertEquals( Set.of( "X-rays", "Swipe", "Checkerboard", "Difference", "Slices", "Jacobian", "Surface distance", "Report" ),
				titles( screens ) );
		final String swipe = lines.stream().filter( l -> l.startsWith( "Swipe: Edge" ) ).findFirst().orElseThrow();
		assertTrue( swipe.matches( "Swipe: Edge \\(percent\\) 50 -> [123]\\d" ), swipe );
		for ( final String moved : List.of( "Swipe", "Checkerboard", "Slices", "Jacobian", "Surface distance" ) )
			assertNotEquals( 0, differing( screens.resolve( moved + ".png" ), screens.resolve( moved + " moved.png" ), 200 ), moved );
		assertEquals( "The report is saved as " + report + ".", lines.get( lines.size() - 1 ) );
		assertTrue( Files.readString( report ).contains( "<img " ) );
	}

	static boolean hasXvfb()
	{
		for ( final String folder : System.getenv( "PATH" ).split( File.pathSeparator ) )
			if ( Files.isExecutable( Path.of( folder, "xvfb-run" ) ) )
				return true;
		return false;
	}

	private static Set< String > titles( final Path screens ) throws Exception
	{
		final Set< String > titles = new TreeSet<>();
		try ( var files = Files.list( screens ) )
		{
			files.map( f -> f.getFileName().toString() ).filter( f -> !f.contains( " moved" ) )
					.forEach( f -> titles.add( f.replace( ".png", "" ) ) );
		}
		return titles;
	}

	/** Number of pixels below the controls that differ. */
	private static int differing( final Path one, final Path other, final int top ) throws Exception
	{
		final BufferedImage a = ImageIO.read( one.toFile() ), b = ImageIO.read( other.toFile() );
		int count = 0;
		for ( int y = top; y < a.getHeight(); ++y )
			for ( int x = 0; x < a.getWidth(); ++x )
				count += a.getRGB( x, y ) == b.getRGB( x, y ) ? 0 : 1;
		return count;
	}
}
