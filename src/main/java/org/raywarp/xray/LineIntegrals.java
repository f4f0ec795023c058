/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** The projector of this package. */
final class LineIntegrals
{
	private LineIntegrals()
	{}

	static void project( final Volume< FloatType > volume, final View view, final RandomAccessibleInterval< FloatType > target )
	{
		throw new UnsupportedOperationException();
	}
}
