/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.raywarp.geometry.Affine3D;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealLocalizable;
import net.imglib2.RealRandomAccessible;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.position.FunctionRealRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image with its world frame.
 *
 * @param voxels
 *            values over (x, y, z), or over (x, y, z, channel); its minimum is at the origin
 * @param worldFromVoxel
 *            voxel indices to the world in mm; invertible
 * @param <T>
 *            type of a value
 */
public record Volume< T extends RealType< T > >( RandomAccessibleInterval< T > voxels, Affine3D worldFromVoxel )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the image has not 3 or 4 dimensions starting at 0, or the map is singular
	 */
	public Volume
	{
		if ( voxels.numDimensions() != 3 && voxels.numDimensions() != 4
				|| Arrays.stream( voxels.minAsLongArray() ).anyMatch( m -> m != 0 ) )
			throw new IllegalArgumentException(
					"A volume has three dimensions, or four with channels, that start at 0, not the interval from "
							+ Arrays.toString( voxels.minAsLongArray() ) + " to " + Arrays.toString( voxels.maxAsLongArray() ) + "." );
		gridOf( voxels, worldFromVoxel );
	}

	/**
	 * @param grid
	 *            where the voxels lie
	 * @return a volume of zeros
	 */
	public static Volume< FloatType > floats( final Grid grid )
	{
		return floats( grid, new float[ grid.voxelCount() ] );
	}

	/**
	 * @param grid
	 *            where the voxels lie
	 * @param values
	 *            one value a voxel, x fastest; not copied
	 * @return the volume over these values
	 */
	public static Volume< FloatType > floats( final Grid grid, final float[] values )
	{
		return new Volume<>( ArrayImgs.floats( values, asLongs( grid.size() ) ), grid.worldFromVoxel() );
	}

	/**
	 * @param grid
	 *            where the voxels lie
	 * @param labels
	 *            one label a voxel, x fastest; not copied
	 * @return the label map over these values
	 */
	public static Volume< UnsignedByteType > labels( final Grid grid, final byte[] labels )
	{
		return new Volume<>( ArrayImgs.unsignedBytes( labels, asLongs( grid.size() ) ), grid.worldFromVoxel() );
	}

	/**
	 * @return the lattice of the voxels
	 */
	public Grid grid()
	{
		return gridOf( voxels, worldFromVoxel );
	}

	/**
	 * @return number of channels, 1 for a three-dimensional image
	 */
	public int channels()
	{
		return voxels.numDimensions() == 3 ? 1 : ( int ) voxels.dimension( 3 );
	}

	/**
	 * The volume between its voxels, in voxel coordinates: the trilinear interpolant of the values extended by 0.
	 *
	 * @return the lazy interpolant
	 */
	public RealRandomAccessible< T > interpolant()
	{
		return Views.interpolate( Views.extendZero( voxels ), new NLinearInterpolatorFactory<>() );
	}

	/**
	 * The volume between its voxels, in voxel coordinates: the value of the nearest voxel, 0 beyond half a voxel from the
	 * outermost centers. A point halfway between two voxels belongs to the one of the greater index, also where rounding
	 * puts it up to 1e-6 voxels before.
	 *
	 * @return the lazy interpolant of a three-dimensional volume
	 */
	public RealRandomAccessible< T > nearest()
	{
		final Supplier< BiConsumer< RealLocalizable, ? super T > > nearest = () -> {
			final RandomAccess< T > access = Views.extendZero( voxels ).randomAccess();
			return ( x, value ) -> {
				for ( int d = 0; d < 3; ++d )
					access.setPosition( ( long ) Math.floor( x.getDoublePosition( d ) + ( 0.5 + LabelArrays.TIE ) ), d );
				value.set( access.get() );
			};
		};
		return new FunctionRealRandomAccessible<>( 3, nearest, voxels.getType()::createVariable );
	}

	private static Grid gridOf( final RandomAccessibleInterval< ? > voxels, final Affine3D worldFromVoxel )
	{
		final int[] size = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			size[ d ] = Math.toIntExact( voxels.dimension( d ) );
		return new Grid( size, worldFromVoxel );
	}

	private static long[] asLongs( final int[] size )
	{
		return Arrays.stream( size ).asLongStream().toArray();
	}
}
