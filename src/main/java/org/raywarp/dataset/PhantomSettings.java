/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.volume.GridSize;

/**
 * What {@link PhantomCases} makes.
 *
 * @param size
 *            of the grid and of the radiographs
 * @param mode
 *            where the radiographs are taken from
 * @param pose
 *            the range of random poses
 * @param deformation
 *            standard deviation of the random smooth deformation of the surface, in mm; 0 for none
 * @param photons
 *            mean photons of an unattenuated pixel of a FULL radiograph; larger pixels receive more; 0 for no noise
 * @param seed
 *            of all random numbers
 */
public record PhantomSettings( GridSize size, GeometryMode mode, PoseAugmentation pose, double deformation, double photons, long seed )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the deformation or the number of photons is negative or not finite
	 */
	public PhantomSettings
	{
		if ( !( deformation >= 0 && photons >= 0 && Double.isFinite( deformation + photons ) ) )
			throw new IllegalArgumentException( "Deformation and photons are 0 or more, not " + deformation + " mm and " + photons + "." );
	}

	/**
	 * @param size
	 *            of the grid and of the radiographs
	 * @param mode
	 *            where the radiographs are taken from
	 * @param seed
	 *            of all random numbers
	 * @return standard poses, 1.5 mm of deformation, 20000 photons
	 */
	public static PhantomSettings standard( final GridSize size, final GeometryMode mode, final long seed )
	{
		return new PhantomSettings( size, mode, PoseAugmentation.STANDARD, 1.5, 20000, seed );
	}
}
