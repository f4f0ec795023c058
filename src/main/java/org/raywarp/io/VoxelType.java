/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.nio.ByteBuffer;

/**
 * How files store one number.
 */
enum VoxelType
{
	INT8( 1 ), UINT8( 1 ), INT16( 2 ), UINT16( 2 ), INT32( 4 ), UINT32( 4 ), INT64( 8 ), UINT64( 8 ), FLOAT32( 4 ), FLOAT64( 8 );

	private final int bytes;

	VoxelType( final int bytes )
	{
		this.bytes = bytes;
	}

	/**
	 * @return the length of one number
	 */
	int bytes()
	{
		return bytes;
	}

	/**
	 * Reads numbers, each rounded to the nearest float.
	 *
	 * @param source
	 *            numbers from index 0 on, in its byte order
	 * @param target
	 *            receives them
	 * @param from
	 *            index of the first in the target
	 * @param count
	 *            how many
	 */
	void read( final ByteBuffer source, final float[] target, final int from, final int count )
	{
		for ( int i = 0; i < count; ++i )
			target[ from + i ] = ( float ) number( source, i * bytes );
	}

	/**
	 * @param source
	 *            bytes in its byte order
	 * @param at
	 *            index of the first byte
	 * @return the number there
	 */
	double number( final ByteBuffer source, final int at )
	{
		switch ( this )
		{
		case INT8:
			return source.get( at );
		case UINT8:
			return source.get( at ) & 0xff;
		case INT16:
			return source.getShort( at );
		case UINT16:
			return source.getShort( at ) & 0xffff;
		case INT32:
			return source.getInt( at );
		case UINT32:
			return source.getInt( at ) & 0xffffffffL;
		case INT64:
			return source.getLong( at );
		case UINT64:
			final long v = source.getLong( at );
			return v >= 0 ? v : ( v >>> 1 ) * 2.0;
		case FLOAT32:
			return source.getFloat( at );
		default:
			return source.getDouble( at );
		}
	}
}
