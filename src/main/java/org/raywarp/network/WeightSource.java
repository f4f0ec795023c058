/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Where the layers of a network get their weights: variables while it is trained, constants in an exported model.
 */
interface WeightSource
{
	/**
	 * @param name
	 *            unique within the network, of letters, digits, dots and underscores
	 * @param start
	 *            the values before the training
	 * @param shape
	 *            the tensor's shape
	 * @return the weight
	 */
	Operand< TFloat32 > weight( String name, Start start, long... shape );

	/**
	 * @return whether the graph will be differentiated
	 */
	default boolean isTrained()
	{
		return false;
	}

	/**
	 * A normal distribution from which the first values are drawn.
	 *
	 * @param mean
	 *            its mean
	 * @param deviation
	 *            its standard deviation, 0 for a constant
	 */
	record Start( double mean, double deviation )
	{
		static final Start ZERO = new Start( 0, 0 );

		static final Start ONE = new Start( 1, 0 );

		/** For a layer that starts almost at zero. */
		static final Start NARROW = new Start( 0, 1e-3 );

		/** @return the start that keeps the variance through a layer with a rectifier (He et al. 2015) */
		static Start rectified( final long inputs )
		{
			return new Start( 0, Math.sqrt( 2.0 / inputs ) );
		}
	}
}
