/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import net.imglib2.type.numeric.real.FloatType;

/**
 * How far points lie from the surface of the atlas, read from a signed distance map.
 */
final class SurfaceDistanceLayer
{
	/** Added to the square of a distance, in mm2: the root of zero has no derivative. */
	private static final float SOFTNESS = 0.01f;

	private final Ops tf;

	private final GridTensors grid;

	private final Operand< TFloat32 > map;

	/**
	 * @param distance
	 *            signed distance in mm, on an axis-aligned grid; continued with its border values
	 */
	SurfaceDistanceLayer( final Ops tf, final Volume< FloatType > distance )
	{
		this.tf = tf;
		grid = new GridTensors( tf, distance.grid() );
		final int[] n = distance.grid().size();
		map = tf.constant( Shape.of( 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 ), DataBuffers.of( FloatArrays.of( distance.voxels() ) ) );
	}

	/**
	 * @param coordinates
	 *            [3, 1, 1, point] in mm
	 * @return x, y and z, each [1, 1, point]
	 */
	static Points points( final Ops tf, final Operand< TFloat32 > coordinates )
	{
		return new Points( component( tf, coordinates, 0 ), component( tf, coordinates, 1 ), component( tf, coordinates, 2 ) );
	}

	private static Operand< TFloat32 > component( final Ops tf, final Operand< TFloat32 > coordinates, final int d )
	{
		final long[] s = coordinates.shape().asArray();
		return tf.reshape( tf.slice( coordinates, tf.constant( new int[] { d, 0, 0, 0 } ), tf.constant( new int[] { 1, -1, -1, -1 } ) ),
				tf.constant( new long[] { s[ 1 ], s[ 2 ], s[ 3 ] } ) );
	}

	/**
	 * @param points
	 *            of the atlas in mm [1, 1, point]
	 * @return their distances in mm [1, 1, 1, point, 1], 0.1 on the surface
	 */
	Operand< TFloat32 > distances( final Points points )
	{
		final Operand< TFloat32 > signed = TrilinearSampler.sample( tf, map, grid.apply( points ), Outside.BORDER );
		return tf.math.sqrt( tf.math.add( tf.math.square( signed ), tf.constant( SOFTNESS ) ) );
	}
}
