/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv3dBackpropFilter;
import org.tensorflow.op.nn.Conv3dBackpropInput;
import org.tensorflow.types.TFloat32;

import com.sun.jna.Platform;

/**
 * Convolution of volumes with stride 1 and zeros outside, with the gradient that TensorFlow's native library lacks.
 */
final class Convolution3D
{
	private static final List< Long > STRIDES = List.of( 1L, 1L, 1L, 1L, 1L );

	private static boolean registered;

	private Convolution3D()
	{}

	/**
	 * @param volume
	 *            [1, z, y, x, channel]
	 * @param kernel
	 *            [3, 3, 3, channel, feature]
	 * @return [1, z, y, x, feature]
	 */
	static Operand< TFloat32 > apply( final Ops tf, final Operand< TFloat32 > volume, final Operand< TFloat32 > kernel )
	{
		return tf.nn.conv3d( volume, kernel, STRIDES, "SAME" );
	}

	/**
	 * The same convolution as a sum of three of images, one for each slice of the kernel, whose gradients the native library
	 * has. Takes 1.5 times as long.
	 *
	 * @return as {@link #apply}
	 */
	static Operand< TFloat32 > bySlices( final Ops tf, final Operand< TFloat32 > volume, final Operand< TFloat32 > kernel )
	{
		final long[] s = volume.shape().asArray(), k = kernel.shape().asArray();
		final Operand< TFloat32 > padded =
				tf.pad( volume, tf.constant( new int[][] { { 0, 0 }, { 1, 1 }, { 0, 0 }, { 0, 0 }, { 0, 0 } } ), tf.constant( 0f ) );
		final int[] size = { 1, ( int ) s[ 1 ], ( int ) s[ 2 ], ( int ) s[ 3 ], ( int ) s[ 4 ] },
				one = { 1, 3, 3, ( int ) k[ 3 ], ( int ) k[ 4 ] };
		Operand< TFloat32 > sum = null;
		for ( int z = 0; z < 3; ++z )
		{
			final Operand< TFloat32 > images =
					tf.reshape( tf.slice( padded, tf.constant( new int[] { 0, z, 0, 0, 0 } ), tf.constant( size ) ),
							tf.constant( new long[] { s[ 1 ], s[ 2 ], s[ 3 ], s[ 4 ] } ) );
			final Operand< TFloat32 > slice =
					tf.reshape( tf.slice( kernel, tf.constant( new int[] { z, 0, 0, 0, 0 } ), tf.constant( one ) ),
							tf.constant( new long[] { 3, 3, k[ 3 ], k[ 4 ] } ) );
			final Operand< TFloat32 > part = tf.nn.conv2d( images, slice, List.of( 1L, 1L, 1L, 1L ), "SAME" );
			sum = sum == null ? part : tf.math.add( sum, part );
		}
		return tf.reshape( sum, tf.constant( new long[] { 1, s[ 1 ], s[ 2 ], s[ 3 ], k[ 4 ] } ) );
	}

	/**
	 * @return whether {@link #apply} can be differentiated; not on Windows, where TensorFlow-Java takes no gradients
	 */
	static boolean isDifferentiable()
	{
		return !Platform.isWindows();
	}

	/**
	 * Makes the gradient known to this process where that is possible. Needed before a graph with such a convolution is
	 * differentiated.
	 */
	static synchronized void registerGradient()
	{
		if ( !registered && isDifferentiable() )
			registered = TensorFlow.registerCustomGradient( "Conv3D", Convolution3D::gradient );
	}

	/** Must not ask any output for its shape: the native library holds the graph's lock while it calls this. */
	@SuppressWarnings( "unchecked" )
	private static List< Operand< ? > > gradient( final Ops tf, final GraphOperation op, final List< Output< ? > > outer )
	{
		final Operand< TFloat32 > volume = ( Operand< TFloat32 > ) ( Operand< ? > ) op.input( 0 );
		final Operand< TFloat32 > kernel = ( Operand< TFloat32 > ) ( Operand< ? > ) op.input( 1 );
		final Operand< TFloat32 > gradient = ( Operand< TFloat32 > ) ( Operand< ? > ) outer.get( 0 );
		final Conv3dBackpropInput< TFloat32 > toVolume = tf.nn.conv3dBackpropInput( tf.shape( volume ), kernel, gradient, STRIDES, "SAME" );
		final Conv3dBackpropFilter< TFloat32 > toKernel =
				tf.nn.conv3dBackpropFilter( volume, tf.shape( kernel ), gradient, STRIDES, "SAME" );
		return new ArrayList<>( List.of( toVolume.asOutput(), toKernel.asOutput() ) );
	}
}
