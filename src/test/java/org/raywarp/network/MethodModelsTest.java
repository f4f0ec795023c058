/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.Regression;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Models of the methods that the paper compares with, from a training to a folder and back.
 */
class MethodModelsTest
{
	private static final NetworkConfig STATISTICAL = Ellipsoids.CONFIG.withMethod( Method.STATISTICAL );

	@TempDir
	private Path folder;

	private static TrainableNetwork network( final NetworkConfig config )
	{
		return new TrainableNetwork( config, new LossWeights( 0.01, 0.1, 0.1 ), Ellipsoids.trainingAtlas(), Device.CPU, 1 );
	}

	/** Trains for some steps on one case, and writes the model. */
	private Map< String, float[] > write( final NetworkConfig config, final TrainingCase example ) throws IOException
	{
		final Path checkpoint = folder.resolve( "a.checkpoint" );
		final Map< String, float[] > outputs;
		try ( TrainableNetwork network = network( config ) )
		{
			for ( int step = 0; step < 5; ++step )
				network.step( example, 3e-3 );
			network.save( checkpoint );
			outputs = network.outputs( example );
		}
		try ( TrainableNetwork network = network( config ) )
		{
			network.restore( checkpoint );
			assertEquals( 5, network.steps() );
			for ( final Map.Entry< String, float[] > output : network.outputs( example ).entrySet() )
				assertArrayEquals( outputs.get( output.getKey() ), output.getValue(), 1e-5f );
		}
		final Grid grid = Grid.centered( new int[] { 4, 5, 6 }, 1, 2, 3 );
		final byte[] labels = new byte[ grid.voxelCount() ];
		labels[ 7 ] = 1;
		ModelFolder.write(
				new ModelFolder.Facts( "rival", config,
						List.of( new ViewRange( "frontal", 0, 0, 0, 0 ), new ViewRange( "lateral", 90, 90, 0, 0 ) ),
						new Training( "ellipsoids", 1, 1, LearnedMasks.WITH, 5, "none" ), Map.of() ),
				checkpoint, new Atlas( Volume.floats( grid ), Volume.labels( grid, labels ), Optional.of( Ellipsoids.population() ) ),
				folder.resolve( "model" ) );
		return outputs;
	}

	private BiplanarModel load() throws IOException
	{
		return ModelZoo.load( folder.resolve( "model" ).toString(), Device.CPU );
	}

	@Test
	void statisticalModelRegressesAsItsTraining() throws IOException
	{
		final TrainingCase example = Ellipsoids.cases( 1, 6 ).get( 0 );
		final Regression expected = RegistrationGraph.regression( STATISTICAL, write( STATISTICAL, example ) );
		try ( RegistrationModel model = ( RegistrationModel ) load() )
		{
			final Regression actual = model.regress( Ellipsoids.atlas(), example.radiographs() );
			assertArrayEquals( SimilarityLayer.parameters( expected.similarity() ), SimilarityLayer.parameters( actual.similarity() ),
					1e-4f );
			assertArrayEquals( FloatArrays.of( expected.velocity().vectors() ), FloatArrays.of( actual.velocity().vectors() ), 1e-4f );
			float greatest = 0;
			for ( final float v : FloatArrays.of( actual.velocity().vectors() ) )
				greatest = Math.max( greatest, Math.abs( v ) );
			assertTrue( greatest > 0.01, "the weights have left zero: " + greatest );
		}
	}

	/** The similarities are known to be the identity: what the bones differ by is the first mode's weight. */
	@Test
	void statisticalTrainingFindsTheWeights()
	{
		final List< TrainingCase > cases =
				List.of( Ellipsoids.bent( Similarity.IDENTITY, 6 ), Ellipsoids.bent( Similarity.IDENTITY, -6 ) );
		try ( TrainableNetwork network = network( STATISTICAL ) )
		{
			final double before = network.evaluate( cases.get( 0 ) ).surfaceDistance();
			assertEquals( 0, network.evaluate( cases.get( 0 ) ).roughness(), 1e-6, "it starts without a deformation" );
			for ( int step = 0; step < 100; ++step )
				network.step( cases.get( step % 2 ), 3e-3 );
			assertTrue( network.evaluate( cases.get( 0 ) ).surfaceDistance() < 0.6 * before,
					before + " -> " + network.evaluate( cases.get( 0 ) ).surfaceDistance() );
			// Where sin( z / 25 ) is near 1, above the middle of the grid.
			final int[] n = STATISTICAL.velocityGrid().size();
			final long[] voxel = { 0, n[ 0 ] / 2, n[ 1 ] / 2, n[ 2 ] / 2 + 1 };
			for ( int i = 0; i < 2; ++i )
			{
				final float x = network.regress( cases.get( i ) ).velocity().vectors().getAt( voxel ).get();
				assertEquals( i == 0 ? 6 : -6, x, 3, "bend of case " + i );
			}
		}
	}

	@Test
	void statisticalNetworkNeedsThePopulation()
	{
		final IllegalArgumentException e = assertThrows( IllegalArgumentException.class,
				() -> new TrainableNetwork( STATISTICAL, LossWeights.PAPER, TrainingAtlas.of( Ellipsoids.atlas() ), Device.CPU, 1 )
						.close() );
		assertTrue( e.getMessage().contains( "population" ), e.getMessage() );
	}

	@Test
	void labelModelRegressesAsItsTraining() throws IOException
	{
		final TrainingCase example = Ellipsoids.labeled( Ellipsoids.cases( 1, 6 ) ).get( 0 );
		final float[] expected = write( Ellipsoids.LABELS, example ).get( RegistrationGraph.OCCUPANCY );
		try ( LabelModel model = ( LabelModel ) load() )
		{
			final Volume< FloatType > occupancy = model.occupancy( example.radiographs() );
			assertEquals( Ellipsoids.LABELS.grid(), occupancy.grid() );
			assertArrayEquals( expected, FloatArrays.of( occupancy.voxels() ), 1e-4f );
		}
	}

	@Test
	void viewsThatAreNotOrthogonalAreRefused() throws IOException
	{
		final TrainingCase example = Ellipsoids.labeled( Ellipsoids.cases( 1, 6 ) ).get( 0 );
		write( Ellipsoids.LABELS, example );
		final Radiograph frontal = example.radiographs().get( 0 ), lateral = example.radiographs().get( 1 );
		try ( LabelModel model = ( LabelModel ) load() )
		{
			model.occupancy( List.of( frontal, turned( lateral, 91.5, 0 ) ) );
			for ( final Radiograph off : List.of( turned( lateral, 93, 0 ), turned( lateral, 90, -4 ), turned( lateral, -90, 0 ) ) )
			{
				final String message =
						assertThrows( IllegalArgumentException.class, () -> model.occupancy( List.of( frontal, off ) ) ).getMessage();
				assertTrue( message.contains( "orthogonal views" ) && message.contains( "lateral" ) && !message.contains( "\n" ), message );
			}
			assertThrows( IllegalArgumentException.class, () -> model.occupancy( List.of( frontal ) ) );
		}
	}

	private static Radiograph turned( final Radiograph radiograph, final double primaryAngle, final double secondaryAngle )
	{
		return new Radiograph( radiograph.image(), null, ConeBeamGeometry
				.standard( new CArmAngulation( primaryAngle, secondaryAngle ), radiograph.view().columns(), radiograph.view().rows() )
				.view( radiograph.view().name() ) );
	}

	@Test
	void descriptionSaysTheMethod() throws IOException
	{
		write( Ellipsoids.LABELS, Ellipsoids.labeled( Ellipsoids.cases( 1, 6 ) ).get( 0 ) );
		final String text = Files.readString( folder.resolve( "model" ).resolve( ModelFolder.DESCRIPTION ) );
		assertEquals( Ellipsoids.LABELS, ModelDescriptionFile.read( "model.json", text ).network() );
		final String silent = text.replace( "\"method\": \"LABELS\",", "" );
		assertFalse( silent.equals( text ) );
		assertEquals( Method.DEFORMATION, ModelDescriptionFile.read( "model.json", silent ).network().method() );
		final String message = assertThrows( IOException.class,
				() -> ModelDescriptionFile.read( "model.json", text.replace( "\"LABELS\"", "\"MAGIC\"" ) ) ).getMessage();
		assertTrue( message.contains( "method" ) && message.contains( "STATISTICAL" ), message );
		Files.writeString( folder.resolve( "model" ).resolve( ModelFolder.DESCRIPTION ), silent );
		assertThrows( IOException.class, this::load, "the graph is that of another method" );
	}

	@Test
	void configurationsThatDoNotFitAreRefused()
	{
		final Architecture ablated = new Architecture( 1, 8, List.of( 8, 8 ), 4, 2, Set.of( Ablation.NO_SKIPS ) );
		final Grid grid = Ellipsoids.CONFIG.grid();
		assertThrows( IllegalArgumentException.class, () -> new NetworkConfig( 12, 16, grid, ablated, Method.LABELS ) );
		assertThrows( IllegalArgumentException.class, () -> Ellipsoids.CONFIG.withMethod( Method.LABELS ), "10 is no multiple of 4" );
	}
}
