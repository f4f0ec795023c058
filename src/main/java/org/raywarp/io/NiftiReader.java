/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads NIfTI-1 in one file, plain or gzipped, of either byte order (nifti1.h, Cox et al. 2004). The world of NIfTI is
 * RAS; x and y change sign on the way to LPS.
 * <p>
 * The map from voxels to the world is the sform where its code is above 0, else the qform where its code is above 0,
 * else "method 1" of the standard: the voxel spacings along the axes, voxel 0 at the origin. Spatial units of meters and
 * micrometers are converted to mm.
 */
final class NiftiReader
{
	static final int HEADER_BYTES = 348;

	/** Gzipped files cannot be longer than their header may claim, so this bounds what is skipped before the voxels. */
	private static final int MAX_OFFSET = 1 << 28;

	private NiftiReader()
	{}

	/**
	 * @param first
	 *            the first bytes of a file, not compressed
	 * @return whether they are a NIfTI-1 header
	 */
	static boolean recognizes( final byte[] first )
	{
		return first.length >= HEADER_BYTES && first[ 344 ] == 'n' && ( first[ 345 ] == '+' || first[ 345 ] == 'i' ) && first[ 346 ] == '1';
	}

	/**
	 * @param file
	 *            a .nii or .nii.gz file
	 * @return the volume
	 * @throws IOException
	 *             if the file is damaged or holds something else than one volume
	 */
	static Volume< FloatType > read( final Path file ) throws IOException
	{
		try ( InputStream raw = new BufferedInputStream( Files.newInputStream( file ), 1 << 16 ) )
		{
			raw.mark( 2 );
			final boolean compressed = raw.read() == 0x1f && raw.read() == 0x8b;
			raw.reset();
			try ( InputStream in = compressed ? new GZIPInputStream( raw, 1 << 16 ) : raw )
			{
				final ByteBuffer bytes = headerBytes( file, in );
				final VolumeHeader header = header( file, bytes );
				final long offset = offset( file, bytes );
				header.requireBytes( Files.size( file ) - ( compressed ? 0 : offset ), compressed );
				in.skipNBytes( offset - HEADER_BYTES );
				return header.read( in );
			}
		}
		catch ( final EOFException e )
		{
			throw new IOException( file + " is truncated: it ends before its voxels begin.", e );
		}
		catch ( final ZipException e )
		{
			throw new IOException( file + " is damaged: its compressed data cannot be read (" + e.getMessage() + ").", e );
		}
	}

	private static ByteBuffer headerBytes( final Path file, final InputStream in ) throws IOException
	{
		final byte[] bytes = in.readNBytes( HEADER_BYTES );
		if ( bytes.length < HEADER_BYTES )
			throw new IOException(
					file + " is truncated: it has " + bytes.length + " of the " + HEADER_BYTES + " bytes of a NIfTI-1 header." );
		final ByteBuffer h = ByteBuffer.wrap( bytes ).order( ByteOrder.LITTLE_ENDIAN );
		if ( h.getInt( 0 ) != HEADER_BYTES )
			h.order( ByteOrder.BIG_ENDIAN );
		if ( h.getInt( 0 ) != HEADER_BYTES || !recognizes( bytes ) )
			throw new IOException( file + " begins with " + Integer.toUnsignedString( h.order( ByteOrder.LITTLE_ENDIAN ).getInt( 0 ) )
					+ " and has no NIfTI-1 signature; expected a header of " + HEADER_BYTES
					+ " bytes (NIfTI-2 and Analyze are not read)." );
		if ( bytes[ 345 ] != '+' )
			throw new IOException( file + " is a header of a NIfTI-1 pair (.hdr, .img); expected header and voxels in one file (.nii)." );
		return h;
	}

	private static long offset( final Path file, final ByteBuffer h ) throws IOException
	{
		final float offset = h.getFloat( 108 );
		if ( !( offset >= HEADER_BYTES && offset <= MAX_OFFSET ) || offset != Math.rint( offset ) )
			throw new IOException( file + " claims that its voxels begin at byte " + offset + "; expected a whole number of at least "
					+ HEADER_BYTES + "." );
		return ( long ) offset;
	}

	private static VolumeHeader header( final Path file, final ByteBuffer h ) throws IOException
	{
		final int dimensions = h.getShort( 40 );
		if ( dimensions < 1 || dimensions > 7 )
			throw new IOException( file + " claims " + dimensions + " dimensions; expected 1 to 7." );
		final long[] sizes = new long[ dimensions ];
		for ( int d = 0; d < dimensions; ++d )
			sizes[ d ] = h.getShort( 42 + 2 * d );
		return VolumeHeader.of( file, sizes, worldFromVoxel( h ), type( file, h.getShort( 70 ) ), h.order() )
				.scaled( h.getFloat( 112 ), h.getFloat( 116 ) );
	}

	private static VoxelType type( final Path file, final int code ) throws IOException
	{
		switch ( code )
		{
		case 2:
			return VoxelType.UINT8;
		case 4:
			return VoxelType.INT16;
		case 8:
			return VoxelType.INT32;
		case 16:
			return VoxelType.FLOAT32;
		case 64:
			return VoxelType.FLOAT64;
		case 256:
			return VoxelType.INT8;
		case 512:
			return VoxelType.UINT16;
		case 768:
			return VoxelType.UINT32;
		case 1024:
			return VoxelType.INT64;
		case 1280:
			return VoxelType.UINT64;
		default:
			throw new IOException( file + " has the NIfTI data type " + code
					+ "; expected whole or floating point numbers of 8 to 64 bits (2, 4, 8, 16, 64, 256, 512, 768, 1024 or 1280)." );
		}
	}

	private static double[] worldFromVoxel( final ByteBuffer h )
	{
		final double[] m = new double[ 12 ];
		if ( h.getShort( 254 ) > 0 )
			for ( int i = 0; i < 12; ++i )
				m[ i ] = h.getFloat( 280 + 4 * i );
		else
			fromSpacing( h, m );
		final int unit = h.get( 123 ) & 7;
		final double millimeters = unit == 1 ? 1000 : unit == 3 ? 1e-3 : 1;
		for ( int i = 0; i < 12; ++i )
			m[ i ] = 0.0 + m[ i ] * ( i < 8 ? -millimeters : millimeters );
		return m;
	}

	/** The qform, or the spacings alone where it has no code. */
	private static void fromSpacing( final ByteBuffer h, final double[] m )
	{
		final boolean turned = h.getShort( 252 ) > 0;
		final double[] r = turned ? NiftiQuaternion.rotation( h.getFloat( 256 ), h.getFloat( 260 ), h.getFloat( 264 ) )
				: new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
		for ( int row = 0; row < 3; ++row )
		{
			for ( int d = 0; d < 3; ++d )
			{
				final double flip = turned && d == 2 && h.getFloat( 76 ) < 0 ? -1 : 1;
				m[ 4 * row + d ] = r[ 3 * row + d ] * flip * h.getFloat( 80 + 4 * d );
			}
			m[ 4 * row + 3 ] = turned ? h.getFloat( 268 + 4 * row ) : 0;
		}
	}
}
