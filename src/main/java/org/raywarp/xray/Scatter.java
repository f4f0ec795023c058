/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * How much scattered radiation a radiograph has.
 *
 * @param scale
 *            factor on what {@link ScatterKernels} compute: 1 for the model as it is, 0 for no scatter
 */
public record Scatter( double scale )
{
	/** No scatter. */
	public static final Scatter NONE = new Scatter( 0 );

	/** The scatter of a body of water. */
	public static final Scatter WATER = new Scatter( 1 );

	/**
	 * @throws IllegalArgumentException
	 *             if the scale is negative or not finite
	 */
	public Scatter
	{
		if ( !( scale >= 0 && Double.isFinite( scale ) ) )
			throw new IllegalArgumentException( "The scale of scatter is 0 (none) or more, not " + scale + "." );
	}
}
