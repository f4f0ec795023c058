/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;

/**
 * Writes MetaImage in one file (.mha), raw or zlib.
 */
final class MetaImageWriter
{
	private static final String COMPRESSED_SIZE = "CompressedDataSize = ";

	private MetaImageWriter()
	{}

	/**
	 * @param volume
	 *            the volume, of one channel
	 * @param file
	 *            a path that is free
	 * @throws IOException
	 *             if it cannot be written
	 */
	static void write( final Volume< ? extends RealType< ? > > volume, final Path file ) throws IOException
	{
		final String header = header( volume );
		try ( OutputStream out = new BufferedOutputStream( Files.newOutputStream( file ), 1 << 16 ) )
		{
			out.write( header.getBytes( StandardCharsets.US_ASCII ) );
			try ( OutputStream deflated = new DeflaterOutputStream( out ) )
			{
				VoxelOutput.write( volume, deflated );
			}
		}
		fillIn( file, header.indexOf( COMPRESSED_SIZE ) + COMPRESSED_SIZE.length(), Files.size( file ) - header.length() );
	}

	/** The compressed size is known after the voxels were written; its place in the header has 20 digits. */
	private static void fillIn( final Path file, final int at, final long size ) throws IOException
	{
		try ( RandomAccessFile f = new RandomAccessFile( file.toFile(), "rw" ) )
		{
			f.seek( at );
			f.write( String.format( "%020d", size ).getBytes( StandardCharsets.US_ASCII ) );
		}
	}

	private static String header( final Volume< ? extends RealType< ? > > volume )
	{
		final Affine3D m = volume.worldFromVoxel();
		final int[] size = volume.grid().size();
		final double[] spacing = volume.grid().spacing();
		final StringBuilder matrix = new StringBuilder();
		for ( int d = 0; d < 3; ++d )
			for ( int r = 0; r < 3; ++r )
				matrix.append( ' ' ).append( m.get( r, d ) / spacing[ d ] );
		return "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = True\n"
				+ COMPRESSED_SIZE + "0".repeat( 20 ) + "\nTransformMatrix =" + matrix + "\nOffset = "
				+ m.get( 0, 3 )
				+ " " + m.get( 1, 3 ) + " " + m.get( 2, 3 ) + "\nElementSpacing = " + spacing[ 0 ] + " " + spacing[ 1 ] + " " + spacing[ 2 ]
				+ "\nDimSize = " + size[ 0 ] + " " + size[ 1 ] + " " + size[ 2 ] + "\nElementType = "
				+ elementType( VoxelOutput.type( volume ) ) + "\nElementDataFile = LOCAL\n";
	}

	private static String elementType( final VoxelType type )
	{
		return type == VoxelType.UINT8 ? "MET_UCHAR" : type == VoxelType.INT16 ? "MET_SHORT" : "MET_FLOAT";
	}
}
