/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/**
 * What becomes of good, incomplete, foreign and hostile model folders.
 */
class ModelZooTest
{
	@TempDir
	static Path folder;

	private static Path good;

	@BeforeAll
	static void write() throws IOException
	{
		final Path checkpoint = folder.resolve( "a.checkpoint" );
		try ( TrainableNetwork network =
				new TrainableNetwork( Ellipsoids.CONFIG, LossWeights.PAPER, TrainingAtlas.of( Ellipsoids.atlas() ), Device.CPU, 1 ) )
		{
			network.save( checkpoint );
		}
		good = folder.resolve( "good" );
		final Grid grid = Grid.centered( new int[] { 4, 5, 6 }, 1, 2, 3 );
		final byte[] labels = new byte[ grid.voxelCount() ];
		labels[ 7 ] = 1;
		ModelFolder.write( new ModelFolder.Facts( "ellipsoids", Ellipsoids.CONFIG, List.of( new ViewRange( "frontal", -30, 30, 0, 0 ) ),
				new Training( "ellipsoids", 3, 2, LearnedMasks.BOTH, 0, "none" ), Map.of( "dice", 0.5 ) ), checkpoint,
				new Atlas( Volume.floats( grid ), Volume.labels( grid, labels ) ), good );
	}

	private static Path copy( final String name ) throws IOException
	{
		final Path copy = Files.createDirectory( folder.resolve( name ) );
		for ( final String file : ModelFolder.FILES )
			Files.copy( good.resolve( file ), copy.resolve( file ) );
		return copy;
	}

	private static String refused( final Path model )
	{
		final String message = assertThrows( IOException.class, () -> ModelZoo.load( model.toString(), Device.CPU ).close() ).getMessage();
		assertFalse( message.contains( "\n" ), message );
		return message;
	}

	private static void replaceInDescription( final Path model, final String from, final String to ) throws IOException
	{
		final Path file = model.resolve( ModelFolder.DESCRIPTION );
		final String text = Files.readString( file );
		assertTrue( text.contains( from ), text );
		Files.writeString( file, text.replace( from, to ) );
	}

	@Test
	void writtenModelIsLoadedWithItsAtlas() throws IOException
	{
		try ( RegistrationModel model = ( RegistrationModel ) ModelZoo.load( good.toString(), Device.AUTO ) )
		{
			assertEquals( "ellipsoids", model.name() );
			assertEquals( Ellipsoids.CONFIG.grid(), model.grid() );
			assertEquals( 12, model.detectorColumns() );
			assertEquals( 16, model.detectorRows() );
			assertEquals( 6, model.atlas().orElseThrow().ct().grid().size()[ 2 ] );
			assertEquals( 1, model.regress( Ellipsoids.atlas(), Ellipsoids.cases( 1, 1 ).get( 0 ).radiographs() ).similarity().scale(),
					0.01 );
			assertThrows( IllegalArgumentException.class, () -> model.regress( Ellipsoids.atlas(), List.of() ) );
			assertThrows( IllegalArgumentException.class,
					() -> model.regress( Volume.floats( Grid.centered( new int[] { 4, 4, 4 }, 1, 1, 1 ) ),
							Ellipsoids.cases( 1, 1 ).get( 0 ).radiographs() ) );
		}
	}

	@Test
	void unknownNameIsRefused()
	{
		assertTrue( refused( Path.of( "no-such-model" ) ).contains( "no-such-model" ) );
		assertThrows( IOException.class, () -> ModelZoo.load( "", Device.CPU ) );
		assertThrows( IOException.class, () -> ModelZoo.load( "a\0b", Device.CPU ) );
	}

	@Test
	void eachMissingFileIsNamed() throws IOException
	{
		for ( final String file : ModelFolder.FILES )
		{
			final Path model = copy( "without-" + file );
			Files.delete( model.resolve( file ) );
			assertTrue( refused( model ).contains( file ) );
		}
	}

	@Test
	void foreignFilesAreNamed() throws IOException
	{
		for ( final String file : ModelFolder.FILES )
		{
			final Path model = copy( "foreign-" + file );
			Files.writeString( model.resolve( file ), "{\"something\": \"else\"}" );
			assertTrue( refused( model ).contains( file ) );
		}
		final Path more = copy( "more" );
		Files.createFile( more.resolve( ".DS_Store" ) );
		ModelZoo.load( more.toString(), Device.CPU ).close();
		Files.createFile( more.resolve( "variables" ) );
		assertTrue( refused( more ).contains( "has the foreign file variables" ) );
	}

	@Test
	void otherVersionsAndSizesAreRefused() throws IOException
	{
		final Path version = copy( "version" );
		replaceInDescription( version, "\"version\": 1", "\"version\": 2" );
		assertTrue( refused( version ).contains( "version" ) );
		final Path sizes = copy( "sizes" );
		replaceInDescription( sizes, "\"detectorRows\": 16", "\"detectorRows\": 32" );
		assertTrue( refused( sizes ).contains( "radiograph" ) );
		final Path absurd = copy( "absurd" );
		replaceInDescription( absurd, "\"detectorRows\": 16", "\"detectorRows\": 1000000000" );
		assertTrue( refused( absurd ).contains( "detectorRows" ) );
	}

	@Test
	void graphWithFileOperationsIsRefusedByTheirName() throws IOException
	{
		final Path model = copy( "hostile" ), graph = model.resolve( ModelFolder.GRAPH );
		Files.delete( graph );
		try ( Graph g = new Graph() )
		{
			final Ops tf = Ops.create( g );
			final Signature.Builder signature = Signature.builder().key( SavedModels.SIGNATURE ).methodName( SavedModels.METHOD );
			final Operand< TString > read = tf.io.readFile( tf.constant( "/etc/passwd" ) );
			final Placeholder< TFloat32 > in = tf.placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1 ) ) );
			SavedModels.write( g, signature.input( "atlas", in ).output( "text", read ).build(),
					folder.resolve( "reads" ) );
		}
		Files.copy( folder.resolve( "reads" ).resolve( SavedModels.FILE ), graph );
		replaceInDescription( model, ModelFolder.sha256( good.resolve( ModelFolder.GRAPH ) ), ModelFolder.sha256( graph ) );
		assertTrue( refused( model ).contains( "ReadFile" ) );
	}

	@Test
	void graphWithAnotherSignatureIsRefused() throws IOException
	{
		final Path model = copy( "signature" ), graph = model.resolve( ModelFolder.GRAPH );
		Files.delete( graph );
		ProjectionGraph.BEAM.export( folder.resolve( "beam" ) );
		Files.copy( folder.resolve( "beam" ).resolve( SavedModels.FILE ), graph );
		replaceInDescription( model, ModelFolder.sha256( good.resolve( ModelFolder.GRAPH ) ), ModelFolder.sha256( graph ) );
		assertTrue( refused( model ).contains( "inputs" ) );
	}
}
