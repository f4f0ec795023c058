/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * The labels of a label map as a primitive array, first dimension fastest: what the fast loops run on. A label is
 * {@code array[ i ] & 0xff}.
 */
public final class LabelArrays
{
	/**
	 * By how much the point between two voxels is moved toward the one of the greater index, in voxels: so that rounding
	 * errors do not choose the voxel where grids of whole ratios put every point halfway.
	 */
	static final double TIE = 1e-6;

	private LabelArrays()
	{}

	/**
	 * The labels of an image to read. An image that already lies in one array is not copied.
	 *
	 * @param labels
	 *            any label image
	 * @return its labels, first dimension fastest; to be read only
	 */
	public static byte[] of( final RandomAccessibleInterval< UnsignedByteType > labels )
	{
		if ( labels instanceof ArrayImg< ?, ? > array && array.update( null ) instanceof ByteArray bytes )
			return bytes.getCurrentStorageArray();
		final byte[] copy = new byte[ Math.toIntExact( Views.iterable( labels ).size() ) ];
		int i = 0;
		for ( final UnsignedByteType label : Views.flatIterable( labels ) )
			copy[ i++ ] = label.getByte();
		return copy;
	}

	/**
	 * The voxel nearest to a point. A point halfway between two voxels belongs to the one of the greater index.
	 * {@link Volume#nearest()} is the same as a lazy view.
	 *
	 * @param size
	 *            number of voxels along x, y, z
	 * @param x
	 *            voxel coordinate
	 * @param y
	 *            voxel coordinate
	 * @param z
	 *            voxel coordinate
	 * @return index of the voxel in an array, x fastest; -1 where the point lies outside every voxel
	 */
	public static int nearest( final int[] size, final double x, final double y, final double z )
	{
		final double a = x + ( 0.5 + TIE ), b = y + ( 0.5 + TIE ), c = z + ( 0.5 + TIE );
		if ( !( a >= 0 && b >= 0 && c >= 0 && a < size[ 0 ] && b < size[ 1 ] && c < size[ 2 ] ) )
			return -1;
		return ( int ) a + size[ 0 ] * ( ( int ) b + size[ 1 ] * ( int ) c );
	}
}
