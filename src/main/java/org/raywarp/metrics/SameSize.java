/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.Arrays;

import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Refuses images that cannot be compared pixel by pixel.
 */
final class SameSize
{
	private SameSize()
	{}

	static void require( final Interval a, final Interval b )
	{
		if ( !Intervals.equalDimensions( a, b ) )
			throw new IllegalArgumentException( "Images of " + Arrays.toString( a.dimensionsAsLongArray() ) + " and of "
					+ Arrays.toString( b.dimensionsAsLongArray() ) + " pixels cannot be compared." );
	}
}
