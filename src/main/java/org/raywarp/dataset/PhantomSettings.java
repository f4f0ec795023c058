/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.volume.GridSize;
import org.raywarp.xray.DrrSettings;

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
 *            typical length of the random smooth deformation of the surface, in mm; 0 for none
 * @param radiation
 *            energy, photons and rays of the radiographs; its seed is not used
 * @param seed
 *            of all random numbers
 */
public record PhantomSettings( GridSize size, GeometryMode mode, PoseAugmentation pose, double deformation, DrrSettings radiation,
		long seed )
{

	/** Peak voltage of the standard radiographs, in kV: pelvis and hip are taken at 75 to 90 kV. */
	public static final double KILOVOLTAGE = 90;

	/** Mean photons of an unattenuated pixel of a standard FULL radiograph. */
	public static final double PHOTONS = 20000;

	/** Deformation of augmented cases, in mm: with a handful of persons there is little else that varies. */
	public static final double AUGMENTED_DEFORMATION = 1.5;

	/**
	 * @throws IllegalArgumentException
	 *             if the deformation is negative or not finite
	 */
	public PhantomSettings
	{
		if ( !( deformation >= 0 && Double.isFinite( deformation ) ) )
			throw new IllegalArgumentException( "The deformation of a surface is 0 mm or more, not " + deformation + " mm." );
	}

	/**
	 * @param size
	 *            of the grid and of the radiographs
	 * @param mode
	 *            where the radiographs are taken from
	 * @param seed
	 *            of all random numbers
	 * @return the settings for tests: standard poses, shapes as they are; larger pixels receive more photons
	 */
	public static PhantomSettings standard( final GridSize size, final GeometryMode mode, final long seed )
	{
		final DrrSettings radiation = DrrSettings.ofKilovoltage( KILOVOLTAGE ).withNoise( PHOTONS * size.factor() * size.factor(), 0 );
		return new PhantomSettings( size, mode, PoseAugmentation.STANDARD, 0, radiation, seed );
	}

	/**
	 * @param size
	 *            of the grid and of the radiographs
	 * @param mode
	 *            where the radiographs are taken from
	 * @param seed
	 *            of all random numbers
	 * @return the settings for training: {@link #standard}, with deformed shapes
	 */
	public static PhantomSettings augmented( final GridSize size, final GeometryMode mode, final long seed )
	{
		return standard( size, mode, seed ).withDeformation( AUGMENTED_DEFORMATION );
	}

	/**
	 * @param millimeters
	 *            standard deviation of the deformation, in mm
	 * @return these settings with that deformation
	 */
	public PhantomSettings withDeformation( final double millimeters )
	{
		return new PhantomSettings( size, mode, pose, millimeters, radiation, seed );
	}
}
