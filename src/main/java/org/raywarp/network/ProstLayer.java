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
 * Projective spatial transformer: samples a volume along the rays of a view and sums the samples (Van Houtte et al. 2022,
 * Eqs. 1 and 2; Gao et al. 2020). The coordinates are those of {@link org.raywarp.geometry.BeamCoordinates}.
 */
final class ProstLayer
{
	private ProstLayer()
	{}

	/**
	 * Where the samples lie in a volume.
	 *
	 * @param rays
	 *            homogeneous pixel coordinates to world vectors from the source, and the source
	 * @param voxelFromWorld
	 *            the volume's frame
	 * @param columns
	 *            column indices [1, 1, columns]
	 * @param rows
	 *            row indices [1, rows, 1]
	 * @param distances
	 *            distances of the samples from the source in mm [samples, 1, 1]
	 * @return voxel coordinates [samples, rows, columns]
	 */
	static Points coordinates( final Ops tf, final AffineMap rays, final PointMap voxelFromWorld, final Operand< TFloat32 > columns,
			final Operand< TFloat32 > rows, final Operand< TFloat32 > distances )
	{
		final Points direction = rays.applyToVector( new Points( columns, rows, tf.constant( 1f ) ) );
		final Operand< TFloat32 > inverseLength =
				tf.math.rsqrt( tf.math.add( tf.math.add( tf.math.square( direction.x() ), tf.math.square( direction.y() ) ),
						tf.math.square( direction.z() ) ) );
		final Points step = voxelFromWorld.applyToVector( new Points( tf.math.mul( direction.x(), inverseLength ),
				tf.math.mul( direction.y(), inverseLength ), tf.math.mul( direction.z(), inverseLength ) ) );
		final Points source = voxelFromWorld.apply( rays.translation() );
		return new Points( tf.math.add( source.x(), tf.math.mul( distances, step.x() ) ),
				tf.math.add( source.y(), tf.math.mul( distances, step.y() ) ),
				tf.math.add( source.z(), tf.math.mul( distances, step.z() ) ) );
	}

	/**
	 * @param volume
	 *            [1, z, y, x, channel]
	 * @param coordinates
	 *            voxel coordinates [samples, rows, columns]
	 * @return the volume in the beam's frame [1, samples, rows, columns, channel]
	 */
	static Operand< TFloat32 > beam( final Ops tf, final Operand< TFloat32 > volume, final Points coordinates )
	{
		return TrilinearSampler.sample( tf, volume, coordinates, Outside.ZERO );
	}

	/**
	 * @param beam
	 *            [1, samples, rows, columns, channel]
	 * @param spacing
	 *            distance between samples in mm
	 * @return line integrals [1, rows, columns, channel], in mm x unit of the volume
	 */
	static Operand< TFloat32 > integrate( final Ops tf, final Operand< TFloat32 > beam, final Operand< TFloat32 > spacing )
	{
		return tf.math.mul( tf.reduceSum( beam, tf.constant( 1 ) ), spacing );
	}
}
