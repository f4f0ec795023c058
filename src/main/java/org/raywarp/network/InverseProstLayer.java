/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.raywarp.network.TrilinearSampler.Outside;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Brings a volume from the beam's frame back to the world (Van Houtte et al. 2022, Eq. 3): each world point reads the beam
 * at the pixel its ray meets and at the sample of its distance from the source. Points outside the cone become 0.
 */
final class InverseProstLayer
{
	/** Beyond every beam volume, yet finite: the sample of a point behind the source. */
	private static final float BEHIND = -1e9f;

	/** Depths are at least this, in mm, so that no point divides by 0. */
	private static final float LEAST_DEPTH = 1e-3f;

	private InverseProstLayer()
	{}

	/**
	 * Where world points lie in the beam's frame.
	 *
	 * @param projection
	 *            world in mm to homogeneous pixel coordinates
	 * @param source
	 *            the X-ray source in mm, tensors of one element
	 * @param world
	 *            the points, broadcasting to [z, y, x]
	 * @param near
	 *            distance of sample 0 from the source in mm, one element
	 * @param spacing
	 *            distance between samples in mm, one element
	 * @return (column, row, sample) [z, y, x]
	 */
	static Points coordinates( final Ops tf, final AffineMap projection, final Points source, final Points world,
			final Operand< TFloat32 > near,
			final Operand< TFloat32 > spacing )
	{
		final Points h = projection.apply( world );
		final Operand< TFloat32 > depth = tf.math.maximum( h.z(), tf.constant( LEAST_DEPTH ) );
		final Operand< TFloat32 > square = tf.math.add( tf.math.add( tf.math.square( tf.math.sub( world.x(), source.x() ) ),
				tf.math.square( tf.math.sub( world.y(), source.y() ) ) ), tf.math.square( tf.math.sub( world.z(), source.z() ) ) );
		final Operand< TFloat32 > sample = tf.math.div( tf.math.sub( tf.math.sqrt( square ), near ), spacing );
		final Operand< TFloat32 > seen = tf.select( tf.math.greater( h.z(), tf.constant( 0f ) ), sample, tf.constant( BEHIND ) );
		return new Points( tf.math.div( h.x(), depth ), tf.math.div( h.y(), depth ), seen );
	}

	/**
	 * @param beam
	 *            [1, samples, rows, columns, channel]
	 * @param coordinates
	 *            (column, row, sample) [z, y, x]
	 * @return the volume [1, z, y, x, channel]
	 */
	static Operand< TFloat32 > volume( final Ops tf, final Operand< TFloat32 > beam, final Points coordinates )
	{
		return TrilinearSampler.sample( tf, beam, coordinates, Outside.ZERO );
	}
}
