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
 *            of the rotation about the detector's vertical through the bone's center, in degrees: the primary angle of a
 *            C-arm, which a patient who turns between two images changes too
 * @param tilt
 *            of the rotations about the detector's horizontal and about the beam, in degrees: the secondary angle and roll
 * @param principalPoint
 *            of the principal point along columns and rows, in mm at the bone
 * @param magnification
 *            of the magnification, as a fraction: what the distances of source, bone and detector decide
 */
public record ViewUncertainty( double angle, double tilt, double principalPoint, double magnification )
{

	/** Views are taken as they are calibrated. */
	public static final ViewUncertainty NONE = new ViewUncertainty( 0, 0, 0, 0 );

	/** Primary angles within some degrees; all else nearly as it is calibrated. */
	public static final ViewUncertainty STANDARD = new ViewUncertainty( 5, 0.5, 0.5, 0.002 );

	/**
	 * @throws IllegalArgumentException
	 *             if one is negative or not finite
	 */
	public ViewUncertainty
	{
		if ( !( angle >= 0 && tilt >= 0 && principalPoint >= 0 && magnification >= 0
				&& Double.isFinite( angle + tilt + principalPoint + magnification ) ) )
			throw new IllegalArgumentException( "The uncertainties of a view are 0 or more, not " + angle + " and " + tilt + " degrees, "
					+ principalPoint + " mm and " + magnification + "." );
	}

	boolean none()
	{
		return angle == 0 && tilt == 0 && principalPoint == 0 && magnification == 0;
	}
}
