/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

/**
 * Rotations as the last three components (b, c, d) of a unit quaternion, with a = sqrt( 1 - b^2 - c^2 - d^2 ) >= 0: the
 * qform of NIfTI-1.
 */
final class NiftiQuaternion
{
	/** Where 1 - b^2 - c^2 - d^2 is less, it is rounding of 32-bit numbers and a is 0, as in the reference code nifti1_io.c. */
	private static final double ROUNDING = 1e-7;

	private NiftiQuaternion()
	{}

	/**
	 * @param b
	 *            of i
	 * @param c
	 *            of j
	 * @param d
	 *            of k
	 * @return the rotation matrix, row by row; (b, c, d) no shorter than 1 but for rounding is brought to length 1
	 */
	static double[] rotation( final double b, final double c, final double d )
	{
		final double square = b * b + c * c + d * d;
		final boolean halfTurn = 1 - square < ROUNDING;
		final double a = halfTurn ? 0 : Math.sqrt( 1 - square ), s = halfTurn ? 2 / square : 2;
		return new double[] { 1 - s * ( c * c + d * d ), s * ( b * c - a * d ), s * ( b * d + a * c ),
				s * ( b * c + a * d ), 1 - s * ( b * b + d * d ), s * ( c * d - a * b ),
				s * ( b * d - a * c ), s * ( c * d + a * b ), 1 - s * ( b * b + c * c ) };
	}

	/**
	 * @param r
	 *            a rotation matrix, row by row
	 * @return b, c, d
	 */
	static double[] of( final double[] r )
	{
		final double[] squares = { 1 + r[ 0 ] + r[ 4 ] + r[ 8 ], 1 + r[ 0 ] - r[ 4 ] - r[ 8 ], 1 - r[ 0 ] + r[ 4 ] - r[ 8 ],
				1 - r[ 0 ] - r[ 4 ] + r[ 8 ] };
		int largest = 0;
		for ( int i = 1; i < 4; ++i )
			if ( squares[ i ] > squares[ largest ] )
				largest = i;
		// The products 4 q_i q_j; dividing by the largest component loses no digits.
		final double ab = r[ 7 ] - r[ 5 ], ac = r[ 2 ] - r[ 6 ], ad = r[ 3 ] - r[ 1 ];
		final double bc = r[ 1 ] + r[ 3 ], bd = r[ 2 ] + r[ 6 ], cd = r[ 5 ] + r[ 7 ];
		final double[][] products = { { squares[ 0 ], ab, ac, ad }, { ab, squares[ 1 ], bc, bd }, { ac, bc, squares[ 2 ], cd },
				{ ad, bd, cd, squares[ 3 ] } };
		final double scale = 1 / ( 2 * Math.sqrt( squares[ largest ] ) );
		final double sign = products[ largest ][ 0 ] < 0 ? -scale : scale;
		return new double[] { sign * products[ largest ][ 1 ], sign * products[ largest ][ 2 ], sign * products[ largest ][ 3 ] };
	}
}
