/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The loss of a {@link LabelNetwork} as part of its graph: cross-entropy with the subject's occupancy plus 1 minus the soft
 * Dice coefficient, without which the few voxels of a bone count little (Milletari et al. 2016). Where Kasten et al. 2020 add
 * a reprojection, the labels of every voxel are known here, and with them all projections.
 */
final class LabelLoss implements CaseLoss
{
	private final NetworkInput input;

	private final Placeholder< TFloat32 > subject;

	private final List< Operand< TFloat32 > > terms;

	LabelLoss( final Ops tf, final LabelNetwork network, final NetworkConfig config )
	{
		input = new NetworkInput( config );
		final int[] n = config.grid().size();
		subject = tf.withName( "subject" ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 ) ) );
		final Operand< TFloat32 > p = network.occupancy, one = tf.constant( 1f );
		final Operand< TFloat32 > both = tf.math.add( TensorStatistics.sum( tf, tf.math.mul( p, subject ) ), one );
		final Operand< TFloat32 > sizes =
				tf.math.add( tf.math.add( TensorStatistics.sum( tf, p ), TensorStatistics.sum( tf, subject ) ), tf.constant( 2f ) );
		final Operand< TFloat32 > dice = tf.math.div( tf.math.mul( both, tf.constant( 2f ) ), sizes );
		final Operand< TFloat32 > entropy = TensorStatistics.mean( tf,
				tf.math.sub( tf.math.softplus( network.logits ), tf.math.mul( network.logits, subject ) ) );
		// A session gives each tensor once: every term that does not apply is a constant of its own.
		terms = List.of( tf.math.add( tf.math.sub( one, dice ), entropy ), tf.constant( 0f ),
				TensorStatistics.correlation( tf, p, subject ), tf.constant( 0f ), tf.constant( 0f ), tf.constant( 0f ) );
	}

	@Override
	public List< Operand< TFloat32 > > terms()
	{
		return terms;
	}

	@Override
	public void feed( final Feeds feeds, final TrainingCase example )
	{
		feeds.put( subject, input.volume( example.bone(), "subject" ) );
	}
}
