/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.deformation.VelocityField;
import org.raywarp.registration.Regression;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A registration network with its weights, its loss and its optimizer: takes steps, is saved and restored. For one thread
 * at a time.
 */
public final class TrainableNetwork implements AutoCloseable
{
	private final NetworkConfig config;

	private final NetworkInput input;

	private final float[] atlas;

	private final Graph graph;

	private final RegistrationNetwork network;

	private final LossGraph loss;

	private final Weights weights;

	private final AdamSchedule schedule;

	private final List< Op > minimize;

	private final Session session;

	private long steps;

	/**
	 * Builds the network with new weights.
	 *
	 * @param config
	 *            its sizes and layers
	 * @param lossWeights
	 *            what is minimized
	 * @param trainingAtlas
	 *            the atlas, its bone on the network's grid
	 * @param device
	 *            where to compute
	 * @param seed
	 *            determines the new weights
	 * @throws IllegalArgumentException
	 *             if the atlas lies on another grid
	 * @throws IllegalStateException
	 *             if TensorFlow or the device is missing
	 */
	public TrainableNetwork( final NetworkConfig config, final LossWeights lossWeights, final TrainingAtlas trainingAtlas,
			final Device device, final long seed )
	{
		this.config = config;
		input = new NetworkInput( config );
		atlas = input.volume( trainingAtlas.bone(), "atlas" );
		TensorFlowRuntime.require( device );
		Convolution3D.registerGradient();
		graph = new Graph();
		final Ops tf = Ops.create( graph );
		weights = new Weights( tf );
		network = new RegistrationNetwork( tf, weights, config );
		loss = new LossGraph( tf, network, config, lossWeights, trainingAtlas.distance() );
		schedule = AdamSchedule.create( tf );
		minimize = weights.minimize( loss.terms.get( 0 ), schedule );
		session = new Session( graph, TensorFlowRuntime.sessionConfig( device ) );
		weights.initialize( session, seed );
	}

	/**
	 * @return the configuration
	 */
	public NetworkConfig config()
	{
		return config;
	}

	/**
	 * @return number of steps taken so far, those before a restored checkpoint included
	 */
	public long steps()
	{
		return steps;
	}

	/**
	 * Takes one step of Adam.
	 *
	 * @param example
	 *            the case to learn from
	 * @param learningRate
	 *            the step's size
	 * @return the losses before the step
	 */
	public Losses step( final TrainingCase example, final double learningRate )
	{
		try ( Feeds feeds = feeds( example ) )
		{
			schedule.feed( feeds, steps + 1, learningRate );
			minimize.forEach( feeds.runner()::addTarget );
			final Losses losses = losses( feeds );
			++steps;
			return losses;
		}
	}

	/**
	 * @param example
	 *            a case
	 * @return its losses; nothing is learned
	 */
	public Losses evaluate( final TrainingCase example )
	{
		try ( Feeds feeds = feeds( example ) )
		{
			return losses( feeds );
		}
	}

	/**
	 * Runs the network on a case with its present weights.
	 *
	 * @param example
	 *            a case
	 * @return what the network regresses
	 */
	public Regression regress( final TrainingCase example )
	{
		try ( Feeds feeds = feeds( example ); Result result = feeds.runner().fetch( network.affine ).fetch( network.velocity ).run() )
		{
			return new Regression( SimilarityLayer.similarity( Tensors.values( ( TFloat32 ) result.get( 0 ) ) ),
					VelocityField.of( config.velocityGrid(), Tensors.values( ( TFloat32 ) result.get( 1 ) ) ) );
		}
	}

	private Feeds feeds( final TrainingCase example )
	{
		final Feeds feeds = new Feeds( session );
		feeds.put( network.atlas, atlas );
		for ( int i = 0; i < network.views.size(); ++i )
		{
			final RegistrationNetwork.ViewInput view = network.views.get( i );
			final List< float[] > geometry = input.geometry( example.radiographs().get( i ).view() );
			feeds.put( view.radiograph(), input.radiograph( example.radiographs().get( i ) ) );
			feeds.put( view.projection(), geometry.get( 0 ) );
			feeds.put( view.rays(), geometry.get( 1 ) );
			feeds.put( view.range(), geometry.get( 2 ) );
		}
		feeds.put( loss.subject, input.volume( example.bone(), "subject" ) );
		feeds.put( loss.truth, example.truth().map( SimilarityLayer::parameters ).orElse( new float[ SimilarityLayer.PARAMETERS ] ) );
		feeds.put( loss.known, example.truth().isPresent() ? 1 : 0 );
		final float[] points = example.surface();
		feeds.put( loss.surface, points.length == 0 ? new float[ 3 * TrainingCase.SURFACE_POINTS ] : planar( points ) );
		feeds.put( loss.hasSurface, points.length == 0 ? 0 : 1 );
		return feeds;
	}

	/** x of all points, then y, then z. */
	private static float[] planar( final float[] points )
	{
		final float[] planar = new float[ points.length ];
		final int count = points.length / 3;
		for ( int i = 0; i < points.length; ++i )
			planar[ i % 3 * count + i / 3 ] = points[ i ];
		return planar;
	}

	private Losses losses( final Feeds feeds )
	{
		for ( final Operand< TFloat32 > term : loss.terms )
			feeds.runner().fetch( term );
		try ( Result result = feeds.runner().run() )
		{
			final double[] v = new double[ loss.terms.size() ];
			for ( int i = 0; i < v.length; ++i )
				v[ i ] = ( ( TFloat32 ) result.get( i ) ).getFloat();
			return new Losses( v[ 0 ], v[ 1 ], v[ 2 ], v[ 3 ], v[ 4 ], v[ 5 ] );
		}
	}

	/**
	 * Takes over the weights of a finished model, with the optimizer and the number of steps of a new training.
	 *
	 * @param pretrained
	 *            of a model of the same layers; its images may have other sizes
	 * @throws IllegalArgumentException
	 *             if its layers are others
	 */
	public void begin( final PretrainedWeights pretrained )
	{
		weights.begin( session, pretrained );
	}

	/**
	 * Writes all variables, the optimizer's included, and the number of steps.
	 *
	 * @param file
	 *            written beside its place first, then moved there
	 * @throws IOException
	 *             if it cannot be written
	 */
	public void save( final Path file ) throws IOException
	{
		new Checkpoint( steps, weights.values( session ) ).write( file );
	}

	/**
	 * Continues from a checkpoint exactly as if the training had not stopped.
	 *
	 * @param file
	 *            of {@link #save}
	 * @throws IOException
	 *             if it cannot be read, or is that of another network
	 */
	public void restore( final Path file ) throws IOException
	{
		final Checkpoint checkpoint = Checkpoint.read( file, maxValues() );
		try
		{
			weights.assign( session, checkpoint.values() );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( "The checkpoint " + file + " does not fit: " + e.getMessage(), e );
		}
		steps = checkpoint.steps();
	}

	/** Weights and two moments of each, and room to tell a foreign file from a huge one. */
	private long maxValues()
	{
		return 4 * weights.count();
	}

	/**
	 * Writes the network with its present weights as a SavedModel for inference.
	 *
	 * @param folder
	 *            must not exist yet
	 * @throws IOException
	 *             if it cannot be written
	 */
	public void export( final Path folder ) throws IOException
	{
		RegistrationGraph.export( config, weights.values( session ), folder );
	}

	@Override
	public void close()
	{
		session.close();
		graph.close();
	}
}
