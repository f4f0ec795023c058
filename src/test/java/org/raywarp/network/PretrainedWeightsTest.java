/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

/** What a model folder gives back besides its graph: its weights, and its atlas with the population. */
class PretrainedWeightsTest
{
	@TempDir
	static Path folder;

	private static Path model;

	private static double loss;

	@BeforeAll
	static void write() throws IOException
	{
		final Path checkpoint = folder.resolve( "a.checkpoint" );
		try ( TrainableNetwork network = network( Ellipsoids.CONFIG, 1 ) )
		{
			for ( final TrainingCase example : Ellipsoids.cases( 3, 1 ) )
				network.step( example, 1e-2 );
			loss = network.evaluate( Ellipsoids.cases( 1, 7 ).get( 0 ) ).total();
			network.save( checkpoint );
		}
		final Grid grid = Grid.centered( new int[] { 4, 5, 6 }, 1, 2, 3 );
		final byte[] labels = new byte[ grid.voxelCount() ];
		labels[ 7 ] = 1;
		final float[] mode = new float[ 3 * 64 ];
		mode[ 5 ] = 0.25f;
		model = folder.resolve( "model" );
		ModelFolder.write( new ModelFolder.Facts( "ellipsoids", Ellipsoids.CONFIG, List.of( new ViewRange( "frontal", -30, 30, 0, 0 ) ),
				new Training( "ellipsoids", 3, 2, LearnedMasks.WITH, 3, "none" ), Map.of() ), checkpoint,
				new Atlas( Volume.floats( grid ),
						Volume.labels( grid, labels ), Optional.of( new VelocityModes( grid, List.of( 4, 4, 4 ), List.of( mode ) ) ) ),
				model );
	}

	private static TrainableNetwork network( final NetworkConfig config, final long seed )
	{
		return new TrainableNetwork( config, LossWeights.PAPER, TrainingAtlas.of( Ellipsoids.atlas() ), Device.CPU, seed );
	}

	@Test
	void anotherTrainingBeginsWithTheWeightsOfAModel() throws IOException
	{
		final PretrainedWeights weights = ModelZoo.weights( model.toString() );
		final TrainingCase example = Ellipsoids.cases( 1, 7 ).get( 0 );
		try ( TrainableNetwork network = network( Ellipsoids.CONFIG, 2 ) )
		{
			assertNotEquals( loss, network.evaluate( example ).total(), 1e-3 );
			network.begin( weights );
			assertEquals( loss, network.evaluate( example ).total(), 1e-5 );
			assertEquals( 0, network.steps() );
		}
	}

	@Test
	void otherLayersAreRefused() throws IOException
	{
		final Architecture a = Ellipsoids.CONFIG.architecture();
		final NetworkConfig other = new NetworkConfig( Ellipsoids.CONFIG.detectorColumns(), Ellipsoids.CONFIG.detectorRows(),
				Ellipsoids.CONFIG.grid(),
				new Architecture( a.levels(), 2 * a.features(), a.decoderFeatures(), a.squarings(), a.velocityStride(), a.ablations() ) );
		final PretrainedWeights weights = ModelZoo.weights( model.toString() );
		try ( TrainableNetwork network = network( other, 2 ) )
		{
			final String message = assertThrows( IllegalArgumentException.class, () -> network.begin( weights ) ).getMessage();
			assertTrue( message.contains( model.toString() ), message );
		}
	}

	@Test
	void atlasKnowsItsPopulation() throws IOException
	{
		final VelocityModes population = ModelZoo.atlas( model.toString() ).population().orElseThrow();
		assertEquals( List.of( 4, 4, 4 ), population.controls() );
		assertEquals( 0.25f, population.modes().get( 0 )[ 5 ] );
	}

	@Test
	void damagedPopulationIsRefused() throws IOException
	{
		final Path copy = Files.createDirectory( folder.resolve( "copy" ) );
		for ( final Path file : List.of( "model.json", "saved_model.pb", "atlas-ct.nii.gz", "atlas-labels.nii.gz", "population.modes" )
				.stream()
				.map( model::resolve ).toList() )
			Files.copy( file, copy.resolve( file.getFileName() ) );
		final byte[] bytes = Files.readAllBytes( copy.resolve( "population.modes" ) );
		final byte[] whole = bytes.clone();
		bytes[ bytes.length - 1 ] ^= 1;
		Files.write( copy.resolve( "population.modes" ), bytes );
		assertTrue(
				assertThrows( IOException.class, () -> ModelZoo.atlas( copy.toString() ) ).getMessage().contains( "population.modes" ) );
		Files.delete( copy.resolve( "population.modes" ) );
		assertTrue(
				assertThrows( IOException.class, () -> ModelZoo.atlas( copy.toString() ) ).getMessage().contains( "population.modes" ) );
		Files.write( copy.resolve( "population.modes" ), whole );
		assertArrayEquals( whole, Files.readAllBytes( copy.resolve( "population.modes" ) ) );
		assertTrue( ModelZoo.atlas( copy.toString() ).population().isPresent() );
	}
}
