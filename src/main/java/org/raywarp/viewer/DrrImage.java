/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

/**
 * Line integrals of attenuation, or why there are none.
 *
 * @param pixels
 *            row by row; empty where there is a problem that leaves nothing to see
 * @param columns
 *            number of columns, which may be fewer than those of the view: the plate is the same
 * @param rows
 *            number of rows
 * @param problem
 *            one sentence that says why the image is black; null where it is not
 */
record DrrImage( float[] pixels, int columns, int rows, String problem )
{
	static DrrImage nothing( final String problem )
	{
		return new DrrImage( new float[ 0 ], 0, 0, problem );
	}

	/** @return the greatest value, 0 where there are none */
	float greatest()
	{
		float greatest = 0;
		for ( final float value : pixels )
			greatest = Math.max( greatest, value );
		return greatest;
	}
}
