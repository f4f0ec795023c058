/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Arrays;

/**
 * Where a C-arm is turned to, with the signs of DICOM (PS3.3 C.8.7.5.1.2, Positioner Primary and Secondary Angle).
 *
 * @param primaryAngle
 *            in degrees; LAO positive, RAO negative
 * @param secondaryAngle
 *            in degrees; cranial positive, caudal negative
 */
public record CArmAngulation( double primaryAngle, double secondaryAngle )
{
	/**
	 * @throws IllegalArgumentException
	 *             if an angle is not finite
	 */
	public CArmAngulation
	{
		if ( !Double.isFinite( primaryAngle ) || !Double.isFinite( secondaryAngle ) )
			throw new IllegalArgumentException(
					"The angles are finite, in degrees, not (" + primaryAngle + ", " + secondaryAngle + ")." );
	}

	/**
	 * @param beam
	 *            the direction of the central ray from the source to the detector, of any length
	 * @return the angulation with that beam direction; the primary angle is 0 where the beam is along z
	 * @throws IllegalArgumentException
	 *             if the direction is zero or not finite
	 */
	public static CArmAngulation ofBeam( final double... beam )
	{
		final double across = Math.hypot( beam[ 0 ], beam[ 1 ] );
		if ( !( Math.hypot( across, beam[ 2 ] ) > 0 ) )
			throw new IllegalArgumentException( "A beam has a direction, not " + Arrays.toString( beam ) + "." );
		final double primary = across > 0 ? Math.atan2( beam[ 0 ], -beam[ 1 ] ) : 0;
		return new CArmAngulation( Math.toDegrees( primary ), Math.toDegrees( Math.atan2( beam[ 2 ], across ) ) );
	}

	/**
	 * The direction of the central ray, from the source to the detector: {@code (sin a cos b, -cos a cos b, sin b)} for
	 * the primary angle a and the secondary angle b. At (0, 0) the detector is anterior of the patient.
	 *
	 * @return a unit vector of the world
	 */
	public double[] beamDirection()
	{
		final double a = Math.toRadians( primaryAngle ), b = Math.toRadians( secondaryAngle );
		return new double[] { Math.sin( a ) * Math.cos( b ), -Math.cos( a ) * Math.cos( b ), Math.sin( b ) };
	}

	/**
	 * The direction in which the columns of the detector increase: patient left at (0, 0).
	 *
	 * @return a unit vector of the world
	 */
	public double[] columnDirection()
	{
		final double a = Math.toRadians( primaryAngle );
		return new double[] { Math.cos( a ), Math.sin( a ), 0 };
	}

	/**
	 * The direction in which the rows of the detector increase: inferior at (0, 0). It is the column direction crossed
	 * with the beam direction, so that the image shows the patient as seen from the detector.
	 *
	 * @return a unit vector of the world
	 */
	public double[] rowDirection()
	{
		final double a = Math.toRadians( primaryAngle ), b = Math.toRadians( secondaryAngle );
		return new double[] { Math.sin( a ) * Math.sin( b ), -Math.cos( a ) * Math.sin( b ), -Math.cos( b ) };
	}
}
