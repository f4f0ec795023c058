/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Arrays;
import java.util.List;

import org.raywarp.network.WeightSource.Start;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * The convolutional building blocks of all modules. Images are [1, rows, columns, channel], volumes
 * [1, samples, rows, columns, channel].
 * <p>
 * Departs from the paper: where it normalizes over a batch, groups of {@link #GROUP} channels are normalized over the
 * image (Wu and He 2018). The batches have one image, for which batch normalization computes other functions while
 * training (its own statistics) and afterwards (moving averages).
 */
final class ConvolutionBlocks
{
	/** Number of channels that are normalized together. */
	static final int GROUP = 8;

	private static final float SLOPE = 0.2f;

	private static final float EPSILON = 1e-3f;

	private final Ops tf;

	private final WeightSource weights;

	ConvolutionBlocks( final Ops tf, final WeightSource weights )
	{
		this.tf = tf;
		this.weights = weights;
	}

	/**
	 * Convolution 3 x 3, normalization, leaky rectifier.
	 *
	 * @param stride
	 *            2 halves rows and columns
	 * @return [1, rows / stride, columns / stride, features]
	 */
	Operand< TFloat32 > image( final String name, final Operand< TFloat32 > image, final long features, final long stride )
	{
		final long channels = image.shape().get( 3 );
		final Operand< TFloat32 > kernel = weights.weight( name + ".kernel", Start.rectified( 9 * channels ), 3, 3, channels, features );
		return rectify( normalize( name, tf.nn.conv2d( image, kernel, List.of( 1L, stride, stride, 1L ), "SAME" ) ) );
	}

	/**
	 * Convolution 3 x 3 x 3 and leaky rectifier.
	 *
	 * @return [1, samples, rows, columns, features]
	 */
	Operand< TFloat32 > volume( final String name, final Operand< TFloat32 > volume, final long features )
	{
		return rectify( convolve( name, volume, features, Start.rectified( 27 * volume.shape().get( 4 ) ) ) );
	}

	/**
	 * Convolution 3 x 3 x 3, normalization and leaky rectifier.
	 *
	 * @return [1, samples, rows, columns, features]
	 */
	Operand< TFloat32 > normalized( final String name, final Operand< TFloat32 > volume, final long features )
	{
		return rectify( normalize( name, convolve( name, volume, features, Start.rectified( 27 * volume.shape().get( 4 ) ) ) ) );
	}

	/**
	 * Convolution 3 x 3 x 3 with bias.
	 *
	 * @return [1, samples, rows, columns, features]
	 */
	Operand< TFloat32 > convolve( final String name, final Operand< TFloat32 > volume, final long features, final Start start )
	{
		final Operand< TFloat32 > kernel = weights.weight( name + ".kernel", start, 3, 3, 3, volume.shape().get( 4 ), features );
		final Operand< TFloat32 > bias = weights.weight( name + ".bias", Start.ZERO, features );
		final boolean bySlices = weights.isTrained() && !Convolution3D.isDifferentiable();
		return tf.nn.biasAdd( bySlices ? Convolution3D.bySlices( tf, volume, kernel ) : Convolution3D.apply( tf, volume, kernel ), bias );
	}

	/**
	 * A skip connection: the image copied along the rays, convolution 3 x 3 x 3, normalization, leaky rectifier. The
	 * convolution of equal slices has only three different ones, the first, the inner and the last; these are computed, and
	 * the inner one is copied, which saves most of the work. The normalization sees each of the three once.
	 *
	 * @return [1, samples, rows, columns, features]
	 */
	Operand< TFloat32 > skip( final String name, final Operand< TFloat32 > image, final long features, final int samples )
	{
		final Operand< TFloat32 > slices = normalized( name, copy( image, 3 ), features );
		final Operand< TFloat32 > inner = tf.tile( slice( slices, 1 ), tf.constant( new int[] { 1, samples - 2, 1, 1, 1 } ) );
		return tf.concat( List.of( slice( slices, 0 ), inner, slice( slices, 2 ) ), tf.constant( 1 ) );
	}

	private Operand< TFloat32 > slice( final Operand< TFloat32 > volume, final int sample )
	{
		return tf.slice( volume, tf.constant( new int[] { 0, sample, 0, 0, 0 } ), tf.constant( new int[] { -1, 1, -1, -1, -1 } ) );
	}

	/**
	 * @return the image copied along the rays [1, samples, rows, columns, channel]
	 */
	Operand< TFloat32 > copy( final Operand< TFloat32 > image, final int samples )
	{
		return tf.tile( tf.expandDims( image, tf.constant( 1 ) ), tf.constant( new int[] { 1, samples, 1, 1, 1 } ) );
	}

	/**
	 * Doubles samples, rows and columns by repeating each. One axis at a time: a single tile over eight dimensions takes
	 * twenty times as long.
	 */
	Operand< TFloat32 > upsample( final Operand< TFloat32 > volume )
	{
		final long[] s = volume.shape().asArray();
		Operand< TFloat32 > doubled = repeat( volume, s[ 1 ] * s[ 2 ] * s[ 3 ], s[ 4 ] );
		doubled = repeat( doubled, s[ 1 ] * s[ 2 ], 2 * s[ 3 ] * s[ 4 ] );
		doubled = repeat( doubled, s[ 1 ], 4 * s[ 2 ] * s[ 3 ] * s[ 4 ] );
		return tf.reshape( doubled, tf.constant( new long[] { 1, 2 * s[ 1 ], 2 * s[ 2 ], 2 * s[ 3 ], s[ 4 ] } ) );
	}

	/**
	 * Halves samples, rows and columns, which are even, to the greatest of each eight values.
	 */
	Operand< TFloat32 > halve( final Operand< TFloat32 > volume )
	{
		final List< Long > two = List.of( 1L, 2L, 2L, 2L, 1L );
		return tf.nn.maxPool3d( volume, two, two, "VALID" );
	}

	private Operand< TFloat32 > repeat( final Operand< TFloat32 > values, final long blocks, final long blockSize )
	{
		return tf.tile( tf.reshape( values, tf.constant( new long[] { blocks, 1, blockSize } ) ), tf.constant( new int[] { 1, 2, 1 } ) );
	}

	Operand< TFloat32 > rectify( final Operand< TFloat32 > x )
	{
		return tf.nn.leakyRelu( x, LeakyRelu.alpha( SLOPE ) );
	}

	/**
	 * Normalizes groups of channels over all positions, then scales and shifts each channel. Every (channels / GROUP)-th
	 * channel belongs to one group, so that the fused kernel for batches does it on a mere reshape.
	 */
	private Operand< TFloat32 > normalize( final String name, final Operand< TFloat32 > x )
	{
		final long[] shape = x.shape().asArray();
		final long channels = shape[ shape.length - 1 ];
		final long groups = Math.max( 1, channels / GROUP );
		if ( channels % groups != 0 )
			throw new IllegalArgumentException(
					"The number of features is below " + 2 * GROUP + " or a multiple of " + GROUP + ", not " + channels + "." );
		final long positions = x.shape().size() / channels;
		final Operand< TFloat32 > grouped = tf.reshape( x, tf.constant( new long[] { 1, positions, channels / groups, groups } ) );
		final float[] ones = new float[ ( int ) groups ];
		Arrays.fill( ones, 1 );
		final Operand< TFloat32 > none = tf.constant( new float[ 0 ] );
		final Operand< TFloat32 > normal = tf.nn.fusedBatchNorm( grouped, tf.constant( Shape.of( groups ), DataBuffers.of( ones ) ),
				tf.constant( Shape.of( groups ), DataBuffers.of( new float[ ( int ) groups ] ) ), none, none,
				FusedBatchNorm.epsilon( EPSILON ),
				FusedBatchNorm.isTraining( true ) ).y();
		final Operand< TFloat32 > scale = weights.weight( name + ".scale", Start.ONE, channels );
		final Operand< TFloat32 > shift = weights.weight( name + ".shift", Start.ZERO, channels );
		return tf.math.add( tf.math.mul( tf.reshape( normal, tf.constant( shape ) ), scale ), shift );
	}
}
