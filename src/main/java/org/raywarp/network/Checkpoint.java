/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.raywarp.io.WholeFile;

/**
 * A training as it stands, as a file: a magic number, a version, the number of steps, then for each variable its name, its
 * length and its values, all in big-endian order.
 *
 * @param steps
 *            number of steps taken
 * @param values
 *            of every variable by its name
 */
record Checkpoint( long steps, Map< String, float[] > values )
{
	private static final int MAGIC = 0x52574350;

	private static final int VERSION = 1;

	/** More variables than any network has. */
	private static final int MAX_VARIABLES = 10000;

	void write( final Path file ) throws IOException
	{
		Files.createDirectories( file.toAbsolutePath().getParent() );
		WholeFile.write( file, temporary -> {
			try ( DataOutputStream out = new DataOutputStream( new BufferedOutputStream( Files.newOutputStream( temporary ), 1 << 16 ) ) )
			{
				out.writeInt( MAGIC );
				out.writeInt( VERSION );
				out.writeLong( steps );
				out.writeInt( values.size() );
				for ( final Map.Entry< String, float[] > entry : values.entrySet() )
				{
					out.writeUTF( entry.getKey() );
					out.writeInt( entry.getValue().length );
					for ( final float v : entry.getValue() )
						out.writeFloat( v );
				}
			}
		} );
	}

	/**
	 * @param maxValues
	 *            more values than this are refused before memory is taken
	 * @throws IOException
	 *             if the file cannot be read or is no checkpoint
	 */
	static Checkpoint read( final Path file, final long maxValues ) throws IOException
	{
		try ( DataInputStream in = new DataInputStream( new BufferedInputStream( Files.newInputStream( file ), 1 << 16 ) ) )
		{
			if ( in.readInt() != MAGIC || in.readInt() != VERSION )
				throw new IOException( file + " is no checkpoint of version " + VERSION + "." );
			final long steps = in.readLong();
			final int count = in.readInt();
			long left = maxValues;
			final Map< String, float[] > values = new LinkedHashMap<>();
			for ( int i = 0; i < count && count <= MAX_VARIABLES; ++i )
			{
				final String name = in.readUTF();
				final int length = in.readInt();
				left -= length;
				if ( length < 0 || left < 0 )
					break;
				final float[] v = new float[ length ];
				for ( int k = 0; k < length; ++k )
					v[ k ] = in.readFloat();
				values.put( name, v );
			}
			if ( values.size() != count || in.read() >= 0 )
				throw new IOException( "The checkpoint " + file + " is damaged or that of another network." );
			return new Checkpoint( steps, values );
		}
		catch ( final EOFException e )
		{
			throw new IOException( "The checkpoint " + file + " ends too early.", e );
		}
	}
}
