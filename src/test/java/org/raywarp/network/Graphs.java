/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Runs pieces of a graph on given values, and checks their gradients.
 */
final class Graphs
{
	private Graphs()
	{}

	/** Named so that tests read well: what a piece of graph makes of its inputs. */
	interface Piece extends BiFunction< Ops, List< Placeholder< TFloat32 > >, Operand< TFloat32 > >
	{}

	record Input( float[] values, long... shape )
	{}

	static Input random( final Random random, final double deviation, final long... shape )
	{
		final float[] values = new float[ ( int ) Shape.of( shape ).size() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) ( deviation * random.nextGaussian() );
		return new Input( values, shape );
	}

	static float[] run( final Piece piece, final Input... inputs )
	{
		TensorFlowRuntime.require( Device.CPU );
		try ( Graph graph = new Graph() )
		{
			final Ops tf = Ops.create( graph );
			final List< Placeholder< TFloat32 > > in = placeholders( tf, inputs );
			return fetch( graph, in, inputs, piece.apply( tf, in ).asOutput() ).get( 0 );
		}
	}

	/**
	 * The directional derivative of a random weighting of the piece along a random direction of one input, from the graph's
	 * gradient and from central differences.
	 */
	static double[] derivatives( final Piece piece, final int which, final double step, final Input... inputs )
	{
		TensorFlowRuntime.require( Device.CPU );
		Convolution3D.registerGradient();
		try ( Graph graph = new Graph() )
		{
			final Ops tf = Ops.create( graph );
			final List< Placeholder< TFloat32 > > in = placeholders( tf, inputs );
			final Operand< TFloat32 > out = piece.apply( tf, in );
			final Random random = new Random( 5 );
			final int length = ( int ) out.shape().size();
			final Input weighting = random( random, 1 / Math.sqrt( length ), length );
			final Operand< TFloat32 > value =
					tf.reduceSum( tf.math.mul( tf.reshape( out, tf.constant( new int[] { -1 } ) ), tf.constant( weighting.values ) ),
							tf.constant( 0 ) );
			final Output< ? >[] gradient = graph.addGradients( value.asOutput(), new Output[] { in.get( which ).asOutput() } );
			final Input direction = random( random, 1, inputs[ which ].shape );
			final float[] g = fetch( graph, in, inputs, gradient[ 0 ] ).get( 0 );
			double analytic = 0;
			for ( int i = 0; i < g.length; ++i )
				analytic += g[ i ] * direction.values[ i ];
			final double[] ends = new double[ 2 ];
			for ( int side = 0; side < 2; ++side )
			{
				final Input[] moved = inputs.clone();
				final float[] v = inputs[ which ].values.clone();
				for ( int i = 0; i < v.length; ++i )
					v[ i ] += ( side == 0 ? -step : step ) * direction.values[ i ];
				moved[ which ] = new Input( v, inputs[ which ].shape );
				final float[] o = fetch( graph, in, moved, out.asOutput() ).get( 0 );
				for ( int i = 0; i < length; ++i )
					ends[ side ] += ( double ) o[ i ] * weighting.values[ i ];
			}
			return new double[] { analytic, ( ends[ 1 ] - ends[ 0 ] ) / ( 2 * step ) };
		}
	}

	private static List< Placeholder< TFloat32 > > placeholders( final Ops tf, final Input... inputs )
	{
		final List< Placeholder< TFloat32 > > in = new ArrayList<>();
		for ( final Input input : inputs )
			in.add( tf.placeholder( TFloat32.class, Placeholder.shape( Shape.of( input.shape ) ) ) );
		return in;
	}

	private static List< float[] > fetch( final Graph graph, final List< Placeholder< TFloat32 > > in, final Input[] inputs,
			final Output< ? >... outputs )
	{
		try ( Session session = new Session( graph ); Feeds feeds = new Feeds( session ) )
		{
			for ( int i = 0; i < inputs.length; ++i )
				feeds.put( in.get( i ), inputs[ i ].values );
			for ( final Output< ? > output : outputs )
				feeds.runner().fetch( output );
			final List< float[] > values = new ArrayList<>();
			try ( Result result = feeds.runner().run() )
			{
				for ( int i = 0; i < outputs.length; ++i )
					values.add( Tensors.values( ( TFloat32 ) result.get( i ) ) );
			}
			return values;
		}
	}

	/** @return weights drawn as at the start of a training, as constants */
	static WeightSource drawn( final Ops tf, final long seed )
	{
		return ( name, start, shape ) -> {
			final Random random = new Random( seed + name.hashCode() );
			final float[] v = new float[ ( int ) Shape.of( shape ).size() ];
			for ( int i = 0; i < v.length; ++i )
				v[ i ] = ( float ) ( start.mean() + start.deviation() * random.nextGaussian() );
			return tf.constant( Shape.of( shape ), DataBuffers.of( v ) );
		};
	}
}
