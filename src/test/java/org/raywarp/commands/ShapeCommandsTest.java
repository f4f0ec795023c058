/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.ClosedSurface;
import org.raywarp.anatomy.FemurFrame;
import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.Side;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.MeshFiles;
import org.raywarp.population.Enlargement;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;

/**
 * Shape models from surfaces to new surfaces.
 */
class ShapeCommandsTest
{
	@TempDir
	Path folder;

	private static Forms forms;

	@BeforeAll
	static void createContext()
	{
		forms = new Forms();
	}

	@AfterAll
	static void disposeContext()
	{
		forms.close();
	}

	private static CommandModule run( final Class< ? extends Command > command, final Object... inputs ) throws Exception
	{
		return forms.run( command, inputs );
	}

	private static TriangleMesh femur( final long seed )
	{
		return ParametricFemur.surface( FemurShape.sample( seed ), 3 );
	}

	@Test
	void outputsThatCannotBeWrittenAreRefusedBeforeTheWork() throws Exception
	{
		final File none = folder.resolve( "none" ).toFile();
		for ( final Path output : new Path[] { folder, folder.resolve( "no" ).resolve( "model.shape" ) } )
		{
			final String sentence = Failure.sentence( assertThrows( ExecutionException.class,
					() -> run( BuildShapeModelCommand.class, "surfaces", none, "output", output.toFile() ) ) );
			assertTrue( sentence.startsWith( output + " cannot be written: " ), sentence );
		}
	}

	@Test
	void surfacesBecomeAModelAndThatNewSurfaces() throws Exception
	{
		final Path surfaces = Files.createDirectory( folder.resolve( "surfaces" ) );
		MeshFiles.write( femur( 1 ).transformed( ParametricFemur.patientFromFrame( Side.RIGHT, 1 ) ), surfaces.resolve( "a_rfemur.stl" ) );
		MeshFiles.write( femur( 2 ).transformed( ParametricFemur.patientFromFrame( Side.LEFT, 2 ) ), surfaces.resolve( "b_lfemur.stl" ) );
		final File model = folder.resolve( "femur.shape" ).toFile();
		final String report = ( String ) run( BuildShapeModelCommand.class, "surfaces", surfaces.toFile(), "output", model, "enlargement",
				Enlargement.KERNELS, "modes", 20 ).getOutput( "report" );
		assertTrue(
				report.startsWith( "20 modes of " ) && report.contains( "from 2 bones of 2 persons" )
						&& report.contains( "b-left: residual" ),
				report );
		for ( final String name : new String[] { "first", "second" } )
		{
			final String drawn =
					( String ) run( SampleShapesCommand.class, "model", model, "output", folder.resolve( name ).toFile(), "count",
							2, "seed", 5L ).getOutput( "report" );
			assertTrue( drawn.startsWith( "2 right femora written to " ), drawn );
		}
		final Path sample = folder.resolve( "first" ).resolve( "sample00001_right.stl" );
		assertArrayEquals( Files.readAllBytes( sample ), Files.readAllBytes( folder.resolve( "second" ).resolve( sample.getFileName() ) ) );
		final TriangleMesh bone = ClosedSurface.of( MeshFiles.read( sample ) );
		final FemurFrame frame = FemurFrame.of( bone, Side.RIGHT );
		assertTrue( frame.neckShaftAngle() > 100 && frame.neckShaftAngle() < 147, frame.toString() );
	}

	@Test
	void unusableSurfacesAreNamed() throws IOException
	{
		final TriangleMesh good = femur( 3 );
		refused( good.transformed( Affine3D.of( 1e-3, 0, 0, 0, 0, 1e-3, 0, 0, 0, 0, 1e-3, 0 ) ), "meters" );
		refused( good.transformed( Affine3D.of( -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ) ), "looks like a left femur" );
		refused( new TriangleMesh( good.vertices(), Arrays.copyOf( good.triangles(), good.triangles().length - 300 ) ), "not closed" );
	}

	private void refused( final TriangleMesh surface, final String part ) throws IOException
	{
		final Path surfaces = Files.createTempDirectory( folder, "bad" );
		MeshFiles.write( surface, surfaces.resolve( "p_rfemur.ply" ) );
		final File model = folder.resolve( "bad.shape" ).toFile();
		final String message = assertThrows( ExecutionException.class,
				() -> run( BuildShapeModelCommand.class, "surfaces", surfaces.toFile(), "output", model ) ).getCause().getCause()
						.getMessage();
		assertTrue( message.contains( part ) && message.contains( "p_rfemur.ply" ), message );
		assertFalse( model.exists() );
	}
}
