/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * An affine map whose 12 entries are tensors of one element, row by row.
 */
record AffineMap( Ops tf, List< Operand< TFloat32 > > entries ) implements PointMap
{
	/** @param matrix the map as a tensor [3, 4] */
	static AffineMap of( final Ops tf, final Operand< TFloat32 > matrix )
	{
		final Operand< TFloat32 > flat = tf.reshape( matrix, tf.constant( new int[] { 12 } ) );
		final List< Operand< TFloat32 > > entries = new ArrayList<>();
		for ( int i = 0; i < 12; ++i )
			entries.add( tf.slice( flat, tf.constant( new int[] { i } ), tf.constant( new int[] { 1 } ) ) );
		return new AffineMap( tf, entries );
	}

	/** @return the 12 entries as [3, 4], in the order the tensors take them */
	static float[] entries( final Affine3D map )
	{
		final double[] rowMajor = map.toArray();
		final float[] entries = new float[ 12 ];
		for ( int i = 0; i < 12; ++i )
			entries[ i ] = ( float ) rowMajor[ i ];
		return entries;
	}

	/** @return where the map takes the origin */
	Points translation()
	{
		return new Points( entries.get( 3 ), entries.get( 7 ), entries.get( 11 ) );
	}

	@Override
	public Points apply( final Points points )
	{
		final Points v = applyToVector( points );
		return new Points( tf.math.add( v.x(), entries.get( 3 ) ), tf.math.add( v.y(), entries.get( 7 ) ),
				tf.math.add( v.z(), entries.get( 11 ) ) );
	}

	@Override
	public Points applyToVector( final Points v )
	{
		return new Points( row( 0, v ), row( 4, v ), row( 8, v ) );
	}

	/**
	 * @param v
	 *            vectors
	 * @return what the inverse of the linear part makes of them, where this is a similarity: its transpose over the square of
	 *         the scale
	 */
	Points inverseOfSimilarity( final Points v )
	{
		final Operand< TFloat32 > square = column( 0, new Points( entries.get( 0 ), entries.get( 4 ), entries.get( 8 ) ) );
		return new Points( tf.math.div( column( 0, v ), square ), tf.math.div( column( 1, v ), square ),
				tf.math.div( column( 2, v ), square ) );
	}

	private Operand< TFloat32 > column( final int first, final Points v )
	{
		return tf.math.add(
				tf.math.add( tf.math.mul( entries.get( first ), v.x() ), tf.math.mul( entries.get( first + 4 ), v.y() ) ),
				tf.math.mul( entries.get( first + 8 ), v.z() ) );
	}

	private Operand< TFloat32 > row( final int first, final Points v )
	{
		return tf.math.add( tf.math.add( tf.math.mul( entries.get( first ), v.x() ), tf.math.mul( entries.get( first + 1 ), v.y() ) ),
				tf.math.mul( entries.get( first + 2 ), v.z() ) );
	}
}
