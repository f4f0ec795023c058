/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.geometry.Affine3D;

/**
 * Where a subject's bone ends although the atlas's goes on through a face of its box: a plane across the bone's axis, as
 * where a scan ended. No smooth map makes an end of a shaft that goes on, so the atlas is cut there instead.
 *
 * @param face
 *            of the atlas's box: 2 d for the lower one across axis d, 2 d + 1 for the upper one
 * @param origin
 *            a point on the bone's axis in the subject's world, in mm; not copied
 * @param up
 *            unit vector along the axis, into the bone; not copied
 * @param across
 *            two unit vectors across the axis and each other; not copied
 * @param height
 *            of the plane above the origin, in mm along the axis
 * @param slopes
 *            of the plane along the two vectors across; not copied
 */
record BoneEnd( int face, double[] origin, double[] up, double[][] across, double height, double[] slopes )
{

	/** Height, then the slopes. */
	static final int PARAMETERS = 3;

	/** A plane square to an axis. */
	static BoneEnd across( final int face, final double[] origin, final double[] up, final double height )
	{
		// Any vector that is not along the axis will do.
		final double[] other = { Math.abs( up[ 0 ] ) < 0.7 ? 1 : 0, Math.abs( up[ 0 ] ) < 0.7 ? 0 : 1, 0 };
		final double[] first = unit( cross( up, other ) );
		return new BoneEnd( face, origin, up, new double[][] { first, cross( up, first ) }, height, new double[ 2 ] );
	}

	/**
	 * @param x
	 *            a point of the subject's world, in mm
	 * @return how far above the plane it is along the axis, in mm; below it there is no bone
	 */
	double above( final double... x )
	{
		double above = -height;
		for ( int d = 0; d < 3; ++d )
			above += ( x[ d ] - origin[ d ] ) * ( up[ d ] - slopes[ 0 ] * across[ 0 ][ d ] - slopes[ 1 ] * across[ 1 ][ d ] );
		return above;
	}

	/**
	 * @param x
	 *            a point of the subject's world, in mm
	 * @param first
	 *            index of the height's derivative in the target
	 * @param factor
	 *            of the derivatives
	 * @param target
	 *            the derivatives of {@link #above} with respect to height and slopes are added here
	 */
	void addDerivatives( final double[] x, final int first, final double factor, final double[] target )
	{
		target[ first ] -= factor;
		for ( int s = 0; s < 2; ++s )
			for ( int d = 0; d < 3; ++d )
				target[ first + 1 + s ] -= factor * ( x[ d ] - origin[ d ] ) * across[ s ][ d ];
	}

	/**
	 * @param higher
	 *            added to the height, in mm
	 * @param first
	 *            added to the first slope
	 * @param second
	 *            added to the second slope
	 * @return the plane moved
	 */
	BoneEnd moved( final double higher, final double first, final double second )
	{
		return new BoneEnd( face, origin, up, across, height + higher, new double[] { slopes[ 0 ] + first, slopes[ 1 ] + second } );
	}

	/**
	 * @param shift
	 *            in mm
	 * @return the plane where the bone, shifted, ends
	 */
	BoneEnd shifted( final double... shift )
	{
		final double[] moved = origin.clone();
		for ( int d = 0; d < 3; ++d )
			moved[ d ] += shift[ d ];
		return new BoneEnd( face, moved, up, across, height, slopes );
	}

	/**
	 * @param map
	 *            a similarity
	 * @return the plane where the bone, mapped, ends
	 */
	BoneEnd mapped( final Affine3D map )
	{
		final double scale = Math.cbrt( map.determinant() );
		return new BoneEnd( face, map.apply( origin ), unit( map.applyToVector( up ) ),
				new double[][] { unit( map.applyToVector( across[ 0 ] ) ), unit( map.applyToVector( across[ 1 ] ) ) }, scale * height,
				slopes );
	}

	static double[] unit( final double... v )
	{
		final double length = Math.hypot( Math.hypot( v[ 0 ], v[ 1 ] ), v[ 2 ] );
		return new double[] { v[ 0 ] / length, v[ 1 ] / length, v[ 2 ] / length };
	}

	private static double[] cross( final double[] a, final double[] b )
	{
		return new double[] { a[ 1 ] * b[ 2 ] - a[ 2 ] * b[ 1 ], a[ 2 ] * b[ 0 ] - a[ 0 ] * b[ 2 ], a[ 0 ] * b[ 1 ] - a[ 1 ] * b[ 0 ] };
	}
}
