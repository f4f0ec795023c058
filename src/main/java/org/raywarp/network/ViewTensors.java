/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The geometry of one view as tensors, so that one graph serves every geometry.
 *
 * @param projection
 *            world in mm to homogeneous pixel coordinates, [3, 4]
 * @param rays
 *            homogeneous pixel coordinates to world vectors from the source; its translation is the source, [3, 4]
 * @param range
 *            distance of the first and of the last sample from the source in mm, [2]
 */
record ViewTensors( AffineMap projection, AffineMap rays, Operand< TFloat32 > range )
{
	static ViewTensors of( final Ops tf, final Operand< TFloat32 > projection, final Operand< TFloat32 > rays,
			final Operand< TFloat32 > range )
	{
		return new ViewTensors( AffineMap.of( tf, projection ), AffineMap.of( tf, rays ), range );
	}

	/** @return the distance of the first sample, [1] */
	Operand< TFloat32 > near( final Ops tf )
	{
		return tf.slice( range, tf.constant( new int[] { 0 } ), tf.constant( new int[] { 1 } ) );
	}

	/** @return the distance between samples for K of them, [1] */
	Operand< TFloat32 > spacing( final Ops tf, final int samples )
	{
		final Operand< TFloat32 > far = tf.slice( range, tf.constant( new int[] { 1 } ), tf.constant( new int[] { 1 } ) );
		return tf.math.mul( tf.math.sub( far, near( tf ) ), tf.constant( 1f / ( samples - 1 ) ) );
	}
}
