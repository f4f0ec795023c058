/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.evaluation.SampleXrays;
import org.raywarp.io.GeometryFile;
import org.raywarp.network.ModelZoo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;

/**
 * The samples are there without the sources.
 */
class SampleCommandsTest
{
	private static final Path SOURCES = Path.of( "sample-data" );

	@TempDir
	Path folder;

	@BeforeEach
	void setFolder()
	{
		System.setProperty( SampleXraysCommand.PROPERTY, folder.toString() );
	}

	@AfterEach
	void resetFolder()
	{
		System.clearProperty( SampleXraysCommand.PROPERTY );
	}

	@Test
	void xraysAreThoseOfTheSources() throws Exception
	{
		Files.writeString( folder.resolve( "geometry.json" ), "damaged" );
		try ( Forms forms = new Forms() )
		{
			final CommandModule module = forms.run( SampleXraysCommand.class );
			for ( final String file : SampleXrays.FILES )
				assertArrayEquals( Files.readAllBytes( SOURCES.resolve( file ) ), Files.readAllBytes( folder.resolve( file ) ), file );
			final String geometry = ( String ) module.getOutput( "geometry" );
			assertEquals( 2, GeometryFile.read( Path.of( geometry ), new double[ 3 ] ).size() );
			for ( final String name : new String[] { "frontal", "lateral", "frontal_mask", "lateral_mask" } )
			{
				final ImagePlus image = ( ImagePlus ) module.getOutput( name );
				final String file = name.replace( '_', '-' ) + ".tif";
				assertEquals( file, image.getTitle() );
				assertEquals( geometry, image.getProp( "geometry" ) );
				final ImagePlus read = ImageFiles.read( SOURCES.resolve( file ).toFile() );
				assertEquals( read.getStatistics().mean, image.getStatistics().mean );
			}
		}
	}

	@Test
	void atlasIsThatOfTheBundledModel() throws Exception
	{
		assumeTrue( !ModelZoo.bundled().isEmpty(), "no model comes with this build" );
		try ( Forms forms = new Forms() )
		{
			final CommandModule module = forms.run( SampleAtlasCommand.class );
			final ImagePlus expected = ImageFiles.read( SOURCES.resolve( "atlas-ct.nii.gz" ).toFile() );
			final ImagePlus atlas = ( ImagePlus ) module.getOutput( "atlas" );
			assertEquals( expected.getStackSize(), atlas.getStackSize() );
			assertEquals( expected.getCalibration().pixelDepth, atlas.getCalibration().pixelDepth );
			assertEquals( expected.getStack().getVoxel( 96, 64, 96 ), atlas.getStack().getVoxel( 96, 64, 96 ) );
			final double[] labels = boneOfSlices( ( ImagePlus ) module.getOutput( "atlas_labels" ) );
			assertArrayEquals( boneOfSlices( ImageFiles.read( SOURCES.resolve( "atlas-labels.nii.gz" ).toFile() ) ), labels );
			assertTrue( Arrays.stream( labels ).max().getAsDouble() > 0 );
		}
	}

	private static double[] boneOfSlices( final ImagePlus image )
	{
		return IntStream.rangeClosed( 1, image.getStackSize() ).mapToDouble( i -> image.getStack().getProcessor( i ).getStatistics().mean )
				.toArray();
	}
}
