/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * What {@link SurfaceToCt} models.
 *
 * @param density
 *            what the bone consists of
 * @param surroundings
 *            what lies about the bone
 * @param softEdge
 *            over which distance to the border of the grid the tissue about the bone thins out to air, in mm, so that no
 *            step is seen on radiographs where the grid ends; 0 for none
 * @param continueShaft
 *            whether a shaft that ends within the grid is continued with its last section to beyond the grid, in the CT
 *            and in the labels
 */
public record FemurModelSettings( BoneDensity density, Surroundings surroundings, double softEdge, boolean continueShaft )
{

	/**
	 * Textbook density, a plain thigh that fills the grid, and bones that end where their surfaces end.
	 */
	public static final FemurModelSettings STANDARD = new FemurModelSettings( BoneDensity.TEXTBOOK, Surroundings.PLAIN, 0, false );

	/** More than the grid has from its middle to its border, in mm. */
	private static final double MAX_SOFT_EDGE = 100;

	/**
	 * @throws IllegalArgumentException
	 *             if the soft edge is not from 0 to 100 mm
	 */
	public FemurModelSettings
	{
		if ( !( softEdge >= 0 && softEdge <= MAX_SOFT_EDGE ) )
			throw new IllegalArgumentException( "The soft edge is from 0 to " + MAX_SOFT_EDGE + " mm wide, not " + softEdge + " mm." );
	}

	/**
	 * @param other
	 *            what the bone consists of
	 * @return these settings with that density
	 */
	public FemurModelSettings with( final BoneDensity other )
	{
		return new FemurModelSettings( other, surroundings, softEdge, continueShaft );
	}

	/**
	 * @param other
	 *            what lies about the bone
	 * @return these settings with those surroundings
	 */
	public FemurModelSettings with( final Surroundings other )
	{
		return new FemurModelSettings( density, other, softEdge, continueShaft );
	}

	/**
	 * @param millimeters
	 *            width of the soft edge
	 * @return these settings with that soft edge
	 * @throws IllegalArgumentException
	 *             if the width is not from 0 to 100 mm
	 */
	public FemurModelSettings withSoftEdge( final double millimeters )
	{
		return new FemurModelSettings( density, surroundings, millimeters, continueShaft );
	}

	/**
	 * @param continued
	 *            whether a shaft that was cut off is continued
	 * @return these settings with that choice
	 */
	public FemurModelSettings withContinuedShaft( final boolean continued )
	{
		return new FemurModelSettings( density, surroundings, softEdge, continued );
	}
}
