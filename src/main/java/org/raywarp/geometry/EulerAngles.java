/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Rotations as products of three rotations about coordinate axes, {@code R = R_i( a ) R_j( b ) R_k( c )}; each turns
 * counterclockwise seen from the tip of its axis.
 */
public final class EulerAngles
{
	private EulerAngles()
	{}

	/**
	 * @param axes
	 *            three letters of X, Y and Z, such as {@code ZXY}; neighbors differ
	 * @param degrees
	 *            the three angles in the same order
	 * @return the rotation, without translation
	 * @throws IllegalArgumentException
	 *             if the letters are others
	 */
	public static Affine3D rotation( final String axes, final double... degrees )
	{
		if ( !axes.matches( "[XYZ]{3}" ) || axes.charAt( 1 ) == axes.charAt( 0 ) || axes.charAt( 1 ) == axes.charAt( 2 ) )
			throw new IllegalArgumentException( "The axes of three rotations are such as ZXY, not " + axes + "." );
		Affine3D rotation = Affine3D.IDENTITY;
		for ( int i = 0; i < 3; ++i )
			rotation = rotation.after( about( axes.charAt( i ) - 'X', Math.toRadians( degrees[ i ] ) ) );
		return rotation;
	}

	private static Affine3D about( final int axis, final double radians )
	{
		final int a = ( axis + 1 ) % 3, b = ( axis + 2 ) % 3;
		final double[] m = new double[ 12 ];
		m[ 5 * axis ] = 1;
		m[ 5 * a ] = m[ 5 * b ] = Math.cos( radians );
		m[ 4 * a + b ] = -Math.sin( radians );
		m[ 4 * b + a ] = Math.sin( radians );
		return Affine3D.of( m );
	}

	/**
	 * The angles of a rotation, to working precision at every attitude: where the second angle is 90 degrees and first and
	 * third turn about one axis, their sum is right.
	 *
	 * @param axes
	 *            the letters X, Y and Z in any order
	 * @param rotation
	 *            its linear part is a rotation
	 * @return three angles in degrees, the second from -90 to 90
	 */
	public static double[] of( final String axes, final Affine3D rotation )
	{
		final int i = axes.charAt( 0 ) - 'X', j = axes.charAt( 1 ) - 'X', k = axes.charAt( 2 ) - 'X';
		final int sign = ( j - i + 3 ) % 3 == 1 ? 1 : -1;
		final double first = Math.atan2( -sign * rotation.get( j, k ), rotation.get( k, k ) );
		// The rest is read off once the first rotation is undone, so that its error where it is ill defined is undone too.
		final Affine3D rest = about( i, -first ).after( rotation );
		return new double[] { Math.toDegrees( first ), Math.toDegrees( Math.atan2( sign * rest.get( i, k ), rest.get( k, k ) ) ),
				Math.toDegrees( Math.atan2( sign * rest.get( j, i ), rest.get( j, j ) ) ) };
	}
}
