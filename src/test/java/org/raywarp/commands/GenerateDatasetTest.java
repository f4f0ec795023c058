/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.dataset.DatasetPart;
import org.raywarp.dataset.DatasetReader;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.MeshFiles;

/**
 * The form of data sets: what it takes, and one sentence for everything that is wrong with it.
 */
class GenerateDatasetTest
{
	@TempDir
	static Path folder;

	private static Forms forms;

	private static TriangleMesh femur;

	@BeforeAll
	static void prepare()
	{
		forms = new Forms();
		femur = ParametricFemur.sample( 2 );
	}

	@AfterAll
	static void dispose()
	{
		forms.close();
	}

	private static String report( final Path output, final Object... inputs ) throws Exception
	{
		final Object[] all = Stream.concat( Stream.of( "output", output.toFile(), "size", "QUARTER" ), Arrays.stream( inputs ) ).toArray();
		return ( String ) forms.run( GenerateDatasetCommand.class, all ).getOutput( "report" );
	}

	private static void refuses( final String expected, final Path output, final Object... inputs )
	{
		final String sentence = Failure.sentence( assertThrows( ExecutionException.class, () -> report( output, inputs ) ) );
		assertTrue( sentence.contains( expected ), sentence );
		assertTrue( sentence.endsWith( "." ) && !sentence.contains( "\n" ), sentence );
	}

	/** A folder with one surface. */
	private static String surfaces( final String name, final TriangleMesh surface ) throws IOException
	{
		final Path surfaces = Files.createDirectories( folder.resolve( name ) );
		MeshFiles.write( surface, surfaces.resolve( "p1_rfemur.stl" ) );
		return surfaces.toString();
	}

	@Test
	void everythingCanBeAskedForAtOnce() throws Exception
	{
		final Path output = folder.resolve( "everything" );
		final Object[] inputs = { "cases", 3, "geometry_mode", "GENERALIZED", "seed", 5L, "shapes", "PARAMETRIC", "validation", 0.3, "test",
				0.3, "deformation", 2.0, "cut_shafts", 1.0, "density", "POPULATION",
				"surroundings", "HIP", "soft_edge", 10.0, "continue_shafts", true, "physics", "POLYENERGETIC", "vary_xrays", true,
				"imperfect", true };
		assertEquals( "3 of 3 cases written to " + output, report( output, inputs ) );
		assertEquals( "0 of 3 cases written to " + output + ", the others were there", report( output, inputs ) );
		final DatasetReader reader = DatasetReader.open( output );
		for ( final DatasetPart part : DatasetPart.values() )
			assertEquals( 1, reader.parts().stream().filter( part::equals ).count() );
		assertFalse( reader.read( 0 ).truth().views().equals( reader.read( 0 ).drrs().stream().map( d -> d.view() ).toList() ) );
		refuses( "describes another data set", output, "cases", 4 );
		refuses( "describes another data set", output, "cases", 3, "seed", 6L );
	}

	@Test
	void surfacesThatAreNoFemoraInMillimetersAreRefused() throws IOException
	{
		final Path output = folder.resolve( "of-bad-surfaces" );
		final TriangleMesh open = new TriangleMesh( femur.vertices(), Arrays.copyOf( femur.triangles(), femur.triangles().length - 300 ) );
		refuses( "not closed", output, "surfaces", surfaces( "open", open ) );
		refuses( "in meters", output, "surfaces",
				surfaces( "meters", femur.transformed( Affine3D.of( 1e-3, 0, 0, 0, 0, 1e-3, 0, 0, 0, 0, 1e-3, 0 ) ) ) );
		refuses( "left femur", output, "surfaces",
				surfaces( "mirrored", femur.transformed( Affine3D.of( -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ) ) ) );
		refuses( "has no surfaces", output, "surfaces", Files.createDirectories( folder.resolve( "nothing" ) ).toString() );
		refuses( "is not a folder", output, "surfaces", folder.resolve( "nowhere" ).toString() );
		assertFalse( Files.exists( output ) );
	}

	@Test
	void impossibleSettingsAreRefused() throws IOException
	{
		final Path output = folder.resolve( "impossible" );
		refuses( "from 1 to 100000 cases, not 0", output, "cases", 0 );
		refuses( "from 1 to 100000 cases, not -3", output, "cases", -3 );
		refuses( "need a folder of surfaces", output, "shapes", "SHAPE_MODEL" );
		refuses( "made without surfaces", output, "shapes", "PARAMETRIC", "surfaces", surfaces( "unused", femur ) );
		refuses( "from 0 to 1 together", output, "validation", 0.8, "test", 0.5 );
		refuses( "from 1 to 100000 cases, not 2000000000", output, "cases", 2_000_000_000 );
		refuses( "deformation", output, "deformation", -1.0 );
		refuses( "from 0 to 20.0 mm, not 1.0E9 mm", output, "deformation", 1e9 );
		refuses( "from 0 to 100.0 mm wide, not 1.0E9 mm", output, "soft_edge", 1e9 );
		refuses( "cut shaft", output, "cut_shafts", 1.5 );
		assertFalse( Files.exists( output ) );
	}

	@Test
	void foldersThatCannotTakeADataSetAreRefused() throws IOException
	{
		final Path file = Files.writeString( folder.resolve( "file" ), "" );
		refuses( "file is not a folder", file, "cases", 1 );
		refuses( "file", file.resolve( "below" ), "cases", 1 );
		Files.createDirectories( folder.resolve( "foreign" ).resolve( "case-00000" ) );
		refuses( "has cases but no index.json", folder.resolve( "foreign" ), "cases", 1 );
	}
}
