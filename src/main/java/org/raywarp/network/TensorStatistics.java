/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Statistics over all elements of tensors, as scalars of the graph.
 */
final class TensorStatistics
{
	private static final float EPSILON = 1e-6f;

	private TensorStatistics()
	{}

	static Operand< TFloat32 > mean( final Ops tf, final Operand< TFloat32 > x )
	{
		return tf.math.mean( flat( tf, x ), tf.constant( 0 ) );
	}

	static Operand< TFloat32 > sum( final Ops tf, final Operand< TFloat32 > x )
	{
		return tf.reduceSum( flat( tf, x ), tf.constant( 0 ) );
	}

	private static Operand< TFloat32 > flat( final Ops tf, final Operand< TFloat32 > x )
	{
		return tf.reshape( x, tf.constant( new int[] { -1 } ) );
	}

	/** Normalized cross-correlation of two tensors of one shape, -1 to 1. */
	static Operand< TFloat32 > correlation( final Ops tf, final Operand< TFloat32 > a, final Operand< TFloat32 > b )
	{
		final Operand< TFloat32 > x = tf.math.sub( a, mean( tf, a ) ), y = tf.math.sub( b, mean( tf, b ) );
		final Operand< TFloat32 > variances = tf.math.mul( mean( tf, tf.math.square( x ) ), mean( tf, tf.math.square( y ) ) );
		return tf.math.div( mean( tf, tf.math.mul( x, y ) ), tf.math.sqrt( tf.math.add( variances, tf.constant( EPSILON * EPSILON ) ) ) );
	}
}
