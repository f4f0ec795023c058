/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The variables of a network in training: its weights, and for each the two moments that Adam keeps.
 */
final class Weights implements WeightSource
{
	/** Names of the moments after the name of their weight. */
	private static final String FIRST_MOMENT = ".adam1", SECOND_MOMENT = ".adam2";

	private final Ops tf;

	private final Map< String, Slot > slots = new LinkedHashMap<>();

	private final List< String > trained = new ArrayList<>();

	private record Slot( Variable< TFloat32 > variable, Start start, Placeholder< TFloat32 > value, Op assign )
	{}

	Weights( final Ops tf )
	{
		this.tf = tf;
	}

	@Override
	public Operand< TFloat32 > weight( final String name, final Start start, final long... shape )
	{
		trained.add( name );
		return slot( name, start, Shape.of( shape ) );
	}

	@Override
	public boolean isTrained()
	{
		return true;
	}

	private Variable< TFloat32 > slot( final String name, final Start start, final Shape shape )
	{
		if ( slots.containsKey( name ) )
			throw new IllegalStateException( "Two weights are named " + name + "." );
		final Variable< TFloat32 > variable = tf.withName( name ).variable( shape, TFloat32.class );
		final Placeholder< TFloat32 > value = tf.placeholder( TFloat32.class, Placeholder.shape( shape ) );
		slots.put( name, new Slot( variable, start, value, tf.assign( variable, value ) ) );
		return variable;
	}

	/**
	 * Adds the gradients of a loss and the steps of Adam (Kingma and Ba 2015).
	 *
	 * @param schedule
	 *            powers of both decay rates, and the learning rate
	 * @return what a session runs to take one step
	 */
	List< Op > minimize( final Operand< TFloat32 > loss, final AdamSchedule schedule )
	{
		final List< Variable< TFloat32 > > variables = trained.stream().map( n -> slots.get( n ).variable ).toList();
		final Output< ? >[] gradients = ( ( org.tensorflow.Graph ) tf.scope().env() ).addGradients( loss.asOutput(),
				variables.stream().map( Variable::asOutput ).toArray( Output[]::new ) );
		final List< Op > steps = new ArrayList<>();
		for ( int i = 0; i < gradients.length; ++i )
		{
			final String name = trained.get( i );
			final Shape shape = variables.get( i ).shape();
			@SuppressWarnings( "unchecked" )
			final Operand< TFloat32 > gradient = ( Operand< TFloat32 > ) ( Operand< ? > ) gradients[ i ];
			steps.add( tf.train.applyAdam( variables.get( i ), slot( name + FIRST_MOMENT, Start.ZERO, shape ),
					slot( name + SECOND_MOMENT, Start.ZERO, shape ),
					schedule.firstPower(), schedule.secondPower(), schedule.rate(), tf.constant( AdamSchedule.FIRST_DECAY ),
					tf.constant( AdamSchedule.SECOND_DECAY ), tf.constant( AdamSchedule.EPSILON ), gradient ) );
		}
		return steps;
	}

	/** Draws the first values: the same for one seed whatever the order and number of threads. */
	void initialize( final Session session, final long seed )
	{
		final Map< String, float[] > values = new LinkedHashMap<>();
		slots.forEach( ( name, slot ) -> {
			final Random random = new Random( seed * 31 + name.hashCode() );
			final float[] v = new float[ ( int ) slot.variable.shape().size() ];
			for ( int i = 0; i < v.length; ++i )
				v[ i ] = ( float ) ( slot.start.mean()
						+ ( slot.start.deviation() == 0 ? 0 : slot.start.deviation() * random.nextGaussian() ) );
			values.put( name, v );
		} );
		assign( session, values );
	}

	/**
	 * Sets all variables.
	 *
	 * @param values
	 *            of every variable by its name
	 * @throws IllegalArgumentException
	 *             if one is missing, too many, or has another length
	 */
	void assign( final Session session, final Map< String, float[] > values )
	{
		if ( !values.keySet().equals( slots.keySet() ) )
			throw new IllegalArgumentException(
					"The stored weights are those of another network: " + values.size() + " tensors instead of " + slots.size() + "." );
		final Session.Runner runner = session.runner();
		final List< TFloat32 > tensors = new ArrayList<>();
		try
		{
			slots.forEach( ( name, slot ) -> {
				final Shape shape = slot.variable.shape();
				final float[] v = values.get( name );
				if ( v.length != shape.size() )
					throw new IllegalArgumentException(
							"The stored weight " + name + " has " + v.length + " values instead of " + shape.size() + "." );
				final TFloat32 tensor = TFloat32.tensorOf( shape, DataBuffers.of( v ) );
				tensors.add( tensor );
				runner.feed( slot.value, tensor ).addTarget( slot.assign );
			} );
			runner.run().close();
		}
		finally
		{
			tensors.forEach( TFloat32::close );
		}
	}

	/**
	 * Sets the weights that are trained; the moments are those of a new training.
	 *
	 * @param pretrained
	 *            at least these weights
	 * @throws IllegalArgumentException
	 *             if one is missing or has another length
	 */
	void begin( final Session session, final PretrainedWeights pretrained )
	{
		final Map< String, float[] > values = values( session );
		for ( final String name : trained )
		{
			final float[] v = pretrained.values().get( name );
			if ( v == null || v.length != values.get( name ).length )
				throw new IllegalArgumentException( "The model " + pretrained.model()
						+ " is another network than the one to be trained: the weight "
						+ name + " has " + ( v == null ? 0 : v.length ) + " values there, " + values.get( name ).length + " here." );
			values.put( name, v );
		}
		assign( session, values );
	}

	/** @return the values of all variables, moments included */
	Map< String, float[] > values( final Session session )
	{
		final Session.Runner runner = session.runner();
		slots.values().forEach( slot -> runner.fetch( slot.variable ) );
		final Map< String, float[] > values = new LinkedHashMap<>();
		try ( Result result = runner.run() )
		{
			int i = 0;
			for ( final String name : slots.keySet() )
				values.put( name, Tensors.values( ( TFloat32 ) result.get( i++ ) ) );
		}
		return values;
	}

	/** @return number of weights that are trained */
	long count()
	{
		return trained.stream().mapToLong( n -> slots.get( n ).variable.shape().size() ).sum();
	}
}
