/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * A half line in the world.
 *
 * @param origin
 *            where it begins, in mm
 * @param direction
 *            where it goes, of any length but 0
 */
public record Ray( double[] origin, double[] direction )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the direction has no length, or a number is not finite
	 */
	public Ray
	{
		if ( !( Vectors.length( direction ) > 0 ) || !Double.isFinite( Vectors.length( direction ) + Vectors.length( origin ) ) )
			throw new IllegalArgumentException( "A ray has a finite origin and direction." );
	}

	/**
	 * @param view
	 *            a view
	 * @param column
	 *            column index on its detector, not necessarily whole
	 * @param row
	 *            row index, not necessarily whole
	 * @return the ray from the source to that point, with a direction of 1 mm depth
	 */
	public static Ray of( final View view, final double column, final double row )
	{
		return new Ray( view.projection().source(), view.projection().rayDirection( column, row ) );
	}

	/**
	 * @param t
	 *            multiples of the direction
	 * @return {@code origin + t direction}
	 */
	public double[] at( final double t )
	{
		return new double[] { origin[ 0 ] + t * direction[ 0 ], origin[ 1 ] + t * direction[ 1 ], origin[ 2 ] + t * direction[ 2 ] };
	}

	/**
	 * The part of the ray inside the box of a volume, from outer voxel edge to outer voxel edge.
	 *
	 * @param size
	 *            number of voxels along each axis
	 * @param worldFromVoxel
	 *            where the voxels lie
	 * @return the multiples {@code { from, to }} of the direction between which the ray is inside, or null if it misses the box
	 */
	public double[] inside( final int[] size, final Affine3D worldFromVoxel )
	{
		final Affine3D voxelFromWorld = worldFromVoxel.inverse();
		final double[] lo = new double[ 3 ], hi = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			lo[ d ] = -0.5;
			hi[ d ] = size[ d ] - 0.5;
		}
		return Clipping.line( voxelFromWorld.apply( origin ), voxelFromWorld.applyToVector( direction ), lo, hi,
				new double[] { 0, Double.POSITIVE_INFINITY } );
	}
}
