/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.raywarp.deformation.VelocityField;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.registration.Regression;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A network of any {@link Method} as a SavedModel for inference: its weights frozen as constants, its inputs and outputs named.
 */
final class RegistrationGraph
{
	/** Name of the output with the seven parameters of the similarity. */
	static final String AFFINE = "affine";

	/** Name of the output with the velocity. */
	static final String VELOCITY = "velocity";

	/** Name of the output with the probability that a voxel is bone. */
	static final String OCCUPANCY = "occupancy";

	private RegistrationGraph()
	{}

	/**
	 * @param values
	 *            of all weights; others, such as an optimizer's, are left out
	 * @param population
	 *            of the atlas, for the method {@link Method#STATISTICAL}
	 * @param folder
	 *            must not exist yet
	 */
	static void export( final NetworkConfig config, final Map< String, float[] > values, final Optional< VelocityModes > population,
			final Path folder ) throws IOException
	{
		TensorFlowRuntime.require( Device.AUTO );
		try ( Graph graph = new Graph() )
		{
			final Ops tf = Ops.create( graph );
			final NetworkGraph network = config.method() == Method.LABELS ? new LabelNetwork( tf, frozen( tf, values ), config )
					: new RegistrationNetwork( tf, frozen( tf, values ), config, population );
			final Signature.Builder signature = Signature.builder().key( SavedModels.SIGNATURE ).methodName( SavedModels.METHOD );
			network.inputs().forEach( signature::input );
			network.outputs().forEach( signature::output );
			SavedModels.write( graph, signature.build(), folder );
		}
	}

	/** @return the shapes of all inputs by name */
	static Map< String, long[] > inputs( final NetworkConfig config )
	{
		final int[] n = config.grid().size();
		final Map< String, long[] > inputs = new HashMap<>();
		final boolean registers = config.method() != Method.LABELS;
		if ( registers )
			inputs.put( "atlas", new long[] { 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 } );
		for ( int i = 0; i < 2; ++i )
		{
			inputs.put( "radiograph" + i, new long[] { 1, config.detectorRows(), config.detectorColumns(), 1 } );
			inputs.put( "projection" + i, new long[] { 3, 4 } );
			if ( registers )
			{
				inputs.put( "rays" + i, new long[] { 3, 4 } );
				inputs.put( "range" + i, new long[] { 2 } );
			}
		}
		return inputs;
	}

	/** @return the shapes of all outputs by name */
	static Map< String, long[] > outputs( final NetworkConfig config )
	{
		final int[] n = config.method() == Method.LABELS ? config.grid().size() : config.velocityGrid().size();
		if ( config.method() == Method.LABELS )
			return Map.of( OCCUPANCY, new long[] { 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 } );
		return Map.of( AFFINE, new long[] { 1, SimilarityLayer.PARAMETERS }, VELOCITY, new long[] { 1, n[ 2 ], n[ 1 ], n[ 0 ], 3 } );
	}

	/** @return what the outputs of a network that registers say */
	static Regression regression( final NetworkConfig config, final Map< String, float[] > outputs )
	{
		return new Regression( SimilarityLayer.similarity( outputs.get( AFFINE ) ),
				VelocityField.of( config.velocityGrid(), outputs.get( VELOCITY ) ) );
	}

	private static WeightSource frozen( final Ops tf, final Map< String, float[] > values )
	{
		return ( name, start, shape ) -> {
			final float[] v = values.get( name );
			final Shape s = Shape.of( shape );
			if ( v == null || v.length != s.size() )
				throw new IllegalArgumentException( "The weight " + name + " is missing or has not the shape " + s + "." );
			final Operand< TFloat32 > constant = tf.withName( name ).constant( s, DataBuffers.of( v ) );
			return constant;
		};
	}
}
