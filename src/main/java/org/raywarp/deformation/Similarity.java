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

	/**
	 * The parameters of a given map.
	 *
	 * @param map
	 *            rotation, isotropic scale and translation
	 * @param center
	 *            the point c about which the parameters are taken, in mm
	 * @return the similarity with {@code about( center )} equal to the map; where the y rotation is 90 degrees, the x and z
	 *         rotations are not unique, and the x rotation is 0
	 * @throws IllegalArgumentException
	 *             if the map mirrors, or is sheared or stretched by more than 1e-4
	 */
	public static Similarity fromAffine( final Affine3D map, final double... center )
	{
		final double s = Math.cbrt( map.determinant() );
		double error = 0;
		for ( int i = 0; i < 3; ++i )
			for ( int j = 0; j < 3; ++j )
				error = Math.max( error, Math.abs( columnProduct( map, i, j ) / ( s * s ) - ( i == j ? 1 : 0 ) ) );
		if ( !( s > 0 ) || !( error < 1e-4 ) )
			throw new IllegalArgumentException( "The affine map " + map + " is not a rotation with an isotropic scale and a translation." );
		final double[] t = map.apply( center );
		final double sinY = -map.get( 2, 0 ) / s, cosY = Math.hypot( map.get( 0, 0 ), map.get( 1, 0 ) ) / s;
		final boolean unique = cosY > 1e-8;
		final double x = unique ? Math.atan2( map.get( 2, 1 ), map.get( 2, 2 ) ) : 0;
		final double z = unique ? Math.atan2( map.get( 1, 0 ), map.get( 0, 0 ) ) : Math.atan2( -map.get( 0, 1 ), map.get( 1, 1 ) );
		return new Similarity( Math.toDegrees( x ), Math.toDegrees( Math.atan2( sinY, cosY ) ), Math.toDegrees( z ), t[ 0 ] - center[ 0 ],
				t[ 1 ] - center[ 1 ], t[ 2 ] - center[ 2 ], s );
	}

	private static double columnProduct( final Affine3D map, final int i, final int j )
	{
		return map.get( 0, i ) * map.get( 0, j ) + map.get( 1, i ) * map.get( 1, j ) + map.get( 2, i ) * map.get( 2, j );
	}

	/**
	 * @return the inverse similarity, about the same center, whichever that is
	 */
	public Similarity inverse()
	{
		return fromAffine( about( 0, 0, 0 ).inverse(), 0, 0, 0 );
	}

	/**
	 * @param first
	 *            the similarity that acts first, about the same center
	 * @return this similarity after {@code first}, about that center, whichever it is
	 */
	public Similarity after( final Similarity first )
	{
		return fromAffine( about( 0, 0, 0 ).after( first.about( 0, 0, 0 ) ), 0, 0, 0 );
	}
}
