/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.volume.GridSize;
import org.raywarp.xray.Physics;

/**
 * What cases are like, wherever their bones come from.
 *
 * @param size
 *            of the grid and of the radiographs
 * @param mode
 *            where the radiographs are taken from
 * @param bones
 *            how the bones differ from those they are made of
 * @param radiation
 *            what the radiographs are taken with
 * @param imperfections
 *            of the views and masks
 * @param seed
 *            of all random numbers
 */
public record PhantomSettings( GridSize size, GeometryMode mode, BoneVariation bones, Radiation radiation, Imperfections imperfections,
		long seed )
{

	/** Peak voltage of the standard radiographs, in kV: pelvis and hip are taken at 75 to 90 kV. */
	public static final double KILOVOLTAGE = 90;

	/** Mean photons of an unattenuated pixel of a standard FULL radiograph. */
	public static final double PHOTONS = 20000;

	/** Deformation of augmented cases, in mm: with a handful of persons there is little else that varies. */
	public static final double AUGMENTED_DEFORMATION = 1.5;

	/** What radiographs of hips are taken with here and there: 70 to 110 kV, and exposures a factor of 4 about the standard. */
	private static final double LEAST_KILOVOLTAGE = 70, GREATEST_KILOVOLTAGE = 110, EXPOSURE_RANGE = 4;

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
		return new PhantomSettings( size, mode, BoneVariation.STANDARD,
				Radiation.fixed( Physics.MONOENERGETIC, KILOVOLTAGE, photons( size ) ), Imperfections.NONE, seed );
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
	 * @param size
	 *            of radiographs
	 * @param physics
	 *            how much of the physics is simulated
	 * @return random radiation: 70 to 110 kV, a quarter to four times the standard photons, and, where energies are not one,
	 *         scatter from none to that without a grid
	 */
	public static Radiation variedRadiation( final GridSize size, final Physics physics )
	{
		return new Radiation( physics, LEAST_KILOVOLTAGE, GREATEST_KILOVOLTAGE, photons( size ) / EXPOSURE_RANGE,
				photons( size ) * EXPOSURE_RANGE, physics == Physics.POLYENERGETIC ? 1 : 0 );
	}

	/**
	 * @param size
	 *            of radiographs
	 * @return the standard number of photons of an unattenuated pixel
	 */
	public static double photons( final GridSize size )
	{
		return PHOTONS * size.factor() * size.factor();
	}

	/**
	 * @param millimeters
	 *            standard deviation of the deformation, in mm
	 * @return these settings with that deformation
	 */
	public PhantomSettings withDeformation( final double millimeters )
	{
		return withBones( bones.withDeformation( millimeters ) );
	}

	/**
	 * @param newBones
	 *            how the bones vary
	 * @return these settings with those bones
	 */
	public PhantomSettings withBones( final BoneVariation newBones )
	{
		return new PhantomSettings( size, mode, newBones, radiation, imperfections, seed );
	}

	/**
	 * @param newRadiation
	 *            what radiographs are taken with
	 * @return these settings with that radiation
	 */
	public PhantomSettings withRadiation( final Radiation newRadiation )
	{
		return new PhantomSettings( size, mode, bones, newRadiation, imperfections, seed );
	}

	/**
	 * @param newImperfections
	 *            of the views and masks
	 * @return these settings with those imperfections
	 */
	public PhantomSettings withImperfections( final Imperfections newImperfections )
	{
		return new PhantomSettings( size, mode, bones, radiation, newImperfections, seed );
	}
}
