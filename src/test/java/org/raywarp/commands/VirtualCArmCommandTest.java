/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.io.GeometryFile;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import ij.ImagePlus;

/**
 * The command without a screen.
 */
class VirtualCArmCommandTest
{
	@TempDir
	static Path folder;

	private static Forms forms;

	@BeforeAll
	static void prepare() throws IOException
	{
		forms = new Forms();
		SmallCase.write( folder );
	}

	@AfterAll
	static void dispose()
	{
		forms.close();
	}

	private static ImagePlus ct()
	{
		return SmallCase.image( SmallCase.ct(), "ct" );
	}

	private static ImagePlus drr( final Object... inputs ) throws Exception
	{
		return ( ImagePlus ) forms.run( VirtualCArmCommand.class, inputs ).getOutput( "drr" );
	}

	private static float[] slice( final ImagePlus image, final int slice )
	{
		return ( float[] ) image.getStack().getProcessor( slice ).getPixels();
	}

	/** The radiographs are those that the saved geometry gives with Simulate DRR. */
	@Test
	void anglesGiveRadiographsAndTheirGeometry() throws Exception
	{
		final Path saved = folder.resolve( "saved.json" );
		final ImagePlus drr = drr( "volume", ct(), "primary_angle", 25.0, "secondary_angle", -10.0, "save_geometry", saved.toString() );
		final Map< String, ConeBeamGeometry > arms = GeometryFile.readCArms( saved, null );
		assertEquals( 25, arms.get( "frontal" ).angulation().primaryAngle() );
		assertEquals( 115, arms.get( "lateral" ).angulation().primaryAngle() );
		assertEquals( -10, arms.get( "lateral" ).angulation().secondaryAngle() );
		final ImagePlus again = ( ImagePlus ) forms
				.run( SimulateDrrCommand.class, "volume", ct(), "geometry", saved.toFile() ).getOutput( "drr" );
		assertEquals( 2, drr.getStackSize() );
		for ( int slice = 1; slice <= 2; ++slice )
			assertArrayEquals( slice( again, slice ), slice( drr, slice ) );
		assertTrue( drr.getStatistics().max > 0.5 );
	}

	/** The standard C-arm turns about the center of the CT, wherever that is. */
	@Test
	void standsAboutTheCenterOfTheCt() throws Exception
	{
		final Grid far = new Grid( SmallCase.GRID.size(), Affine3D.translation( 300, -200, 900 ).after( SmallCase.GRID.worldFromVoxel() ) );
		final ImagePlus moved = drr( "volume", SmallCase.image( new Volume<>( SmallCase.ct().voxels(), far.worldFromVoxel() ), "ct" ) );
		assertArrayEquals( slice( drr( "volume", ct() ), 1 ), slice( moved, 1 ), 1e-5f );
	}

	/** Views given as projection matrices are positions of the C-arm too. */
	@Test
	void turnsTheViewsOfAGeometryFile() throws Exception
	{
		final Path saved = folder.resolve( "turned.json" );
		drr( "volume", ct(), "geometry", folder.resolve( "geometry.json" ).toString(), "primary_angle", 5.0, "secondary_angle", 1.0,
				"save_geometry", saved.toString() );
		final ConeBeamGeometry arm = GeometryFile.readCArms( saved, null ).get( "frontal" );
		assertEquals( 5, arm.angulation().primaryAngle(), 1e-9 );
		assertEquals( 11, arm.angulation().secondaryAngle(), 1e-9 );
		assertEquals( 900, arm.sourceToIsocenter(), 1e-9 );
	}

	@Test
	void refusesInOneSentence() throws IOException
	{
		final Path saved = folder.resolve( "nowhere/saved.json" );
		assertEquals( saved + " cannot be written: its folder does not exist.",
				forms.refusal( VirtualCArmCommand.class, "volume", ct(), "save_geometry", saved.toString() ) );
		assertTrue(
				forms.refusal( VirtualCArmCommand.class, "volume", SmallCase.image( SmallCase.labels(), "labels" ) ).contains( "labels" ) );
		final Path far = folder.resolve( "far.json" );
		Files.writeString( far, Files.readString( Path.of( "sample-data/geometry.json" ) ).replaceAll( "\\[\\s*0.0", "[ 500.0" ) );
		final String outside = forms.refusal( VirtualCArmCommand.class, "volume", ct(), "geometry", far.toString() );
		assertTrue( outside.startsWith( far + ": no ray of the view" ), outside );
		assertFalse( outside.contains( "\n" ), outside );
	}
}
