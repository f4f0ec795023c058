/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.volume.Grid;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Flow of a stationary velocity field for unit time by scaling and squaring (Arsigny et al. 2006), as
 * {@link org.raywarp.deformation.ScalingAndSquaring} computes it: a midpoint step, trilinear, continuing beyond the grid
 * with its border values.
 */
final class VelocityIntegrationLayer
{
	private VelocityIntegrationLayer()
	{}

	/**
	 * @param velocity
	 *            [1, z, y, x, 3] in mm
	 * @param grid
	 *            where it lies, axis-aligned
	 * @param squarings
	 *            number n of squarings: the first step is of length 2^-n
	 * @return the displacement of the flow [1, z, y, x, 3] in mm
	 */
	static Operand< TFloat32 > integrate( final Ops tf, final Operand< TFloat32 > velocity, final Grid grid, final int squarings )
	{
		final double[] spacing = grid.spacing();
		final Points voxels = new GridTensors( tf, grid ).voxels();
		final Operand< TFloat32 > step = tf.math.mul( velocity, vector( tf, spacing, -1, Math.pow( 0.5, squarings ) ) );
		final Operand< TFloat32 > half = tf.math.mul( step, tf.constant( 0.5f ) );
		Operand< TFloat32 > field = moved( tf, step, voxels, half );
		for ( int i = 0; i < squarings; ++i )
			field = tf.math.add( field, moved( tf, field, voxels, field ) );
		return tf.math.mul( field, vector( tf, spacing, 1, 1 ) );
	}

	/** The field at x + shift( x ), all in voxels. */
	private static Operand< TFloat32 > moved( final Ops tf, final Operand< TFloat32 > field, final Points x,
			final Operand< TFloat32 > shift )
	{
		final Points s = components( tf, shift );
		return TrilinearSampler.sample( tf, field,
				new Points( tf.math.add( x.x(), s.x() ), tf.math.add( x.y(), s.y() ), tf.math.add( x.z(), s.z() ) ),
				Outside.BORDER );
	}

	/**
	 * @param field
	 *            [1, z, y, x, 3]
	 * @return its components, each [z, y, x]
	 */
	static Points components( final Ops tf, final Operand< TFloat32 > field )
	{
		final long[] s = field.shape().asArray();
		final Operand< TFloat32 > flat = tf.reshape( field, tf.constant( new long[] { s[ 1 ] * s[ 2 ] * s[ 3 ], 3 } ) );
		return new Points( component( tf, flat, 0, s ), component( tf, flat, 1, s ), component( tf, flat, 2, s ) );
	}

	private static Operand< TFloat32 > component( final Ops tf, final Operand< TFloat32 > flat, final int c, final long[] s )
	{
		return tf.reshape(
				tf.slice( flat, tf.constant( new int[] { 0, c } ), tf.constant( new int[] { ( int ) ( s[ 1 ] * s[ 2 ] * s[ 3 ] ), 1 } ) ),
				tf.constant( new long[] { s[ 1 ], s[ 2 ], s[ 3 ] } ) );
	}

	private static Operand< TFloat32 > vector( final Ops tf, final double[] spacing, final int power, final double factor )
	{
		final float[] values = new float[ 3 ];
		for ( int d = 0; d < 3; ++d )
			values[ d ] = ( float ) ( Math.pow( spacing[ d ], power ) * factor );
		return tf.constant( Shape.of( 3 ), DataBuffers.of( values ) );
	}
}
