/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

/**
 * What values a slider has.
 *
 * @param least
 *            its left end
 * @param greatest
 *            its right end
 * @param step
 *            of the slider under the mouse, and of the arrows of the field: 1 or a decimal fraction such as 0.01
 * @param keyStep
 *            of the arrow keys
 */
record SliderRange( double least, double greatest, double step, double keyStep )
{
	/** @return the same steps between other ends */
	SliderRange between( final double newLeast, final double newGreatest )
	{
		return new SliderRange( newLeast, newGreatest, step, keyStep );
	}

	double inside( final double value )
	{
		return Math.max( least, Math.min( greatest, value ) );
	}

	/** @return which step from the left end is nearest to a value */
	int tick( final double value )
	{
		return ( int ) Math.round( ( value - least ) / step );
	}

	/** @return the value of a step, with no more decimals than it has: 0.3, not 0.30000000000000004 */
	double at( final int tick )
	{
		final double perUnit = Math.rint( 1 / step );
		return Math.rint( ( least + tick * step ) * perUnit ) / perUnit;
	}
}
