/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.raywarp.volume.Volume;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads TIFF through ImageJ, with the calibration and properties that ImageJ keeps in it.
 */
final class TiffReader
{
	/** LZW and PackBits pack at most about four times as tightly as deflate, for which lengths are checked. */
	private static final int TIGHTER = 4;

	private TiffReader()
	{}

	/**
	 * @param first
	 *            the first bytes of a file
	 * @return whether they are a TIFF header
	 */
	static boolean recognizes( final byte[] first )
	{
		return first.length >= 4 && ( first[ 0 ] == 'I' && first[ 1 ] == 'I' && first[ 2 ] == 42 && first[ 3 ] == 0
				|| first[ 0 ] == 'M' && first[ 1 ] == 'M' && first[ 2 ] == 0 && first[ 3 ] == 42 );
	}

	/**
	 * @param file
	 *            a TIFF file, or a stack as ImageJ writes it
	 * @return the volume; channels become its fourth dimension
	 * @throws IOException
	 *             if the file is damaged or in color
	 */
	static Volume< FloatType > read( final Path file ) throws IOException
	{
		final Path path = file.toAbsolutePath();
		final long length = Files.size( file );
		long images = 0;
		TiffDirectories.requireWhole( file );
		final FileInfo[] directories;
		try
		{
			directories = new TiffDecoder( path.getParent() + File.separator, path.getFileName().toString() ).getTiffInfo();
		}
		catch ( final IOException | RuntimeException e )
		{
			throw new IOException( file + " is damaged: its TIFF directory cannot be read (" + e.getMessage() + ").", e );
		}
		if ( directories == null || directories.length == 0 )
			throw new IOException( file + " has no image in its TIFF directory; expected at least one." );
		for ( final FileInfo info : directories )
		{
			requirePixels( file, info, length );
			images += Math.max( 1, info.nImages );
		}
		VolumeHeader.of( file, new long[] { directories[ 0 ].width, directories[ 0 ].height, images },
				new double[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 }, VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN );
		final Volume< FloatType > volume;
		try
		{
			volume = ImagePlusVolumes.openTiff( file );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + ": " + e.getMessage(), e );
		}
		if ( volume.grid().size()[ 2 ] * ( long ) volume.channels() != images )
			throw new IOException( file + " has images of different sizes or types; expected one stack." );
		return volume;
	}

	private static void requirePixels( final Path file, final FileInfo info, final long length ) throws IOException
	{
		final long bytes = ( long ) info.width * info.height * info.getBytesPerPixel() * Math.max( 1, info.nImages );
		long end = info.getOffset() + bytes;
		if ( info.compression > FileInfo.COMPRESSION_NONE )
		{
			end = 0;
			for ( int s = 0; info.stripOffsets != null && info.stripLengths != null && s < info.stripOffsets.length; ++s )
				end = Math.max( end, ( info.stripOffsets[ s ] & 0xffffffffL ) + info.stripLengths[ s ] );
			if ( bytes > TIGHTER * VolumeHeader.MAX_INFLATION * length )
				throw new IOException(
						file + " claims " + bytes + " bytes of pixels, more than its " + length + " compressed bytes can hold." );
		}
		if ( info.width < 1 || info.height < 1 || end > length )
			throw new IOException( file + " is truncated: its TIFF directory claims an image of " + info.width + " x " + info.height
					+ " pixels up to byte " + end + ", and the file has " + length + "." );
	}
}
