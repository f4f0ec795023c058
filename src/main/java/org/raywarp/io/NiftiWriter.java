/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;

/**
 * Writes NIfTI-1 in one file, plain or gzipped. The sform always holds the map to the world, rounded to 32 bits; the
 * qform holds it too where the axes are orthogonal.
 */
final class NiftiWriter
{
	private static final int VOXEL_OFFSET = 352;

	/** The largest size that NIfTI-1 can store. */
	private static final int MAX_SIZE = Short.MAX_VALUE;

	/** Largest cosine between axes that still are orthogonal. */
	private static final double ORTHOGONAL = 1e-5;

	private NiftiWriter()
	{}

	/**
	 * @param volume
	 *            the volume, of one channel
	 * @param file
	 *            a path that is free
	 * @param compressed
	 *            whether the file is gzipped
	 * @throws IOException
	 *             if it cannot be written, or a size is above 32767
	 */
	static void write( final Volume< ? extends RealType< ? > > volume, final Path file, final boolean compressed ) throws IOException
	{
		final byte[] header = header( volume );
		try ( OutputStream raw = new BufferedOutputStream( Files.newOutputStream( file ), 1 << 16 );
				OutputStream out = compressed ? new GZIPOutputStream( raw, 1 << 16 ) : raw )
		{
			out.write( header );
			VoxelOutput.write( volume, out );
		}
	}

	private static byte[] header( final Volume< ? extends RealType< ? > > volume ) throws IOException
	{
		final ByteBuffer h = ByteBuffer.allocate( VOXEL_OFFSET ).order( ByteOrder.LITTLE_ENDIAN );
		final int[] size = volume.grid().size();
		final double[] spacing = volume.grid().spacing();
		final VoxelType type = VoxelOutput.type( volume );
		h.putInt( 0, NiftiReader.HEADER_BYTES ).putShort( 40, ( short ) 3 );
		for ( int d = 0; d < 7; ++d )
			h.putShort( 42 + 2 * d, ( short ) ( d < 3 ? size[ d ] : 1 ) );
		for ( int d = 0; d < 3; ++d )
			if ( size[ d ] > MAX_SIZE )
				throw new IOException( "A volume of " + size[ d ] + " voxels along an axis does not fit into NIfTI-1; expected at most "
						+ MAX_SIZE + "." );
		final int code = type == VoxelType.UINT8 ? 2 : type == VoxelType.INT16 ? 4 : 16;
		h.putShort( 70, ( short ) code ).putShort( 72, ( short ) ( 8 * type.bytes() ) );
		for ( int d = 0; d < 3; ++d )
			h.putFloat( 80 + 4 * d, ( float ) spacing[ d ] );
		h.putFloat( 108, VOXEL_OFFSET ).putFloat( 112, 1 ).put( 123, ( byte ) 2 );
		h.putShort( 254, ( short ) 1 );
		final double[] ras = volume.worldFromVoxel().toArray();
		for ( int i = 0; i < 12; ++i )
		{
			ras[ i ] = 0.0 + ( i < 8 ? -ras[ i ] : ras[ i ] );
			h.putFloat( 280 + 4 * i, ( float ) ras[ i ] );
		}
		putQuaternion( h, Affine3D.of( ras ), spacing );
		h.position( 344 );
		h.put( "n+1\0".getBytes( StandardCharsets.US_ASCII ) );
		return h.array();
	}

	private static void putQuaternion( final ByteBuffer h, final Affine3D ras, final double[] spacing )
	{
		final double flip = ras.determinant() < 0 ? -1 : 1;
		final double[] r = new double[ 9 ];
		for ( int row = 0; row < 3; ++row )
			for ( int d = 0; d < 3; ++d )
				r[ 3 * row + d ] = ras.get( row, d ) / spacing[ d ] * ( d == 2 ? flip : 1 );
		for ( int d = 0; d < 3; ++d )
		{
			final int e = ( d + 1 ) % 3;
			if ( Math.abs( r[ d ] * r[ e ] + r[ 3 + d ] * r[ 3 + e ] + r[ 6 + d ] * r[ 6 + e ] ) > ORTHOGONAL )
				return;
		}
		final double[] q = NiftiQuaternion.of( r );
		h.putFloat( 76, ( float ) flip ).putShort( 252, ( short ) 1 );
		for ( int d = 0; d < 3; ++d )
		{
			h.putFloat( 256 + 4 * d, ( float ) q[ d ] );
			h.putFloat( 268 + 4 * d, ( float ) ras.get( d, 3 ) );
		}
	}
}
