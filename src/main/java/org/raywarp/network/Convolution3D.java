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
	 * Makes the gradient known to this process. Needed before a graph with such a convolution is differentiated.
	 *
	 * @throws UnsupportedOperationException
	 *             on Windows, where TensorFlow-Java takes no gradients
	 */
	static synchronized void registerGradient()
	{
		if ( !registered )
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
