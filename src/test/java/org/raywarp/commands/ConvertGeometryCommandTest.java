/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.GeometryFormat;

import ij.ImagePlus;

class ConvertGeometryCommandTest
{
	@TempDir
	Path folder;

	private Forms forms;

	private File geometry;

	private List< View > views;

	@BeforeEach
	void prepare() throws IOException
	{
		forms = new Forms();
		SmallCase.write( folder );
		geometry = folder.resolve( "geometry.json" ).toFile();
		views = GeometryFile.read( geometry.toPath(), null );
	}

	@AfterEach
	void dispose()
	{
		forms.close();
	}

	private File file( final String name )
	{
		return folder.resolve( name ).toFile();
	}

	private static ImagePlus volume()
	{
		return SmallCase.image( SmallCase.ct(), "ct" );
	}

	@Test
	void whatIsConvertedThereAndBackProjectsTheSame() throws Exception
	{
		for ( final GeometryFormat format : new GeometryFormat[] { GeometryFormat.RTK, GeometryFormat.DIFFDRR, GeometryFormat.DEEPDRR,
				GeometryFormat.ASTRA } )
		{
			final Object report =
					forms.run( ConvertGeometryCommand.class, "geometry", geometry, "format", format, "volume", volume(), "save_to",
							file( "there" ) ).getOutput( "report" );
			assertTrue( report.toString().contains( "view \"" + views.get( 0 ).name() ) && report.toString().contains( "written: " ) );
			forms.run( ConvertGeometryCommand.class, "geometry", file( "there" ), "volume", volume(), "save_to", file( "back.json" ),
					"names",
					views.get( 0 ).name() + ", " + views.get( 1 ).name(), "columns", views.get( 0 ).columns(), "rows",
					views.get( 0 ).rows(),
					"pixel_spacing_x", views.get( 0 ).pixelSpacingX(), "pixel_spacing_y", views.get( 0 ).pixelSpacingY() );
			final List< View > back = GeometryFile.read( folder.resolve( "back.json" ), null );
			for ( int i = 0; i < 2; ++i )
			{
				assertEquals( views.get( i ).name(), back.get( i ).name() );
				assertArrayEquals( views.get( i ).projection().project( 3, -2, 5 ), back.get( i ).projection().project( 3, -2, 5 ), 1e-6 );
			}
		}
	}

	@Test
	void filesOfOneViewAreWrittenForEachAndJoinedAgain() throws Exception
	{
		forms.run( ConvertGeometryCommand.class, "geometry", geometry, "format", "MAYACAM_2", "mirror", true, "save_to",
				file( "cam.txt" ) );
		final File a = file( "cam-" + views.get( 0 ).name() + ".txt" ), b = file( "cam-" + views.get( 1 ).name() + ".txt" );
		assertTrue( a.exists() && b.exists() );
		forms.run( ConvertGeometryCommand.class, "geometry", a, "second_geometry", b.toString(), "mirror", true, "save_to",
				file( "joined.json" ) );
		final List< View > joined = GeometryFile.read( folder.resolve( "joined.json" ), null );
		for ( int i = 0; i < 2; ++i )
			assertArrayEquals( views.get( i ).projection().project( 3, -2, 5 ), joined.get( i ).projection().project( 3, -2, 5 ), 1e-6 );
	}

	@Test
	void otherCommandsTakeTheFile() throws Exception
	{
		forms.run( ConvertGeometryCommand.class, "geometry", geometry, "format", GeometryFormat.DIFFDRR, "volume", volume(), "save_to",
				file( "d.json" ) );
		final ImagePlus ours =
				( ImagePlus ) forms.run( ProjectVolumeCommand.class, "volume", volume(), "geometry", geometry ).getOutput( "projection" );
		final ImagePlus theirs = ( ImagePlus ) forms.run( ProjectVolumeCommand.class, "volume", volume(), "geometry", file( "d.json" ) )
				.getOutput( "projection" );
		for ( int slice = 1; slice <= 2; ++slice )
			assertArrayEquals( ( float[] ) ours.getStack().getPixels( slice ), ( float[] ) theirs.getStack().getPixels( slice ), 1e-2f );
	}

	@Test
	void whatIsMissingOrWrongIsSaidInOneSentence() throws IOException
	{
		final String[][] cases =
				{ { "format", "RTK", "isocenter" }, { "isocenter", "1, 2", "1, 2" }, { "names", "a", "names of the 2 views" },
						{ "names", "a, a", "different" }, { "columns", "7", "0 rows" }, { "format", "MAYACAM_1", "mirrored" },
						{ "second_geometry", folder.resolve( "none.txt" ).toString(), "none.txt does not exist" },
						{ "second_geometry", geometry.toString(), "different" } };
		for ( final String[] c : cases )
		{
			final String refusal = forms.refusal( ConvertGeometryCommand.class, "geometry", geometry, "save_to", file( "x" ), c[ 0 ],
					c[ 0 ].equals( "columns" ) ? ( Object ) 7 : c[ 1 ] );
			assertTrue( refusal.contains( c[ 2 ] ), refusal );
			assertTrue( Files.notExists( folder.resolve( "x" ) ) );
		}
	}
}
