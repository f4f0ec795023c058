/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

/**
 * The beam that takes a radiograph.
 *
 * @param spectrum
 *            of the photons before the body
 * @param photons
 *            mean number of photons that a pixel receives where neither body nor grid is in the way; 0 for an image
 *            without noise
 * @param seed
 *            of the noise
 */
public record Exposure( Spectrum spectrum, double photons, long seed )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the number of photons is negative or not finite
	 */
	public Exposure
	{
		if ( !( photons >= 0 && Double.isFinite( photons ) ) )
			throw new IllegalArgumentException( "The number of photons of a pixel is 0 (no noise) or more, not " + photons + "." );
	}
}
