/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.raywarp.volume.Grid;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * An axis-aligned grid as tensors: where its voxels lie in the world and the map from the world to its voxels.
 */
final class GridTensors implements PointMap
{
	private final Ops tf;

	private final Grid grid;

	private final int[] size;

	private final double[] spacing;

	private final double[] origin;

	GridTensors( final Ops tf, final Grid grid )
	{
		this.tf = tf;
		this.grid = grid;
		size = grid.size();
		spacing = grid.spacing();
		origin = grid.worldFromVoxel().apply( 0, 0, 0 );
	}

	Grid grid()
	{
		return grid;
	}

	/** @return x, y, z in mm, of shapes [1, 1, x], [1, y, 1], [z, 1, 1] */
	Points world()
	{
		return new Points( axis( 0, spacing[ 0 ], origin[ 0 ] ), axis( 1, spacing[ 1 ], origin[ 1 ] ),
				axis( 2, spacing[ 2 ], origin[ 2 ] ) );
	}

	/** @return x, y, z as voxel indices, of shapes [1, 1, x], [1, y, 1], [z, 1, 1] */
	Points voxels()
	{
		return new Points( axis( 0, 1, 0 ), axis( 1, 1, 0 ), axis( 2, 1, 0 ) );
	}

	private Operand< TFloat32 > axis( final int d, final double scale, final double offset )
	{
		final float[] values = new float[ size[ d ] ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) ( scale * i + offset );
		final long[] shape = { 1, 1, 1 };
		shape[ 2 - d ] = values.length;
		return tf.constant( Shape.of( shape ), DataBuffers.of( values ) );
	}

	/** @return voxel coordinates of world points */
	@Override
	public Points apply( final Points world )
	{
		return new Points( scaled( 0, world.x(), origin[ 0 ] ), scaled( 1, world.y(), origin[ 1 ] ), scaled( 2, world.z(), origin[ 2 ] ) );
	}

	@Override
	public Points applyToVector( final Points world )
	{
		return new Points( scaled( 0, world.x(), 0 ), scaled( 1, world.y(), 0 ), scaled( 2, world.z(), 0 ) );
	}

	private Operand< TFloat32 > scaled( final int d, final Operand< TFloat32 > world, final double shift )
	{
		final Operand< TFloat32 > scaled = tf.math.mul( world, tf.constant( ( float ) ( 1 / spacing[ d ] ) ) );
		return shift == 0 ? scaled : tf.math.sub( scaled, tf.constant( ( float ) ( shift / spacing[ d ] ) ) );
	}
}
