/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Reads a volume between its voxels, differentiable with respect to the volume and to the coordinates.
 * <p>
 * Neighbors are gathered from the flattened, padded volume: of the formulations tried this has the fastest gradient on a
 * CPU.
 */
final class TrilinearSampler
{
	/** What lies beyond the outermost voxel centers. */
	enum Outside
	{
		/** Zero: the interpolant ramps down over one voxel, as {@link org.raywarp.volume.Volume#interpolant()}. */
		ZERO( 1, 2 ),
		/** The border values: as {@link org.raywarp.deformation.DisplacementField} continues. */
		BORDER( 0, 1 );

		/** Voxels of padding before the first one. */
		private final int before;

		/** Voxels of padding after the last one; the outermost is read with weight 0 only. */
		private final int after;

		Outside( final int before, final int after )
		{
			this.before = before;
			this.after = after;
		}
	}

	/** Volumes of up to so many channels are read with one gather, which takes eight times their memory. */
	private static final int MAX_PACKED = 3;

	private TrilinearSampler()
	{}

	/**
	 * @param volume
	 *            [1, z, y, x, channel]
	 * @param at
	 *            voxel coordinates that broadcast to [c, b, a]
	 * @return the values [1, c, b, a, channel]
	 */
	static Operand< TFloat32 > sample( final Ops tf, final Operand< TFloat32 > volume, final Points at, final Outside outside )
	{
		final int[] pad = { outside.before, outside.after };
		final Operand< TFloat32 > padded =
				tf.pad( volume, tf.constant( new int[][] { { 0, 0 }, pad, pad, pad, { 0, 0 } } ), tf.constant( 0f ) );
		final Axis x = new Axis( tf, at.x(), size( tf, volume, 3 ), outside ), y = new Axis( tf, at.y(), size( tf, volume, 2 ), outside ),
				z = new Axis( tf, at.z(), size( tf, volume, 1 ), outside );
		final Operand< TInt32 > row = x.padded, slice = tf.math.mul( x.padded, y.padded );
		final Operand< TInt32 > first = tf.math.add( tf.math.add( x.index, tf.math.mul( y.index, row ) ), tf.math.mul( z.index, slice ) );
		final long channels = volume.shape().get( 4 );
		final Operand< TFloat32 > rows = tf.reshape( padded,
				tf.concat( List.of( tf.constant( new int[] { -1 } ), vector( tf, size( tf, volume, 4 ) ) ), tf.constant( 0 ) ) );
		final Operand< TFloat32 > sampled =
				channels > 0 && channels <= MAX_PACKED ? together( tf, rows, first, new Axis[] { x, y, z }, ( int ) channels )
						: oneByOne( tf, rows, first, new Axis[] { x, y, z } );
		return tf.expandDims( sampled, tf.constant( 0 ) );
	}

	/** Lays the eight neighbors of each voxel side by side, reads them with one gather, and interpolates along z, y, x. */
	private static Operand< TFloat32 > together( final Ops tf, final Operand< TFloat32 > rows, final Operand< TInt32 > first,
			final Axis[] axes, final int channels )
	{
		final Operand< TInt32 > row = axes[ 0 ].padded, slice = tf.math.mul( row, axes[ 1 ].padded );
		final Operand< TInt32 > reach = tf.math.add( tf.math.add( slice, row ), tf.constant( 1 ) );
		final Operand< TInt32 > height = tf.math.sub( tf.math.mul( slice, axes[ 2 ].padded ), reach );
		final Operand< TInt32 > size =
				tf.concat( List.of( vector( tf, height ), tf.constant( new int[] { channels } ) ), tf.constant( 0 ) );
		final List< Operand< TFloat32 > > shifted = new ArrayList<>();
		for ( int corner = 0; corner < 8; ++corner )
		{
			final Operand< TInt32 > begin = tf
					.concat( List.of( vector( tf, offset( tf, corner, row, slice ) ), tf.constant( new int[] { 0 } ) ), tf.constant( 0 ) );
			shifted.add( tf.slice( rows, begin, size ) );
		}
		Operand< TFloat32 > values = tf.gather( tf.concat( shifted, tf.constant( 1 ) ), first, tf.constant( 0 ) );
		for ( int d = 2, width = 4 * channels; d >= 0; --d, width /= 2 )
		{
			final Operand< TFloat32 > lower = part( tf, values, 0, width ), upper = part( tf, values, width, width );
			values = tf.math.add( lower, tf.math.mul( tf.math.sub( upper, lower ), tf.expandDims( axes[ d ].above, tf.constant( -1 ) ) ) );
		}
		return values;
	}

	private static Operand< TFloat32 > part( final Ops tf, final Operand< TFloat32 > values, final int begin, final int width )
	{
		return tf.slice( values, tf.constant( new int[] { 0, 0, 0, begin } ), tf.constant( new int[] { -1, -1, -1, width } ) );
	}

	/** Sums the weighted neighbors, one gather each. */
	private static Operand< TFloat32 > oneByOne( final Ops tf, final Operand< TFloat32 > rows, final Operand< TInt32 > first,
			final Axis[] axes )
	{
		final Operand< TInt32 > row = axes[ 0 ].padded, slice = tf.math.mul( row, axes[ 1 ].padded );
		Operand< TFloat32 > sum = null;
		for ( int corner = 0; corner < 8; ++corner )
		{
			Operand< TFloat32 > weight = axes[ 0 ].weight( ( corner & 1 ) != 0 );
			weight = tf.math.mul( tf.math.mul( weight, axes[ 1 ].weight( ( corner & 2 ) != 0 ) ), axes[ 2 ].weight( ( corner & 4 ) != 0 ) );
			final Operand< TInt32 > index = tf.math.add( first, offset( tf, corner, row, slice ) );
			final Operand< TFloat32 > term =
					tf.math.mul( tf.gather( rows, index, tf.constant( 0 ) ), tf.expandDims( weight, tf.constant( -1 ) ) );
			sum = sum == null ? term : tf.math.add( sum, term );
		}
		return sum;
	}

	/** How many rows after the first neighbor a neighbor lies; bits 0, 1, 2 of a corner say whether it is the next along x, y, z. */
	private static Operand< TInt32 > offset( final Ops tf, final int corner, final Operand< TInt32 > row, final Operand< TInt32 > slice )
	{
		Operand< TInt32 > offset = tf.constant( corner & 1 );
		if ( ( corner & 2 ) != 0 )
			offset = tf.math.add( offset, row );
		return ( corner & 4 ) == 0 ? offset : tf.math.add( offset, slice );
	}

	private static Operand< TInt32 > size( final Ops tf, final Operand< ? extends TFloat32 > volume, final int axis )
	{
		final long known = volume.shape().get( axis );
		return known >= 0 ? tf.constant( ( int ) known )
				: tf.reshape( tf.slice( tf.shape( volume ), tf.constant( new int[] { axis } ), tf.constant( new int[] { 1 } ) ),
						tf.constant( new int[ 0 ] ) );
	}

	private static Operand< TInt32 > vector( final Ops tf, final Operand< TInt32 > scalar )
	{
		return tf.reshape( scalar, tf.constant( new int[] { 1 } ) );
	}

	/** Along one axis: the padded voxel at or below each coordinate, and the weights of it and of the next one. */
	private static final class Axis
	{
		private final Operand< TInt32 > padded;

		private final Operand< TInt32 > index;

		private final Operand< TFloat32 > above;

		private final Operand< TFloat32 > below;

		Axis( final Ops tf, final Operand< TFloat32 > coordinate, final Operand< TInt32 > size, final Outside outside )
		{
			padded = tf.math.add( size, tf.constant( outside.before + outside.after ) );
			final Operand< TFloat32 > last =
					tf.dtypes.cast( tf.math.add( size, tf.constant( outside.before + outside.after - 2 ) ), TFloat32.class );
			final Operand< TFloat32 > shifted =
					outside.before == 0 ? coordinate : tf.math.add( coordinate, tf.constant( ( float ) outside.before ) );
			final Operand< TFloat32 > inside = tf.math.maximum( tf.math.minimum( shifted, last ), tf.constant( 0f ) );
			final Operand< TFloat32 > floor = tf.math.floor( inside );
			index = tf.dtypes.cast( floor, TInt32.class );
			above = tf.math.sub( inside, floor );
			below = tf.math.sub( tf.constant( 1f ), above );
		}

		Operand< TFloat32 > weight( final boolean next )
		{
			return next ? above : below;
		}
	}
}
