/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

/**
 * Standard deviations of the errors of a view's calibration. The first view keeps its angles: turning all views and the
 * bone together changes no image, so that one of them must say what the world is.
 *
 * @param angle
 *            of each of three rotations about the bone's center, in degrees
 * @param principalPoint
 *            of the principal point along columns and rows, in mm at the bone
 * @param magnification
 *            of the magnification, as a fraction: what the distances of source, bone and detector decide
 */
public record ViewUncertainty( double angle, double principalPoint, double magnification )
{

	/** Views are taken as they are calibrated. */
	public static final ViewUncertainty NONE = new ViewUncertainty( 0, 0, 0 );

	/** Angles within some degrees, principal points within some mm, distances within some percent. */
	public static final ViewUncertainty STANDARD = new ViewUncertainty( 4, 2, 0.01 );

	/**
	 * @throws IllegalArgumentException
	 *             if one is negative or not finite
	 */
	public ViewUncertainty
	{
		if ( !( angle >= 0 && principalPoint >= 0 && magnification >= 0 && Double.isFinite( angle + principalPoint + magnification ) ) )
			throw new IllegalArgumentException( "The uncertainties of a view are 0 or more, not " + angle + " degrees, " + principalPoint
					+ " mm and " + magnification + "." );
	}

	boolean none()
	{
		return angle == 0 && principalPoint == 0 && magnification == 0;
	}
}
