/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.FloatArrays;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class LabelNetworkTest
{
	@Test
	void gradientsOfItsBlocks()
	{
		final Graphs.Input volume = Graphs.random( new Random( 3 ), 1, 1, 4, 6, 2, 8 );
		final List< Graphs.Piece > pieces = List.of( ( tf, in ) -> blocks( tf ).halve( in.get( 0 ) ),
				( tf, in ) -> blocks( tf ).normalized( "a", in.get( 0 ), 16 ) );
		for ( final Graphs.Piece piece : pieces )
		{
			final double[] d = Graphs.derivatives( piece, 0, 1e-4, volume );
			assertEquals( d[ 1 ], d[ 0 ], 1e-2 * Math.max( 1, Math.abs( d[ 1 ] ) ) );
		}
	}

	private static ConvolutionBlocks blocks( final Ops tf )
	{
		return new ConvolutionBlocks( tf, Graphs.drawn( tf, 1 ) );
	}

	/** Voxels see the middle of the bone where the radiographs show it, whichever voxel along the beam it is. */
	@Test
	void radiographsAreCopiedAlongTheAxisTheyDoNotSee()
	{
		final NetworkConfig config = Ellipsoids.LABELS;
		final List< Radiograph > radiographs = Ellipsoids.cases( 1, 2 ).get( 0 ).radiographs();
		TensorFlowRuntime.require( Device.CPU );
		try ( Graph graph = new Graph() )
		{
			final Ops tf = Ops.create( graph );
			final LabelNetwork network = new LabelNetwork( tf, Graphs.drawn( tf, 1 ), config );
			try ( Session session = new Session( graph ); Feeds feeds = new Feeds( session ) )
			{
				final Map< String, float[] > arrays = new NetworkInput( config ).views( radiographs );
				network.inputs().forEach( ( name, placeholder ) -> feeds.put( placeholder, arrays.get( name ) ) );
				for ( final Operand< TFloat32 > copy : network.copies )
					feeds.runner().fetch( copy );
				try ( Result result = feeds.runner().run() )
				{
					final int[] n = config.grid().size();
					final float[] frontal = Tensors.values( ( TFloat32 ) result.get( 0 ) ),
							lateral = Tensors.values( ( TFloat32 ) result.get( 1 ) );
					for ( int i = 0; i < frontal.length; ++i )
					{
						final int x = i % n[ 0 ], y = i / n[ 0 ] % n[ 1 ], z = i / n[ 0 ] / n[ 1 ];
						final double[] p = config.grid().worldFromVoxel().apply( x, y, z );
						assertEquals( read( radiographs.get( 0 ), p[ 0 ], 0, p[ 2 ] ), frontal[ i ], 1e-4 );
						assertEquals( read( radiographs.get( 1 ), 0, p[ 1 ], p[ 2 ] ), lateral[ i ], 1e-4 );
					}
				}
			}
		}
	}

	/** Bilinear, 0 outside. */
	private static double read( final Radiograph radiograph, final double... world )
	{
		final double[] h = radiograph.view().projection().homogeneousFromWorld().apply( world );
		final double c = h[ 0 ] / h[ 2 ], r = h[ 1 ] / h[ 2 ];
		final int columns = radiograph.view().columns(), rows = radiograph.view().rows();
		final float[] image = FloatArrays.of( radiograph.image() );
		double sum = 0;
		for ( int i = 0; i < image.length; ++i )
			sum += image[ i ] * Math.max( 0, 1 - Math.abs( i % columns - c ) ) * Math.max( 0, 1 - Math.abs( i / columns - r ) );
		assertEquals( columns * rows, image.length );
		return sum;
	}

	@Test
	void trainingOnEllipsoidsFindsThem()
	{
		final List< TrainingCase > cases = Ellipsoids.labeled( Ellipsoids.cases( 8, 4 ) ),
				others = Ellipsoids.labeled( Ellipsoids.cases( 4, 9 ) );
		try ( TrainableNetwork network =
				new TrainableNetwork( Ellipsoids.LABELS, LossWeights.PAPER, Ellipsoids.trainingAtlas(), Device.CPU, 1 ) )
		{
			final double before = total( network, others );
			for ( int step = 0; step < 120; ++step )
				network.step( cases.get( step % cases.size() ), 3e-3 );
			assertTrue( total( network, others ) < 0.4 * before, before + " -> " + total( network, others ) );
			final Losses losses = network.evaluate( others.get( 0 ) );
			assertTrue( losses.correlation() > 0.8, "correlation " + losses.correlation() );
			assertEquals( 0, losses.surfaceDistance() + losses.similarityError() + losses.roughness() + losses.affineCorrelation() );
		}
	}

	private static double total( final TrainableNetwork network, final List< TrainingCase > cases )
	{
		return cases.stream().mapToDouble( c -> network.evaluate( c ).total() ).average().orElseThrow();
	}

	/** The formula by hand: cross-entropy and soft Dice of the network's own answer. */
	@Test
	void lossIsCrossEntropyAndDice()
	{
		final TrainingCase example = Ellipsoids.labeled( Ellipsoids.cases( 1, 5 ) ).get( 0 );
		try ( TrainableNetwork network =
				new TrainableNetwork( Ellipsoids.LABELS, LossWeights.PAPER, Ellipsoids.trainingAtlas(), Device.CPU, 1 ) )
		{
			network.step( example, 1e-2 );
			final float[] p = network.outputs( example ).get( RegistrationGraph.OCCUPANCY ), t = FloatArrays.of( example.bone().voxels() );
			double entropy = 0, both = 1, sizes = 2;
			for ( int i = 0; i < p.length; ++i )
			{
				entropy -= ( t[ i ] * Math.log( p[ i ] ) + ( 1 - t[ i ] ) * Math.log( 1 - p[ i ] ) ) / p.length;
				both += p[ i ] * t[ i ];
				sizes += p[ i ] + t[ i ];
			}
			assertEquals( 1 - 2 * both / sizes + entropy, network.evaluate( example ).total(), 1e-4 );
		}
	}
}
