/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import java.util.Arrays;

import org.raywarp.geometry.Affine3D;

/**
 * The lattice of a volume without its values.
 *
 * @param size
 *            number of voxels along x, y, z, each at least 1; copied in and out
 * @param worldFromVoxel
 *            voxel indices to the world in mm; invertible
 */
public record Grid( int[] size, Affine3D worldFromVoxel )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the size is not three positive numbers with a product an array can hold, or the map is singular
	 */
	public Grid
	{
		size = size.clone();
		if ( size.length != 3 || size[ 0 ] < 1 || size[ 1 ] < 1 || size[ 2 ] < 1
				|| ( double ) size[ 0 ] * size[ 1 ] * size[ 2 ] > Integer.MAX_VALUE - 8 )
			throw new IllegalArgumentException(
					"A grid has three positive sizes of at most 2^31 voxels, not " + Arrays.toString( size ) + "." );
		worldFromVoxel.inverse();
	}

	/**
	 * @param size
	 *            number of voxels along x, y, z
	 * @param spacing
	 *            distance between voxel centers along x, y, z, in mm
	 * @return the axis-aligned grid whose center is the world's origin
	 */
	public static Grid centered( final int[] size, final double... spacing )
	{
		final double[] origin = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			origin[ d ] = -spacing[ d ] * ( size[ d ] - 1 ) / 2;
		return new Grid( size, Affine3D.scaleAndOrigin( spacing, origin ) );
	}

	@Override
	public int[] size()
	{
		return size.clone();
	}

	/**
	 * @return number of voxels
	 */
	public int voxelCount()
	{
		return size[ 0 ] * size[ 1 ] * size[ 2 ];
	}

	/**
	 * @return the distances between voxel centers along the three axes of the grid, in mm
	 */
	public double[] spacing()
	{
		final double[] spacing = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
			spacing[ d ] = Math.sqrt(
					square( worldFromVoxel.get( 0, d ) ) + square( worldFromVoxel.get( 1, d ) ) + square( worldFromVoxel.get( 2, d ) ) );
		return spacing;
	}

	private static double square( final double v )
	{
		return v * v;
	}

	/**
	 * @return the world point halfway between the outermost voxel centers, in mm
	 */
	public double[] center()
	{
		return worldFromVoxel.apply( ( size[ 0 ] - 1 ) / 2.0, ( size[ 1 ] - 1 ) / 2.0, ( size[ 2 ] - 1 ) / 2.0 );
	}

	/**
	 * @param newSize
	 *            number of voxels along x, y, z
	 * @return the grid of that size over the same physical box, from outer voxel edge to outer voxel edge
	 */
	public Grid resampled( final int... newSize )
	{
		final double[] scale = new double[ 3 ], origin = new double[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			scale[ d ] = ( double ) size[ d ] / newSize[ d ];
			origin[ d ] = scale[ d ] / 2 - 0.5;
		}
		return new Grid( newSize, worldFromVoxel.after( Affine3D.scaleAndOrigin( scale, origin ) ) );
	}

	/**
	 * Whether another grid has the same voxels, up to the rounding that file formats with single precision bring.
	 *
	 * @param other
	 *            another grid
	 * @return true where the sizes are equal and no corner lies more than a hundredth of the smallest spacing apart
	 */
	public boolean matches( final Grid other )
	{
		if ( !Arrays.equals( size, other.size ) )
			return false;
		final double tolerance = 0.01 * Arrays.stream( spacing() ).min().getAsDouble();
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ( corner >> d & 1 ) * ( size[ d ] - 1 );
			final double[] a = worldFromVoxel.apply( x ), b = other.worldFromVoxel.apply( x );
			for ( int d = 0; d < 3; ++d )
				if ( Math.abs( a[ d ] - b[ d ] ) > tolerance )
					return false;
		}
		return true;
	}

	@Override
	public boolean equals( final Object other )
	{
		return other instanceof Grid && Arrays.equals( size, ( ( Grid ) other ).size )
				&& worldFromVoxel.equals( ( ( Grid ) other ).worldFromVoxel );
	}

	@Override
	public int hashCode()
	{
		return 31 * Arrays.hashCode( size ) + worldFromVoxel.hashCode();
	}

	@Override
	public String toString()
	{
		return size[ 0 ] + " x " + size[ 1 ] + " x " + size[ 2 ] + " voxels with worldFromVoxel " + worldFromVoxel;
	}
}
