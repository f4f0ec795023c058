/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What Adam is told at each step: the powers of its decay rates that correct its moments, and the learning rate.
 */
record AdamSchedule( Placeholder< TFloat32 > firstPower, Placeholder< TFloat32 > secondPower, Placeholder< TFloat32 > rate )
{

	static final float FIRST_DECAY = 0.9f;

	static final float SECOND_DECAY = 0.999f;

	static final float EPSILON = 1e-7f;

	static AdamSchedule create( final Ops tf )
	{
		return new AdamSchedule( scalar( tf ), scalar( tf ), scalar( tf ) );
	}

	private static Placeholder< TFloat32 > scalar( final Ops tf )
	{
		return tf.placeholder( TFloat32.class, Placeholder.shape( Shape.scalar() ) );
	}

	/**
	 * @param step
	 *            number of the step, from 1
	 */
	void feed( final Feeds feeds, final long step, final double learningRate )
	{
		feeds.put( firstPower, ( float ) Math.pow( FIRST_DECAY, step ) );
		feeds.put( secondPower, ( float ) Math.pow( SECOND_DECAY, step ) );
		feeds.put( rate, ( float ) learningRate );
	}
}
