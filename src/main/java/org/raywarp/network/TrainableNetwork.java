/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.raywarp.registration.Regression;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A network of any {@link Method} with its weights, its loss and its optimizer: takes steps, is saved and restored. For one thread
 * at a time.
 */
public final class TrainableNetwork implements AutoCloseable
{
	private final NetworkConfig config;

	private final NetworkInput input;

	private final float[] atlas;

	private final Graph graph;

	private final TrainingAtlas trainingAtlas;

	private final NetworkGraph network;

	private final CaseLoss loss;

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
	 *            what is minimized; a label map has one loss only
	 * @param trainingAtlas
	 *            the atlas, its bone on the network's grid
	 * @param device
	 *            where to compute
	 * @param seed
	 *            determines the new weights
	 * @throws IllegalArgumentException
	 *             if the atlas lies on another grid, or lacks the population that the method takes
	 * @throws IllegalStateException
	 *             if TensorFlow or the device is missing
	 */
	public TrainableNetwork( final NetworkConfig config, final LossWeights lossWeights, final TrainingAtlas trainingAtlas,
			final Device device, final long seed )
	{
		this.config = config;
		this.trainingAtlas = trainingAtlas;
		input = new NetworkInput( config );
		atlas = input.volume( trainingAtlas.bone(), "atlas" );
		TensorFlowRuntime.require( device );
		Convolution3D.registerGradient();
		graph = new Graph();
		final Ops tf = Ops.create( graph );
		weights = new Weights( tf );
		if ( config.method() == Method.LABELS )
		{
			final LabelNetwork labels = new LabelNetwork( tf, weights, config );
			network = labels;
			loss = new LabelLoss( tf, labels, config );
		}
		else
		{
			final RegistrationNetwork registration = new RegistrationNetwork( tf, weights, config, trainingAtlas.population() );
			network = registration;
			loss = new LossGraph( tf, registration, config, lossWeights, trainingAtlas.distance() );
		}
		schedule = AdamSchedule.create( tf );
		minimize = weights.minimize( loss.terms().get( 0 ), schedule );
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
	 * @return what the network regresses; not with the method {@link Method#LABELS}
	 */
	public Regression regress( final TrainingCase example )
	{
		return RegistrationGraph.regression( config, outputs( example ) );
	}

	/** @return what the network makes of a case with its present weights, by the names of its outputs */
	Map< String, float[] > outputs( final TrainingCase example )
	{
		final Map< String, Operand< TFloat32 > > tensors = network.outputs();
		try ( Feeds feeds = feeds( example ) )
		{
			tensors.values().forEach( feeds.runner()::fetch );
			final Map< String, float[] > values = new HashMap<>();
			try ( Result result = feeds.runner().run() )
			{
				int i = 0;
				for ( final String name : tensors.keySet() )
					values.put( name, Tensors.values( ( TFloat32 ) result.get( i++ ) ) );
			}
			return values;
		}
	}

	private Feeds feeds( final TrainingCase example )
	{
		final Feeds feeds = new Feeds( session );
		final Map< String, float[] > arrays = input.views( example.radiographs() );
		arrays.put( "atlas", atlas );
		network.inputs().forEach( ( name, placeholder ) -> feeds.put( placeholder, arrays.get( name ) ) );
		loss.feed( feeds, example );
		return feeds;
	}

	private Losses losses( final Feeds feeds )
	{
		for ( final Operand< TFloat32 > term : loss.terms() )
			feeds.runner().fetch( term );
		try ( Result result = feeds.runner().run() )
		{
			final double[] v = new double[ loss.terms().size() ];
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
		RegistrationGraph.export( config, weights.values( session ), trainingAtlas.population(), folder );
	}

	@Override
	public void close()
	{
		session.close();
		graph.close();
	}
}
