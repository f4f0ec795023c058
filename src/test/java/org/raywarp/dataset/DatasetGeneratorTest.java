/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.io.MeshFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

class DatasetGeneratorTest
{
	private static final PhantomSettings SETTINGS = PhantomSettings.augmented( GridSize.QUARTER, GeometryMode.GENERALIZED, 11 );

	@TempDir
	static Path folder;

	private static Path dataset;

	@BeforeAll
	static void generate() throws IOException
	{
		dataset = folder.resolve( "parametric" );
		assertEquals( 2, DatasetGenerator.generate( new DatasetSettings( null, dataset, 2, SETTINGS ), Progress.NONE ) );
	}

	@Test
	void readerGivesTheCasesBack() throws IOException
	{
		final DatasetReader reader = DatasetReader.open( dataset );
		assertEquals( List.of( "parametric-00000", "parametric-00001" ), reader.persons() );
		assertEquals( SETTINGS, reader.settings() );
		final Case expected = new PhantomCases( List.of( Subjects.parametric( 1, 11 ) ), SETTINGS ).model( 1 ), read = reader.read( 1 );
		assertEquals( expected.name(), read.name() );
		assertEquals( expected.atlasFromSubject(), read.atlasFromSubject() );
		assertArrayEquals( LabelArrays.of( expected.labels().voxels() ), LabelArrays.of( read.labels().voxels() ) );
		// CT numbers are rounded to whole HU.
		assertArrayEquals( FloatArrays.of( expected.ct().voxels() ), FloatArrays.of( read.ct().voxels() ), 0.5001f );
		for ( int v = 0; v < 2; ++v )
		{
			assertArrayEquals( FloatArrays.of( expected.drrs().get( v ).image() ), FloatArrays.of( read.drrs().get( v ).image() ) );
			assertArrayEquals( FloatArrays.of( expected.drrs().get( v ).mask() ), FloatArrays.of( read.drrs().get( v ).mask() ) );
			assertArrayEquals( expected.drrs().get( v ).view().projection().toArray(), read.drrs().get( v ).view().projection().toArray(),
					1e-9 );
		}
	}

	@Test
	void stoppedGenerationContinuesToTheSameFiles() throws IOException
	{
		final Path other = folder.resolve( "stopped" );
		final DatasetSettings settings = new DatasetSettings( null, other, 2, SETTINGS );
		Parallelization.runSingleThreaded(
				() -> assertThrows( CancellationException.class, () -> DatasetGenerator.generate( settings, ( done, what ) -> {
					if ( done > 0 )
						throw new CancellationException();
				} ) ) );
		assertTrue( Files.isDirectory( other.resolve( "case-00000" ) ) && !Files.exists( other.resolve( "case-00001" ) ) );
		assertEquals( 1, Parallelization.runWithNumThreads( 3, () -> generated( settings ) ) );
		assertEquals( 0, DatasetGenerator.generate( settings, Progress.NONE ) );
		assertEquals( contents( dataset ), contents( other ) );
	}

	@Test
	void otherSettingsInTheSameFolderAreRefused()
	{
		final PhantomSettings others = PhantomSettings.standard( GridSize.QUARTER, GeometryMode.GENERALIZED, 12 );
		final IOException refused = assertThrows( IOException.class,
				() -> DatasetGenerator.generate( new DatasetSettings( null, dataset, 2, others ), Progress.NONE ) );
		assertTrue( refused.getMessage().contains( "index.json" ) );
	}

	@Test
	void surfacesOfAFolderTakeTurns() throws IOException
	{
		final Path surfaces = Files.createDirectories( folder.resolve( "surfaces" ) ), output = folder.resolve( "of-surfaces" );
		MeshFiles.write( ParametricFemur.sample( 5 ), surfaces.resolve( "p1_rfemur.stl" ) );
		Files.writeString( surfaces.resolve( "notes.txt" ), "not a surface" );
		DatasetGenerator.generate( new DatasetSettings( surfaces, output, 1, SETTINGS ), Progress.NONE );
		final DatasetReader reader = DatasetReader.open( output );
		assertEquals( List.of( "p1" ), reader.persons() );
		assertEquals( 2, reader.read( 0 ).drrs().size() );
	}

	@Test
	void foldersWithoutDataAreRefused() throws IOException
	{
		final Path empty = Files.createDirectories( folder.resolve( "empty" ) );
		assertThrows( IOException.class, () -> DatasetReader.open( empty ) );
		assertThrows( IOException.class,
				() -> DatasetGenerator.generate( new DatasetSettings( empty, folder.resolve( "none" ), 1, SETTINGS ), Progress.NONE ) );
		final Path broken = Files.createDirectories( folder.resolve( "broken" ) );
		for ( final String json : new String[] { "", "[]", "{\"format\":\"raywarp-dataset\"}",
				"{\"format\":\"raywarp-dataset\",\"version\":1}" } )
		{
			Files.writeString( broken.resolve( "index.json" ), json );
			assertThrows( IOException.class, () -> DatasetReader.open( broken ), json );
		}
	}

	private static int generated( final DatasetSettings settings )
	{
		try
		{
			return DatasetGenerator.generate( settings, Progress.NONE );
		}
		catch ( final IOException e )
		{
			throw new IllegalStateException( e );
		}
	}

	private static Map< String, Integer > contents( final Path root ) throws IOException
	{
		final Map< String, Integer > contents = new TreeMap<>();
		try ( final Stream< Path > files = Files.walk( root ) )
		{
			for ( final Path file : files.filter( Files::isRegularFile ).toList() )
				contents.put( root.relativize( file ).toString(), Arrays.hashCode( Files.readAllBytes( file ) ) );
		}
		return contents;
	}
}
