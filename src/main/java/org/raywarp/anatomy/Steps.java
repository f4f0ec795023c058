/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * Smooth transitions between regions.
 */
final class Steps
{
	private Steps()
	{}

	/**
	 * @param from
	 *            up to which it is 0
	 * @param to
	 *            from which on it is 1; greater than {@code from}
	 * @param at
	 *            where
	 * @return a cubic step, {@code 3 t^2 - 2 t^3} between
	 */
	static double smooth( final double from, final double to, final double at )
	{
		final double t = Math.max( 0, Math.min( 1, ( at - from ) / ( to - from ) ) );
		return t * t * ( 3 - 2 * t );
	}

	/**
	 * @param squaredDistance
	 *            from the bump's middle
	 * @param width
	 *            its standard deviation
	 * @return a Gaussian bump of height 1
	 */
	static double bump( final double squaredDistance, final double width )
	{
		return Math.exp( -squaredDistance / ( 2 * width * width ) );
	}
}
