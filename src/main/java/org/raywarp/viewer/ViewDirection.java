/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

/**
 * From where an object in the world is looked at, with superior up.
 *
 * @param azimuth
 *            about the patient's long axis in degrees: 0 from anterior, with the patient's left on the right; 90 from the
 *            patient's left, 180 from posterior, -90 from the right
 * @param elevation
 *            in degrees from -90, from inferior, to 90, from superior
 */
public record ViewDirection( double azimuth, double elevation )
{
	/** From anterior. */
	public static final ViewDirection ANTERIOR = new ViewDirection( 0, 0 );

	/** From the patient's left. */
	public static final ViewDirection LEFT = new ViewDirection( 90, 0 );

	/** From posterior. */
	public static final ViewDirection POSTERIOR = new ViewDirection( 180, 0 );

	/** From the patient's right. */
	public static final ViewDirection RIGHT = new ViewDirection( -90, 0 );

	/**
	 * @throws IllegalArgumentException
	 *             if an angle is not finite, or the elevation beyond 90 degrees
	 */
	public ViewDirection
	{
		if ( !Double.isFinite( azimuth ) || !( Math.abs( elevation ) <= 90 ) )
			throw new IllegalArgumentException( "An object is looked at from an elevation of -90 to 90 degrees, not from an azimuth of "
					+ azimuth + " and an elevation of " + elevation + " degrees." );
	}

	/**
	 * @return three rows of unit length: where the right, the upper edge and the onlooker are, in the world
	 */
	double[][] axes()
	{
		final double a = Math.toRadians( azimuth ), e = Math.toRadians( elevation );
		final double sa = Math.sin( a ), ca = Math.cos( a ), se = Math.sin( e ), ce = Math.cos( e );
		return new double[][] { { ca, sa, 0 }, { -sa * se, ca * se, ce }, { sa * ce, -ca * ce, se } };
	}
}
