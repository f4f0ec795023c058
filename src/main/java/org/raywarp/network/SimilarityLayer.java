/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.Similarity;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The similarity {@code s Rz Ry Rx x + t} of seven parameters, as {@link Similarity#about} about the world's origin, where
 * the grids of all networks have their center.
 */
final class SimilarityLayer
{
	/** Number of parameters: three rotations in degrees, three translations in mm, the natural logarithm of the scale. */
	static final int PARAMETERS = 7;

	private SimilarityLayer()
	{}

	/**
	 * @param parameters
	 *            [1, 7]
	 * @return the map
	 */
	static AffineMap map( final Ops tf, final Operand< TFloat32 > parameters )
	{
		final List< Operand< TFloat32 > > p = new ArrayList<>();
		for ( int i = 0; i < PARAMETERS; ++i )
			p.add( tf.reshape( tf.slice( parameters, tf.constant( new int[] { 0, i } ), tf.constant( new int[] { 1, 1 } ) ),
					tf.constant( new int[] { 1 } ) ) );
		final List< Operand< TFloat32 > > sin = new ArrayList<>(), cos = new ArrayList<>();
		for ( int i = 0; i < 3; ++i )
		{
			final Operand< TFloat32 > radians = tf.math.mul( p.get( i ), tf.constant( ( float ) Math.toRadians( 1 ) ) );
			sin.add( tf.math.sin( radians ) );
			cos.add( tf.math.cos( radians ) );
		}
		final Operand< TFloat32 > sx = sin.get( 0 ), sy = sin.get( 1 ), sz = sin.get( 2 ), cx = cos.get( 0 ), cy = cos.get( 1 ),
				cz = cos.get( 2 );
		final Operand< TFloat32 > s = tf.math.exp( p.get( 6 ) );
		final Operand< TFloat32 > czsy = tf.math.mul( cz, sy ), szsy = tf.math.mul( sz, sy );
		final Operand< TFloat32 > xx = tf.math.mul( cz, cy ), xy = tf.math.sub( tf.math.mul( czsy, sx ), tf.math.mul( sz, cx ) ),
				xz = tf.math.add( tf.math.mul( czsy, cx ), tf.math.mul( sz, sx ) );
		final Operand< TFloat32 > yx = tf.math.mul( sz, cy ), yy = tf.math.add( tf.math.mul( szsy, sx ), tf.math.mul( cz, cx ) ),
				yz = tf.math.sub( tf.math.mul( szsy, cx ), tf.math.mul( cz, sx ) );
		final Operand< TFloat32 > zx = tf.math.neg( sy ), zy = tf.math.mul( cy, sx ), zz = tf.math.mul( cy, cx );
		return new AffineMap( tf,
				List.of( tf.math.mul( s, xx ), tf.math.mul( s, xy ), tf.math.mul( s, xz ), p.get( 3 ), tf.math.mul( s, yx ),
						tf.math.mul( s, yy ), tf.math.mul( s, yz ), p.get( 4 ), tf.math.mul( s, zx ), tf.math.mul( s, zy ),
						tf.math.mul( s, zz ), p.get( 5 ) ) );
	}

	/** @return the parameters of a similarity in the order of the tensor */
	static float[] parameters( final Similarity s )
	{
		return new float[] { ( float ) s.rotationX(), ( float ) s.rotationY(), ( float ) s.rotationZ(), ( float ) s.translationX(),
				( float ) s.translationY(), ( float ) s.translationZ(), ( float ) Math.log( s.scale() ) };
	}

	/** @return the similarity with these parameters */
	static Similarity similarity( final float[] p )
	{
		return new Similarity( p[ 0 ], p[ 1 ], p[ 2 ], p[ 3 ], p[ 4 ], p[ 5 ], Math.exp( p[ 6 ] ) );
	}
}
