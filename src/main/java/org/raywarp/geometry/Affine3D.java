/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Arrays;

/**
 * An affine map of three-dimensional space, {@code y = A x + t}, as an immutable row-major 3 x 4 matrix
 * {@code [A | t]}. Lengths are in mm unless the source or target frame is a voxel grid.
 * <p>
 * Variables of this type are named {@code targetFromSource}: {@code c = worldFromVoxel.after( voxelFromBeam )} is
 * {@code worldFromBeam}.
 */
public final class Affine3D
{
	/** The identity. */
	public static final Affine3D IDENTITY = of( 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 );

	private final double[] m;

	private Affine3D( final double[] rowMajor )
	{
		this.m = rowMajor;
	}

	/**
	 * @param rowMajor
	 *            the 12 entries of {@code [A | t]}, row by row
	 * @return the map
	 * @throws IllegalArgumentException
	 *             if there are not 12 entries, or one is not finite
	 */
	public static Affine3D of( final double... rowMajor )
	{
		if ( rowMajor.length != 12 )
			throw new IllegalArgumentException( "An affine map has 12 entries, not " + rowMajor.length + "." );
		for ( final double v : rowMajor )
			if ( !Double.isFinite( v ) )
				throw new IllegalArgumentException( "An affine map has finite entries, not " + Arrays.toString( rowMajor ) + "." );
		return new Affine3D( rowMajor.clone() );
	}

	/**
	 * @param x
	 *            shift along x
	 * @param y
	 *            shift along y
	 * @param z
	 *            shift along z
	 * @return the translation by (x, y, z)
	 */
	public static Affine3D translation( final double x, final double y, final double z )
	{
		return of( 1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z );
	}

	/**
	 * @param spacing
	 *            the distance between neighboring grid points along each axis
	 * @param origin
	 *            where index (0, 0, 0) lies
	 * @return the map from the indices of an axis-aligned grid to its frame
	 */
	public static Affine3D scaleAndOrigin( final double[] spacing, final double[] origin )
	{
		return of( spacing[ 0 ], 0, 0, origin[ 0 ], 0, spacing[ 1 ], 0, origin[ 1 ], 0, 0, spacing[ 2 ], origin[ 2 ] );
	}

	/**
	 * @param row
	 *            0 to 2
	 * @param column
	 *            0 to 3; column 3 is the translation
	 * @return one entry of {@code [A | t]}
	 */
	public double get( final int row, final int column )
	{
		return m[ 4 * row + column ];
	}

	/**
	 * Maps a point. {@code source} and {@code target} may be the same array.
	 *
	 * @param source
	 *            three coordinates, left alone unless it is also the target
	 * @param target
	 *            receives three coordinates
	 */
	public void apply( final double[] source, final double[] target )
	{
		final double x = source[ 0 ], y = source[ 1 ], z = source[ 2 ];
		for ( int r = 0; r < 3; ++r )
			target[ r ] = m[ 4 * r ] * x + m[ 4 * r + 1 ] * y + m[ 4 * r + 2 ] * z + m[ 4 * r + 3 ];
	}

	/**
	 * @param source
	 *            the coordinates of a point
	 * @return the mapped point
	 */
	public double[] apply( final double... source )
	{
		final double[] target = new double[ 3 ];
		apply( source, target );
		return target;
	}

	/**
	 * @param vector
	 *            a direction
	 * @return the mapped direction: the linear part alone acts
	 */
	public double[] applyToVector( final double... vector )
	{
		final double[] target = apply( vector );
		for ( int r = 0; r < 3; ++r )
			target[ r ] -= m[ 4 * r + 3 ];
		return target;
	}

	/**
	 * @param first
	 *            the map that acts first
	 * @return this map after {@code first}: {@code x -> this( first( x ) )}
	 */
	public Affine3D after( final Affine3D first )
	{
		final double[] c = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
			for ( int k = 0; k < 4; ++k )
			{
				double sum = k == 3 ? m[ 4 * r + 3 ] : 0;
				for ( int i = 0; i < 3; ++i )
					sum += m[ 4 * r + i ] * first.m[ 4 * i + k ];
				c[ 4 * r + k ] = sum;
			}
		return of( c );
	}

	/**
	 * @return the determinant of the linear part
	 */
	public double determinant()
	{
		return m[ 0 ] * ( m[ 5 ] * m[ 10 ] - m[ 6 ] * m[ 9 ] ) - m[ 1 ] * ( m[ 4 ] * m[ 10 ] - m[ 6 ] * m[ 8 ] )
				+ m[ 2 ] * ( m[ 4 ] * m[ 9 ] - m[ 5 ] * m[ 8 ] );
	}

	/**
	 * @return the inverse map
	 * @throws IllegalArgumentException
	 *             if the linear part is singular to working precision
	 */
	public Affine3D inverse()
	{
		final double det = determinant();
		double scale = 0;
		for ( int r = 0; r < 3; ++r )
			for ( int c = 0; c < 3; ++c )
				scale = Math.max( scale, Math.abs( get( r, c ) ) );
		if ( Math.abs( det ) <= 1e-14 * scale * scale * scale )
			throw new IllegalArgumentException( "The affine map " + this + " is singular." );
		final double[] i = new double[ 12 ];
		for ( int r = 0; r < 3; ++r )
			for ( int c = 0; c < 3; ++c )
				i[ 4 * r + c ] = cofactor( c, r ) / det;
		for ( int r = 0; r < 3; ++r )
			i[ 4 * r + 3 ] = -( i[ 4 * r ] * m[ 3 ] + i[ 4 * r + 1 ] * m[ 7 ] + i[ 4 * r + 2 ] * m[ 11 ] );
		return of( i );
	}

	private double cofactor( final int r, final int c )
	{
		// Cyclic neighbors carry the sign of the cofactor with them.
		final int r1 = ( r + 1 ) % 3, r2 = ( r + 2 ) % 3, c1 = ( c + 1 ) % 3, c2 = ( c + 2 ) % 3;
		return get( r1, c1 ) * get( r2, c2 ) - get( r1, c2 ) * get( r2, c1 );
	}

	/**
	 * @return the 12 entries of {@code [A | t]}, row by row
	 */
	public double[] toArray()
	{
		return m.clone();
	}

	@Override
	public boolean equals( final Object other )
	{
		return other instanceof Affine3D && Arrays.equals( m, ( ( Affine3D ) other ).m );
	}

	@Override
	public int hashCode()
	{
		return Arrays.hashCode( m );
	}

	@Override
	public String toString()
	{
		return Arrays.toString( m );
	}
}
