/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Voxels as little-endian bytes: labels one byte each, 16-bit integers two, everything else as 32-bit floating point
 * numbers.
 */
final class VoxelOutput
{
	private static final int CHUNK = 1 << 14;

	private VoxelOutput()
	{}

	/**
	 * @param volume
	 *            any volume
	 * @return how its voxels are stored
	 */
	static VoxelType type( final Volume< ? extends RealType< ? > > volume )
	{
		final RealType< ? > type = volume.voxels().getType();
		return type instanceof UnsignedByteType ? VoxelType.UINT8 : type instanceof ShortType ? VoxelType.INT16 : VoxelType.FLOAT32;
	}

	/**
	 * @param volume
	 *            the volume
	 * @param out
	 *            receives its voxels, x fastest
	 * @throws IOException
	 *             if they cannot be written
	 */
	static void write( final Volume< ? extends RealType< ? > > volume, final OutputStream out ) throws IOException
	{
		final VoxelType type = type( volume );
		final float[] values = FloatArrays.of( volume.voxels() );
		final ByteBuffer buffer = ByteBuffer.allocate( CHUNK * Float.BYTES ).order( ByteOrder.LITTLE_ENDIAN );
		for ( int from = 0; from < values.length; from += CHUNK )
		{
			buffer.clear();
			for ( int i = from; i < Math.min( values.length, from + CHUNK ); ++i )
				if ( type == VoxelType.UINT8 )
					buffer.put( ( byte ) ( int ) values[ i ] );
				else if ( type == VoxelType.INT16 )
					buffer.putShort( ( short ) values[ i ] );
				else
					buffer.putFloat( values[ i ] );
			out.write( buffer.array(), 0, buffer.position() );
		}
	}
}
