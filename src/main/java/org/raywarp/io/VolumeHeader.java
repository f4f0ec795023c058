/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * What the header of a volume file says, checked: where the voxels lie and how they are stored.
 *
 * @param file
 *            whose header this is, for errors
 * @param grid
 *            size and world frame
 * @param type
 *            of the stored numbers
 * @param order
 *            of their bytes
 * @param slope
 *            value = slope x number + intercept
 * @param intercept
 *            in the unit of the values
 */
record VolumeHeader( Path file, Grid grid, VoxelType type, ByteOrder order, double slope, double intercept )
{

	/** No byte of a deflated stream stands for more bytes (RFC 1951: 258 bytes by 2 bits). */
	static final long MAX_INFLATION = 1032;

	private static final int CHUNK = 1 << 16;

	/**
	 * @param file
	 *            whose header this is
	 * @param sizes
	 *            of all dimensions; those beyond the third must be 1, missing ones are
	 * @param worldFromVoxel
	 *            12 entries, row by row
	 * @param type
	 *            of the stored numbers
	 * @param order
	 *            of their bytes
	 * @return the header without slope and intercept
	 * @throws IOException
	 *             if the sizes are not those of one volume that fits into memory, or the map is not finite and invertible
	 */
	static VolumeHeader of( final Path file, final long[] sizes, final double[] worldFromVoxel, final VoxelType type,
			final ByteOrder order )
			throws IOException
	{
		final int[] size = { 1, 1, 1 };
		double voxels = 1;
		for ( int d = 0; d < sizes.length; ++d )
		{
			if ( sizes[ d ] < 1 )
				throw new IOException( file + " claims the sizes " + Arrays.toString( sizes ) + "; expected positive sizes." );
			if ( d >= 3 && sizes[ d ] != 1 )
				throw new IOException( file + " has the sizes " + Arrays.toString( sizes ) + "; expected one three-dimensional volume." );
			voxels *= sizes[ d ];
			if ( d < 3 )
				size[ d ] = ( int ) Math.min( sizes[ d ], Integer.MAX_VALUE );
		}
		final long most = Math.min( Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / Float.BYTES );
		if ( voxels > most )
			throw new IOException(
					file + " claims the sizes " + Arrays.toString( sizes ) + ", " + voxels + " voxels; expected at most " + most
							+ " in the memory that Java may use." );
		try
		{
			return new VolumeHeader( file, new Grid( size, Affine3D.of( worldFromVoxel ) ), type, order, 1, 0 );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + " has the voxel-to-world map " + Arrays.toString( worldFromVoxel )
					+ "; expected a finite and invertible one.", e );
		}
	}

	/**
	 * @param newSlope
	 *            0 and NaN mean that there is none
	 * @param newIntercept
	 *            in the unit of the values
	 * @return this header with value = slope x number + intercept
	 */
	VolumeHeader scaled( final double newSlope, final double newIntercept ) throws IOException
	{
		if ( newSlope == 0 || !Double.isFinite( newSlope ) )
			return this;
		if ( !Double.isFinite( newIntercept ) )
			throw new IOException( file + " has the intercept " + newIntercept + "; expected a finite number." );
		return new VolumeHeader( file, grid, type, order, newSlope, newIntercept );
	}

	/**
	 * @return the length of the stored voxels
	 */
	long bytes()
	{
		return ( long ) grid.voxelCount() * type.bytes();
	}

	/**
	 * @param available
	 *            number of bytes that are there for the voxels
	 * @param compressed
	 *            whether they are deflated
	 * @return this
	 * @throws IOException
	 *             if that is too few
	 */
	VolumeHeader requireBytes( final long available, final boolean compressed ) throws IOException
	{
		if ( compressed && ( available + 1 ) * MAX_INFLATION < bytes() )
			throw new IOException( file + " claims " + bytes() + " bytes of voxels, more than its " + available
					+ " compressed bytes can hold; the file is truncated or its header is wrong." );
		if ( !compressed && available < bytes() )
			throw new IOException( file + " is truncated: its header claims " + bytes() + " bytes of voxels, " + Math.max( available, 0 )
					+ " are there." );
		return this;
	}

	/**
	 * Reads the voxels. Not closed, but read to its end where it ends with them, so that a checksum behind the voxels is
	 * compared.
	 *
	 * @param in
	 *            at the first voxel
	 * @return the volume
	 * @throws IOException
	 *             if there are fewer voxels, or a compressed stream is damaged
	 */
	Volume< FloatType > read( final InputStream in ) throws IOException
	{
		final float[] values = new float[ grid.voxelCount() ];
		final byte[] chunk = new byte[ CHUNK ];
		final ByteBuffer buffer = ByteBuffer.wrap( chunk ).order( order );
		long done = 0;
		try
		{
			while ( done < bytes() )
			{
				final int wanted = ( int ) Math.min( CHUNK, bytes() - done );
				final int got = in.readNBytes( chunk, 0, wanted );
				done += got;
				if ( got < wanted )
					throw new EOFException();
				type.read( buffer, values, ( int ) ( ( done - got ) / type.bytes() ), got / type.bytes() );
			}
			in.read();
		}
		catch ( final EOFException e )
		{
			throw new IOException( file + " is truncated: its header claims " + bytes() + " bytes of voxels, and the data end after about "
					+ done + ".", e );
		}
		catch ( final ZipException e )
		{
			throw new IOException( file + " is damaged: its compressed data cannot be read (" + e.getMessage() + ").", e );
		}
		if ( slope != 1 || intercept != 0 )
			for ( int i = 0; i < values.length; ++i )
				values[ i ] = ( float ) ( slope * values[ i ] + intercept );
		return Volume.floats( grid, values );
	}
}
