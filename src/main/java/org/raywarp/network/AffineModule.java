/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;

import org.raywarp.network.WeightSource.Start;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Regresses the similarity (Van Houtte et al. 2022, "Affine registration module"): one encoder a view over the radiograph
 * beside the projected atlas, the features of both views combined at each level, and a dense layer that starts near zero.
 */
final class AffineModule
{
	/** What an output of 1 of the dense layer stands for: 10 degrees, 10 mm, a tenth in the logarithm of the scale. */
	private static final float[] UNITS = { 10, 10, 10, 10, 10, 10, 0.1f };

	private final Ops tf;

	private final WeightSource weights;

	private final Architecture architecture;

	private final ConvolutionBlocks blocks;

	AffineModule( final Ops tf, final WeightSource weights, final Architecture architecture )
	{
		this.tf = tf;
		this.weights = weights;
		this.architecture = architecture;
		blocks = new ConvolutionBlocks( tf, weights );
	}

	/**
	 * @param pairs
	 *            radiograph and projected atlas of each view, [1, rows, columns, 2]
	 * @return the features of both views combined, [1, feature]
	 */
	Operand< TFloat32 > features( final List< Operand< TFloat32 > > pairs )
	{
		Operand< TFloat32 > first = pairs.get( 0 ), second = pairs.get( 1 ), combined = null;
		for ( int level = 0; level < architecture.levels(); ++level )
		{
			final long features = ( long ) architecture.features() << level;
			first = blocks.image( "affine.frontal" + level, first, features, 2 );
			second = blocks.image( "affine.lateral" + level, second, features, 2 );
			final boolean last = level == architecture.levels() - 1;
			if ( !architecture.without( Ablation.SEPARATE_AFFINE_ENCODERS ) || last )
				combined = combine( level, first, second, combined );
		}
		return tf.reshape( combined, tf.constant( new long[] { 1, combined.shape().size() } ) );
	}

	/**
	 * @param features
	 *            of {@link #features}
	 * @return three rotations in degrees, three translations in mm, logarithm of the scale, [1, 7]
	 */
	Operand< TFloat32 > parameters( final Operand< TFloat32 > features )
	{
		final Operand< TFloat32 > dense = dense( "affine.dense", features, SimilarityLayer.PARAMETERS );
		return tf.math.mul( dense, tf.constant( Shape.of( SimilarityLayer.PARAMETERS ), DataBuffers.of( UNITS ) ) );
	}

	/**
	 * A dense layer that starts near zero.
	 *
	 * @return [1, count]
	 */
	Operand< TFloat32 > dense( final String name, final Operand< TFloat32 > features, final long count )
	{
		final Operand< TFloat32 > kernel =
				weights.weight( name + ".kernel", new Start( 0, 1e-5 ), features.shape().get( 1 ), count );
		return tf.math.add( tf.linalg.matMul( features, kernel ), weights.weight( name + ".bias", Start.ZERO, count ) );
	}

	private Operand< TFloat32 > combine( final int level, final Operand< TFloat32 > first, final Operand< TFloat32 > second,
			final Operand< TFloat32 > preceding )
	{
		final long features = ( long ) architecture.features() << level;
		final List< Operand< TFloat32 > > parts = preceding == null ? List.of( first, second )
				: List.of( first, second, blocks.image( "affine.preceding" + level, preceding, features, 2 ) );
		return blocks.image( "affine.combined" + level, tf.concat( parts, tf.constant( -1 ) ), features, 1 );
	}
}
