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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.geometry.View;
import org.raywarp.io.MeshFiles;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

class DatasetGeneratorTest
{
	private static final PhantomSettings SETTINGS = PhantomSettings.augmented( GridSize.QUARTER, GeometryMode.GENERALIZED, 11 );

	private static final ShapeSettings SHAPES = new ShapeSettings( ShapeSource.PARAMETRIC, null, 2, 0.1, 0.1 );

	@TempDir
	static Path folder;

	private static Path dataset;

	@BeforeAll
	static void generate() throws IOException
	{
		dataset = folder.resolve( "parametric" );
		assertEquals( 4, DatasetGenerator.generate( settings( dataset, SETTINGS ), Progress.NONE ) );
	}

	private static DatasetSettings settings( final Path output, final PhantomSettings phantoms )
	{
		return new DatasetSettings( SHAPES, output, 4, phantoms );
	}

	@Test
	void readerGivesTheCasesBack() throws IOException
	{
		final DatasetReader reader = DatasetReader.open( dataset );
		assertEquals( List.of( "parametric-00000", "parametric-00000", "parametric-00001", "parametric-00001" ), reader.persons() );
		assertEquals( SETTINGS, reader.settings() );
		final Case expected = CaseMaker.of( SHAPES, 4, SETTINGS, Progress.NONE ).make( 1, Progress.NONE ), read = reader.read( 1 );
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
	void filesDoNotDependOnTheNumberOfThreads() throws IOException
	{
		for ( final int threads : new int[] { 1, 3 } )
		{
			final Path other = folder.resolve( "threads-" + threads );
			assertEquals( 4, Parallelization.runWithNumThreads( threads, () -> generated( settings( other, SETTINGS ) ) ) );
			assertEquals( contents( dataset ), contents( other ) );
		}
	}

	@Test
	void stoppedGenerationContinuesToTheSameFiles() throws IOException
	{
		final Path other = folder.resolve( "stopped" );
		final DatasetSettings settings = settings( other, SETTINGS );
		Parallelization.runSingleThreaded(
				() -> assertThrows( CancellationException.class, () -> DatasetGenerator.generate( settings, ( done, what ) -> {
					if ( done > 0 )
						throw new CancellationException();
				} ) ) );
		assertTrue( Files.isDirectory( other.resolve( "case-00000" ) ) && !Files.exists( other.resolve( "case-00001" ) ) );
		// What a killed process leaves.
		Files.writeString( Files.createDirectories( other.resolve( ".case-00001.partial" ) ).resolve( "ct.nii.gz" ), "half" );
		assertEquals( 3, Parallelization.runWithNumThreads( 3, () -> generated( settings ) ) );
		assertEquals( 0, DatasetGenerator.generate( settings, Progress.NONE ) );
		assertEquals( contents( dataset ), contents( other ) );
	}

	@Test
	void cancelIsHeardWithinASecondAndLeavesWholeCases() throws IOException
	{
		final Path other = folder.resolve( "canceled" );
		final PhantomSettings large = PhantomSettings.augmented( GridSize.FULL, GeometryMode.GENERALIZED, 11 );
		final long start = System.nanoTime();
		assertThrows( CancellationException.class, () -> DatasetGenerator.generate( settings( other, large ), ( done, what ) -> {
			if ( System.nanoTime() - start > 700_000_000L )
				throw new CancellationException();
		} ) );
		// A second after 0.7 s on an idle machine; others may keep this one busy.
		assertTrue( System.nanoTime() - start < 4_700_000_000L, ( System.nanoTime() - start ) + " ns" );
		assertEquals( Set.of( "index.json" ), contents( other ).keySet() );
	}

	@Test
	void otherSettingsInTheSameFolderAreRefused()
	{
		final PhantomSettings others = PhantomSettings.standard( GridSize.QUARTER, GeometryMode.GENERALIZED, 12 );
		final IOException refused = assertThrows( IOException.class,
				() -> DatasetGenerator.generate( settings( dataset, others ), Progress.NONE ) );
		assertTrue( refused.getMessage().contains( "index.json" ) );
	}

	@Test
	void surfacesOfAFolderTakeTurns() throws IOException
	{
		final Path surfaces = Files.createDirectories( folder.resolve( "surfaces" ) ), output = folder.resolve( "of-surfaces" );
		MeshFiles.write( ParametricFemur.sample( 5 ), surfaces.resolve( "p1_rfemur.stl" ) );
		Files.writeString( surfaces.resolve( "notes.txt" ), "not a surface" );
		DatasetGenerator.generate( new DatasetSettings( ShapeSettings.of( ShapeSource.SURFACES, surfaces, 1 ), output, 1, SETTINGS ),
				Progress.NONE );
		final DatasetReader reader = DatasetReader.open( output );
		assertEquals( List.of( "p1" ), reader.persons() );
		assertEquals( 2, reader.read( 0 ).drrs().size() );
	}

	@Test
	void everyPersonIsInOnePartAndTheIndexCountsThem() throws IOException
	{
		final CaseMaker maker = CaseMaker.of( new ShapeSettings( ShapeSource.PARAMETRIC, null, 3, 0.2, 0.3 ), 30, SETTINGS, Progress.NONE );
		final Map< DatasetPart, Set< String > > persons = new EnumMap<>( DatasetPart.class );
		for ( int i = 0; i < 30; ++i )
			persons.computeIfAbsent( maker.part( i ), p -> new HashSet<>() ).add( maker.entry( i ).person() );
		assertEquals( Map.of( DatasetPart.TRAINING, 5, DatasetPart.VALIDATION, 2, DatasetPart.TEST, 3 ),
				persons.entrySet().stream().collect( Collectors.toMap( Map.Entry::getKey, e -> e.getValue().size() ) ) );
		final DatasetIndex index = DatasetIndex.read( dataset );
		assertEquals( 4, index.split().values().stream().mapToInt( DatasetIndex.Counts::cases ).sum() );
		assertEquals( 2, index.split().values().stream().mapToInt( DatasetIndex.Counts::persons ).sum() );
	}

	@Test
	void imperfectViewsKeepTheTruth() throws IOException
	{
		final Path other = folder.resolve( "imperfect" );
		final Imperfections imperfections = new Imperfections( new PoseAugmentation( 1, 2 ), 3, 1 );
		DatasetGenerator.generate( settings( other, SETTINGS.withImperfections( imperfections ) ), Progress.NONE );
		final Case perfect = DatasetReader.open( dataset ).read( 2 ), imperfect = DatasetReader.open( other ).read( 2 );
		for ( int v = 0; v < 2; ++v )
		{
			final View seen = imperfect.drrs().get( v ).view(), truth = imperfect.truth().views().get( v );
			assertArrayEquals( perfect.drrs().get( v ).view().projection().toArray(), truth.projection().toArray(), 1e-12 );
			final double[] a = seen.projection().project( 10, 20, 30 ), b = truth.projection().project( 10, 20, 30 );
			final double shift = Math.hypot( ( a[ 0 ] - b[ 0 ] ) * seen.pixelSpacingX(), ( a[ 1 ] - b[ 1 ] ) * seen.pixelSpacingY() );
			assertTrue( shift > 0.01 && shift < 8, shift + " mm" );
			assertArrayEquals( FloatArrays.of( perfect.drrs().get( v ).image() ), FloatArrays.of( imperfect.drrs().get( v ).image() ) );
		}
	}

	@Test
	void foldersWithoutDataAreRefused() throws IOException
	{
		final Path empty = Files.createDirectories( folder.resolve( "empty" ) );
		assertThrows( IOException.class, () -> DatasetReader.open( empty ) );
		assertThrows( IOException.class,
				() -> DatasetGenerator.generate(
						new DatasetSettings( ShapeSettings.of( ShapeSource.SURFACES, empty, 1 ), folder.resolve( "none" ), 1, SETTINGS ),
						Progress.NONE ) );
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
