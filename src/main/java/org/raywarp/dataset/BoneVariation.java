/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import org.raywarp.anatomy.FemurModelSettings;

/**
 * How the bones of cases differ from those they are made of.
 *
 * @param pose
 *            the range of random poses
 * @param deformation
 *            typical length of the random smooth deformation, in mm; 0 for none
 * @param cutFraction
 *            part of the bones, 0 to 1, whose shaft ends at a random height, as
 *            {@link org.raywarp.anatomy.ShaftCut#random} draws it
 * @param model
 *            how the inside and what lies about the bone are modeled
 */
public record BoneVariation( PoseAugmentation pose, double deformation, double cutFraction, FemurModelSettings model )
{

	/** Standard poses, shapes as they are, a plain thigh about them. */
	public static final BoneVariation STANDARD = new BoneVariation( PoseAugmentation.STANDARD, 0, 0, FemurModelSettings.STANDARD );

	/** The deformations of larger ones fold bones, in mm. */
	private static final double MAX_DEFORMATION = 20;

	/**
	 * @throws IllegalArgumentException
	 *             if the deformation is not from 0 to 20 mm, or the fraction is not from 0 to 1
	 */
	public BoneVariation
	{
		if ( !( deformation >= 0 && deformation <= MAX_DEFORMATION ) )
			throw new IllegalArgumentException(
					"The deformation of a surface is from 0 to " + MAX_DEFORMATION + " mm, not " + deformation + " mm." );
		if ( !( cutFraction >= 0 && cutFraction <= 1 ) )
			throw new IllegalArgumentException( "The part of the bones with a cut shaft is from 0 to 1, not " + cutFraction + "." );
	}

	/**
	 * @param millimeters
	 *            typical length of the deformation, in mm
	 * @return this variation with that deformation
	 */
	public BoneVariation withDeformation( final double millimeters )
	{
		return new BoneVariation( pose, millimeters, cutFraction, model );
	}

	/**
	 * @param fraction
	 *            part of the bones whose shaft is cut
	 * @return this variation with that part
	 */
	public BoneVariation withCuts( final double fraction )
	{
		return new BoneVariation( pose, deformation, fraction, model );
	}

	/**
	 * @param settings
	 *            how inside and surroundings are modeled
	 * @return this variation with them
	 */
	public BoneVariation withModel( final FemurModelSettings settings )
	{
		return new BoneVariation( pose, deformation, cutFraction, settings );
	}
}
