/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.TreeSet;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The largest piece of one label of a label map: voxels that hang together by their faces, cut out with its box.
 *
 * @param scan
 *            grid of the whole label map
 * @param first
 *            voxel of the scan where the box begins
 * @param size
 *            number of voxels of the box along x, y, z
 * @param voxels
 *            1 in the piece, 0 elsewhere in the box, x fastest
 * @param count
 *            number of the piece's voxels
 * @param labeled
 *            number of voxels with the label
 * @param pieces
 *            in how many pieces the label is
 */
record BoneMask( Grid scan, int[] first, int[] size, byte[] voxels, int count, int labeled, int pieces )
{
	/**
	 * @param labels
	 *            the label map
	 * @param label
	 *            the bone's value
	 * @return its largest piece
	 * @throws IllegalArgumentException
	 *             if no voxel has the label; the message says which labels there are
	 */
	static BoneMask of( final Volume< UnsignedByteType > labels, final int label )
	{
		final byte[] values = LabelArrays.of( labels.voxels() );
		final int[] scan = labels.grid().size(), box = box( values, scan, label );
		if ( box[ 3 ] < 0 )
			throw new IllegalArgumentException( "No voxel has the label " + label + "; " + present( values ) + "." );
		final int[] first = Arrays.copyOf( box, 3 ), size = size( box );
		final byte[] bone = cut( values, scan, box );
		int labeled = 0;
		for ( int i = 0; i < bone.length; ++i )
		{
			bone[ i ] = ( byte ) ( ( bone[ i ] & 0xff ) == label ? 1 : 0 );
			labeled += bone[ i ];
		}
		final int[] piece = new int[ bone.length ], queue = new int[ bone.length ];
		int pieces = 0, largest = 0, count = 0;
		for ( int i = 0; i < bone.length; ++i )
			if ( bone[ i ] != 0 && piece[ i ] == 0 )
			{
				final int voxels = fill( bone, piece, queue, i, ++pieces, size );
				if ( voxels > count )
				{
					count = voxels;
					largest = pieces;
				}
			}
		for ( int i = 0; i < bone.length; ++i )
			bone[ i ] = ( byte ) ( piece[ i ] == largest ? 1 : 0 );
		final int[] own = box( bone, size, 1 );
		final byte[] voxels = cut( bone, size, own );
		for ( int d = 0; d < 3; ++d )
			first[ d ] += own[ d ];
		return new BoneMask( labels.grid(), first, size( own ), voxels, count, labeled, pieces );
	}

	private static int[] size( final int[] box )
	{
		return new int[] { box[ 3 ] - box[ 0 ] + 1, box[ 4 ] - box[ 1 ] + 1, box[ 5 ] - box[ 2 ] + 1 };
	}

	/** The voxels of a box. */
	private static byte[] cut( final byte[] values, final int[] n, final int[] box )
	{
		final int[] size = size( box );
		final byte[] cut = new byte[ size[ 0 ] * size[ 1 ] * size[ 2 ] ];
		for ( int row = 0; row < size[ 1 ] * size[ 2 ]; ++row )
			System.arraycopy( values, box[ 0 ] + n[ 0 ] * ( box[ 1 ] + row % size[ 1 ] + n[ 1 ] * ( box[ 2 ] + row / size[ 1 ] ) ), cut,
					row * size[ 0 ], size[ 0 ] );
		return cut;
	}

	/** The first and the last voxel with a label along each axis; the last are -1 where there is none. */
	private static int[] box( final byte[] values, final int[] n, final int label )
	{
		final int[] box = { n[ 0 ], n[ 1 ], n[ 2 ], -1, -1, -1 };
		for ( int z = 0, i = 0; z < n[ 2 ]; ++z )
			for ( int y = 0; y < n[ 1 ]; ++y )
				for ( int x = 0; x < n[ 0 ]; ++x, ++i )
					if ( ( values[ i ] & 0xff ) == label )
					{
						box[ 0 ] = Math.min( box[ 0 ], x );
						box[ 1 ] = Math.min( box[ 1 ], y );
						box[ 2 ] = Math.min( box[ 2 ], z );
						box[ 3 ] = Math.max( box[ 3 ], x );
						box[ 4 ] = Math.max( box[ 4 ], y );
						box[ 5 ] = z;
					}
		return box;
	}

	/** Numbers all voxels that have the value of one and hang together with it, and returns how many they are. */
	private static int fill( final byte[] values, final int[] piece, final int[] queue, final int seed, final int number, final int[] n )
	{
		int head = 0, tail = 0;
		queue[ tail++ ] = seed;
		piece[ seed ] = number;
		final int[] stride = { 1, n[ 0 ], n[ 0 ] * n[ 1 ] };
		while ( head < tail )
		{
			final int at = queue[ head++ ];
			for ( int d = 0; d < 3; ++d )
			{
				final int x = at / stride[ d ] % n[ d ];
				for ( int step = -1; step <= 1; step += 2 )
				{
					final int next = at + step * stride[ d ];
					if ( x + step >= 0 && x + step < n[ d ] && piece[ next ] == 0 && values[ next ] == values[ seed ] )
					{
						piece[ next ] = number;
						queue[ tail++ ] = next;
					}
				}
			}
		}
		return tail;
	}

	private static String present( final byte[] values )
	{
		final TreeSet< Integer > present = new TreeSet<>();
		for ( final byte v : values )
			if ( v != 0 )
				present.add( v & 0xff );
		return present.isEmpty() ? "the label map is empty" : "the labels that are there are " + present;
	}

	/**
	 * @param d
	 *            0, 1 or 2 for x, y or z
	 * @return whether the piece's box begins at the first voxel of the scan
	 */
	boolean touchesFirst( final int d )
	{
		return first[ d ] == 0;
	}

	/**
	 * @param d
	 *            0, 1 or 2 for x, y or z
	 * @return whether the piece's box ends at the last voxel of the scan
	 */
	boolean touchesLast( final int d )
	{
		return first[ d ] + size[ d ] == scan.size()[ d ];
	}

	/**
	 * The piece without its cavities: what cannot be reached from outside the box without crossing the piece. The border
	 * of the scan is no way in, so that the canal of a shaft that the scan cuts is filled, too.
	 *
	 * @return 1 in the piece and its cavities, 0 elsewhere in the box
	 */
	byte[] solid()
	{
		final int[] from = new int[ 3 ], n = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			from[ d ] = touchesFirst( d ) ? 0 : 1;
			n[ d ] = size[ d ] + from[ d ] + ( touchesLast( d ) ? 0 : 1 );
		}
		final byte[] around = new byte[ n[ 0 ] * n[ 1 ] * n[ 2 ] ];
		for ( int i = 0; i < voxels.length; ++i )
			around[ inLarger( i, from, n ) ] = voxels[ i ];
		final int[] piece = new int[ around.length ], queue = new int[ around.length ];
		for ( int i = 0; i < around.length; ++i )
			if ( around[ i ] == 0 && piece[ i ] == 0 && isOnOuterFace( i, n ) )
				fill( around, piece, queue, i, 1, n );
		final byte[] solid = new byte[ voxels.length ];
		for ( int i = 0; i < solid.length; ++i )
			solid[ i ] = ( byte ) ( piece[ inLarger( i, from, n ) ] == 0 ? 1 : 0 );
		return solid;
	}

	private int inLarger( final int i, final int[] from, final int[] n )
	{
		final int x = i % size[ 0 ], y = i / size[ 0 ] % size[ 1 ], z = i / ( size[ 0 ] * size[ 1 ] );
		return x + from[ 0 ] + n[ 0 ] * ( y + from[ 1 ] + n[ 1 ] * ( z + from[ 2 ] ) );
	}

	private boolean isOnOuterFace( final int i, final int[] n )
	{
		final int[] x = { i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) };
		for ( int d = 0; d < 3; ++d )
			if ( x[ d ] == 0 && !touchesFirst( d ) || x[ d ] == n[ d ] - 1 && !touchesLast( d ) )
				return true;
		return false;
	}

	/**
	 * @return volume of a voxel in mm^3
	 */
	double voxelVolume()
	{
		return Math.abs( scan.worldFromVoxel().determinant() );
	}

	/**
	 * @return the piece as a label map of 1 and 0, over its box
	 */
	Volume< UnsignedByteType > labels()
	{
		return Volume.labels( new Grid( size, scan.worldFromVoxel().after( Affine3D.translation( first[ 0 ], first[ 1 ], first[ 2 ] ) ) ),
				voxels );
	}
}
