/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The image file directories of a TIFF file (TIFF 6.0, section 2), which ImageJ's decoder reads without noticing where
 * the file ends.
 */
final class TiffDirectories
{
	/** Bytes of the types 1 to 13, BYTE to IFD. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private static final int ENTRY = 12, MAX_DIRECTORIES = 1 << 16;

	private TiffDirectories()
	{}

	/**
	 * @param file
	 *            a TIFF file
	 * @throws IOException
	 *             if a directory, or a value that one points to, does not lie within the file
	 */
	static void requireWhole( final Path file ) throws IOException
	{
		try ( RandomAccessFile in = new RandomAccessFile( file.toFile(), "r" ) )
		{
			final ByteBuffer header = take( file, in, 0, 8 );
			final ByteOrder order = header.get( 0 ) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			long at = unsigned( header.order( order ), 4 );
			for ( int directories = 0; at != 0; ++directories )
			{
				if ( directories == MAX_DIRECTORIES )
					throw new IOException( file + " has more than " + MAX_DIRECTORIES + " TIFF directories; it is damaged." );
				final int entries = take( file, in, at, 2 ).order( order ).getShort( 0 ) & 0xffff;
				final ByteBuffer directory = take( file, in, at + 2, ENTRY * entries + 4 ).order( order );
				for ( int e = 0; e < entries; ++e )
					requireValue( file, in, directory, ENTRY * e );
				at = unsigned( directory, ENTRY * entries );
			}
		}
	}

	private static void requireValue( final Path file, final RandomAccessFile in, final ByteBuffer directory, final int at )
			throws IOException
	{
		final int type = directory.getShort( at + 2 ) & 0xffff;
		final long bytes = type < TYPE_BYTES.length ? unsigned( directory, at + 4 ) * TYPE_BYTES[ type ] : 0;
		if ( bytes > 4 && unsigned( directory, at + 8 ) + bytes > in.length() )
			throw new IOException(
					file + " is truncated: tag " + ( directory.getShort( at ) & 0xffff ) + " of its TIFF directory lies at byte "
							+ unsigned( directory, at + 8 ) + " of " + in.length() + "." );
	}

	private static ByteBuffer take( final Path file, final RandomAccessFile in, final long at, final int bytes ) throws IOException
	{
		if ( at + bytes > in.length() )
			throw new IOException(
					file + " is truncated: its TIFF directory goes up to byte " + ( at + bytes ) + " of " + in.length() + "." );
		final byte[] taken = new byte[ bytes ];
		in.seek( at );
		in.readFully( taken );
		return ByteBuffer.wrap( taken );
	}

	private static long unsigned( final ByteBuffer b, final int at )
	{
		return b.getInt( at ) & 0xffffffffL;
	}
}
