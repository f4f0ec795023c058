/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.deformation.Similarity;
import org.raywarp.registration.Regression;
import org.raywarp.volume.FloatArrays;

class TrainableNetworkTest
{
	private static final LossWeights WEIGHTS = new LossWeights( 0.01, 0.1, 0.1 );

	private static TrainableNetwork network()
	{
		return new TrainableNetwork( Ellipsoids.CONFIG, WEIGHTS, Ellipsoids.trainingAtlas(), Device.CPU, 1 );
	}

	@Test
	void untrainedNetworkRegressesAlmostTheIdentity()
	{
		try ( TrainableNetwork network = network() )
		{
			final Regression regression = network.regress( Ellipsoids.cases( 1, 3 ).get( 0 ) );
			assertEquals( 0, regression.similarity().rotationX(), 0.05 );
			assertEquals( 0, regression.similarity().translationZ(), 0.05 );
			assertEquals( 1, regression.similarity().scale(), 0.001 );
			for ( final float v : FloatArrays.of( regression.velocity().vectors() ) )
				assertEquals( 0, v, 0.3 );
		}
	}

	@Test
	void trainingOnEllipsoidsRegistersThem()
	{
		final List< TrainingCase > cases = Ellipsoids.cases( 8, 4 );
		try ( TrainableNetwork network = network() )
		{
			double before = 0, affineBefore = 0, distanceBefore = 0, after = 0, error = 0, distance = 0;
			for ( final TrainingCase example : cases )
			{
				before += network.evaluate( example ).correlation() / cases.size();
				affineBefore += network.evaluate( example ).similarityError() / cases.size();
				distanceBefore += network.evaluate( example ).surfaceDistance() / cases.size();
			}
			for ( int step = 0; step < 120; ++step )
				network.step( cases.get( step % cases.size() ), 3e-3 );
			for ( final TrainingCase example : cases )
			{
				after += network.evaluate( example ).correlation() / cases.size();
				error += network.evaluate( example ).similarityError() / cases.size();
				distance += network.evaluate( example ).surfaceDistance() / cases.size();
			}
			assertTrue( 1 - after < 0.5 * ( 1 - before ), before + " -> " + after );
			assertTrue( error < 0.6 * affineBefore, affineBefore + " -> " + error );
			assertTrue( distance < 0.7 * distanceBefore, distanceBefore + " -> " + distance );
		}
	}

	@Test
	void surfaceOfTheAtlasItselfLiesAtNoDistance()
	{
		final TrainingCase example = Ellipsoids.cases( 1, 3 ).get( 0 );
		final Similarity shift = new Similarity( 0, 0, 0, 6, 0, 0, 1 );
		try ( TrainableNetwork network = network() )
		{
			final TrainingCase same = with( example, Ellipsoids.surface( Similarity.IDENTITY, 0 ) );
			final TrainingCase shifted = with( example, Ellipsoids.surface( shift, 0 ) );
			// The distance map is softened by 0.1 mm and interpolated; the untrained network moves points by up to 0.3 mm.
			assertEquals( 0.2, network.evaluate( same ).surfaceDistance(), 0.15 );
			// Mean over the outline of | 6 cos | is about 4, less where the bone is flat.
			assertEquals( 4, network.evaluate( shifted ).surfaceDistance(), 1 );
			assertEquals( 0, network.evaluate( with( example, new float[ 0 ] ) ).surfaceDistance() );
		}
	}

	private static TrainingCase with( final TrainingCase example, final float[] surface )
	{
		return new TrainingCase( example.bone(), example.radiographs(), example.truth(), surface );
	}

	/**
	 * All state is restored bit for bit. The steps after that differ a little even between two runs of one program: the
	 * native kernels sum in an order that depends on where buffers lie, and Adam amplifies it.
	 */
	@Test
	void restoredTrainingContinuesAsIfItHadNotStopped( @TempDir final Path folder ) throws IOException
	{
		final List< TrainingCase > cases = Ellipsoids.cases( 4, 5 );
		final Path file = folder.resolve( "a.checkpoint" ), again = folder.resolve( "b.checkpoint" );
		final double[] stayed = new double[ 2 ], restored = new double[ 2 ];
		try ( TrainableNetwork network = network() )
		{
			for ( int step = 0; step < 2; ++step )
				network.step( cases.get( step ), 1e-3 );
			network.save( file );
			for ( int step = 2; step < 4; ++step )
				stayed[ step - 2 ] = network.step( cases.get( step ), 1e-3 ).total();
		}
		try ( TrainableNetwork network = network() )
		{
			network.restore( file );
			assertEquals( 2, network.steps() );
			network.save( again );
			assertEquals( -1, Files.mismatch( file, again ) );
			for ( int step = 2; step < 4; ++step )
				restored[ step - 2 ] = network.step( cases.get( step ), 1e-3 ).total();
		}
		assertEquals( stayed[ 0 ], restored[ 0 ], 1e-5 );
		assertEquals( stayed[ 1 ], restored[ 1 ], 2e-2 );
		try ( var files = Files.list( folder ) )
		{
			assertEquals( 2, files.count(), "nothing temporary is left" );
		}
	}

	@Test
	void damagedCheckpointIsRefusedByName( @TempDir final Path folder ) throws IOException
	{
		final Path file = folder.resolve( "b.checkpoint" );
		try ( TrainableNetwork network = network() )
		{
			network.save( file );
			final byte[] bytes = Files.readAllBytes( file );
			Files.write( file, Arrays.copyOf( bytes, bytes.length / 2 ) );
			assertTrue( assertThrows( IOException.class, () -> network.restore( file ) ).getMessage().contains( "b.checkpoint" ) );
			Files.writeString( file, "something else entirely" );
			assertTrue( assertThrows( IOException.class, () -> network.restore( file ) ).getMessage().contains( "b.checkpoint" ) );
		}
	}

	@Test
	void exportedModelRegressesTheSameThroughDjl( @TempDir final Path folder ) throws IOException
	{
		final TrainingCase example = Ellipsoids.cases( 1, 6 ).get( 0 );
		final Regression expected;
		try ( TrainableNetwork network = network() )
		{
			for ( int step = 0; step < 5; ++step )
				network.step( example, 3e-3 );
			expected = network.regress( example );
			network.export( folder.resolve( "model" ) );
		}
		final ModelDescription description = new ModelDescription( "test", Ellipsoids.CONFIG, List.of(), null, Map.of(), null );
		SavedModelCheck.require( folder.resolve( "model" ).resolve( SavedModels.FILE ), RegistrationGraph.inputs( Ellipsoids.CONFIG ),
				RegistrationGraph.outputs( Ellipsoids.CONFIG ) );
		try ( SavedModelRunner runner = new SavedModelRunner( folder.resolve( "model" ), Device.CPU );
				TensorFlowModel model = new TensorFlowModel( description, null, runner, folder.resolve( "none" ) ) )
		{
			final Regression actual = model.regress( Ellipsoids.atlas(), example.radiographs() );
			assertArrayEquals( SimilarityLayer.parameters( expected.similarity() ), SimilarityLayer.parameters( actual.similarity() ),
					1e-4f );
			assertArrayEquals( FloatArrays.of( expected.velocity().vectors() ), FloatArrays.of( actual.velocity().vectors() ), 1e-4f );
		}
	}
}
