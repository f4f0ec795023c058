/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Arrays;

/**
 * A cone-beam projection as a 3 x 4 matrix P from homogeneous world points in mm to homogeneous pixel indices:
 * {@code (u, v, w) = P (x, y, z, 1)}, column {@code u / w}, row {@code v / w}; the point lies in front of the source
 * where {@code w > 0}. Hartley and Zisserman, Multiple View Geometry, 2nd edition, chapter 6.
 * <p>
 * Any matrix whose left 3 x 3 part is invertible is accepted as it is: tilted detectors, oblong or sheared pixels and
 * mirrored images included. Instances are immutable and normalized, so that w is the distance from the source, in mm,
 * along the normal of the detector.
 */
public final class ProjectionMatrix
{
	private final Affine3D homogeneousFromWorld;

	private final Affine3D worldFromHomogeneous;

	private ProjectionMatrix( final Affine3D homogeneousFromWorld )
	{
		this.homogeneousFromWorld = homogeneousFromWorld;
		this.worldFromHomogeneous = homogeneousFromWorld.inverse();
	}

	/**
	 * @param rowMajor
	 *            the 12 entries of P, row by row, in any positive scale
	 * @return the projection
	 * @throws IllegalArgumentException
	 *             if there are not 12 finite entries, or the left 3 x 3 part is singular (a source at infinity)
	 */
	public static ProjectionMatrix of( final double... rowMajor )
	{
		final Affine3D p = Affine3D.of( rowMajor );
		final double norm = Math.sqrt( square( p.get( 2, 0 ) ) + square( p.get( 2, 1 ) ) + square( p.get( 2, 2 ) ) );
		if ( !( norm > 0 ) )
			throw new IllegalArgumentException( "The projection matrix " + p + " is singular: its last row has no direction." );
		final double[] scaled = Arrays.stream( rowMajor ).map( v -> v / norm ).toArray();
		try
		{
			return new ProjectionMatrix( Affine3D.of( scaled ) );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IllegalArgumentException( "The projection matrix " + p + " is singular: it has no source point.", e );
		}
	}

	private static double square( final double v )
	{
		return v * v;
	}

	/**
	 * @return the position of the X-ray source in the world, in mm
	 */
	public double[] source()
	{
		return worldFromHomogeneous.apply( 0, 0, 0 );
	}

	/**
	 * @param world
	 *            a point in mm
	 * @return (column, row, depth): pixel indices, and the distance from the source along the detector's normal in mm,
	 *         which is negative behind the source; column and row are not finite where the depth is 0
	 */
	public double[] project( final double... world )
	{
		final double[] h = homogeneousFromWorld.apply( world );
		h[ 0 ] /= h[ 2 ];
		h[ 1 ] /= h[ 2 ];
		return h;
	}

	/**
	 * @param column
	 *            a column index, not necessarily whole
	 * @param row
	 *            a row index, not necessarily whole
	 * @return the direction of the ray from the source to that detector point, as the world vector along which the depth
	 *         grows by 1 mm per unit
	 */
	public double[] rayDirection( final double column, final double row )
	{
		return worldFromHomogeneous.applyToVector( column, row, 1 );
	}

	/**
	 * @return how far a world point moves per unit of (column, row) at depth 1 mm: the linear map with
	 *         {@code rayDirection( c, r ) = vector map of ( c, r, 1 )}, its translation being the source
	 */
	public Affine3D worldFromHomogeneous()
	{
		return worldFromHomogeneous;
	}

	/**
	 * @return P as a map from world to homogeneous pixel coordinates
	 */
	public Affine3D homogeneousFromWorld()
	{
		return homogeneousFromWorld;
	}

	/**
	 * The same rays on another pixel raster: {@code newPixel = scale * pixel + offset}.
	 *
	 * @param scaleX
	 *            new columns per column
	 * @param offsetX
	 *            new index of column 0
	 * @param scaleY
	 *            new rows per row
	 * @param offsetY
	 *            new index of row 0
	 * @return the projection onto the new raster
	 */
	public ProjectionMatrix onRaster( final double scaleX, final double offsetX, final double scaleY, final double offsetY )
	{
		final Affine3D raster = Affine3D.of( scaleX, 0, offsetX, 0, 0, scaleY, offsetY, 0, 0, 0, 1, 0 );
		return new ProjectionMatrix( raster.after( homogeneousFromWorld ) );
	}

	/**
	 * The projection of a world that was moved first.
	 *
	 * @param worldFromMoved
	 *            where points of the new frame lie in this matrix's world
	 * @return the projection from the new frame, with the depth in mm of the new frame
	 */
	public ProjectionMatrix after( final Affine3D worldFromMoved )
	{
		return of( homogeneousFromWorld.after( worldFromMoved ).toArray() );
	}

	/**
	 * @return the 12 entries of the normalized P, row by row
	 */
	public double[] toArray()
	{
		return homogeneousFromWorld.toArray();
	}

	@Override
	public boolean equals( final Object other )
	{
		return other instanceof ProjectionMatrix && homogeneousFromWorld.equals( ( ( ProjectionMatrix ) other ).homogeneousFromWorld );
	}

	@Override
	public int hashCode()
	{
		return homogeneousFromWorld.hashCode();
	}

	@Override
	public String toString()
	{
		return homogeneousFromWorld.toString();
	}
}
