/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;

/**
 * A similarity of space with seven parameters: {@code x -> s Rz Ry Rx (x - c) + c + t} about a center c. As the result
 * of a registration it maps subject points to atlas points (Van Houtte et al. 2022, "Affine registration module").
 *
 * @param rotationX
 *            rotation about the x axis, which acts first, in degrees
 * @param rotationY
 *            rotation about the y axis in degrees
 * @param rotationZ
 *            rotation about the z axis, which acts last, in degrees
 * @param translationX
 *            shift along x in mm
 * @param translationY
 *            shift along y in mm
 * @param translationZ
 *            shift along z in mm
 * @param scale
 *            isotropic scale, positive
 */
public record Similarity( double rotationX, double rotationY, double rotationZ, double translationX, double translationY,
		double translationZ, double scale )
{

	/** The similarity that leaves every point where it is. */
	public static final Similarity IDENTITY = new Similarity( 0, 0, 0, 0, 0, 0, 1 );

	/**
	 * @throws IllegalArgumentException
	 *             if the scale is not positive, or a parameter is not finite
	 */
	public Similarity
	{
		if ( !( scale > 0 ) || !Double.isFinite( rotationX + rotationY + rotationZ + translationX + translationY + translationZ + scale ) )
			throw new IllegalArgumentException( "A similarity has finite rotations and translations and a positive scale, not rotations ("
					+ rotationX + ", " + rotationY + ", " + rotationZ + "), translations (" + translationX + ", " + translationY + ", "
					+ translationZ + "), scale " + scale + "." );
	}

	/**
	 * @param center
	 *            the fixed point c of rotation and scale, in mm
	 * @return the map as a matrix
	 */
	public Affine3D about( final double... center )
	{
		final double a = Math.toRadians( rotationX ), b = Math.toRadians( rotationY ), c = Math.toRadians( rotationZ );
		final double sa = Math.sin( a ), ca = Math.cos( a ), sb = Math.sin( b ), cb = Math.cos( b ), sc = Math.sin( c ), cc = Math.cos( c );
		final double s = scale;
		final Affine3D linear = Affine3D.of( s * cc * cb, s * ( cc * sb * sa - sc * ca ), s * ( cc * sb * ca + sc * sa ), 0, s * sc * cb,
				s * ( sc * sb * sa + cc * ca ), s * ( sc * sb * ca - cc * sa ), 0, -s * sb, s * cb * sa, s * cb * ca, 0 );
		return Affine3D.translation( center[ 0 ] + translationX, center[ 1 ] + translationY, center[ 2 ] + translationZ ).after( linear )
				.after( Affine3D.translation( -center[ 0 ], -center[ 1 ], -center[ 2 ] ) );
	}
}
