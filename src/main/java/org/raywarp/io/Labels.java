/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Values as labels.
 */
final class Labels
{
	private Labels()
	{}

	/**
	 * @param values
	 *            a volume of whole numbers from 0 to 255
	 * @param name
	 *            begins the sentence of an error
	 * @return the same numbers as labels
	 * @throws IllegalArgumentException
	 *             if a value is not a whole number from 0 to 255
	 */
	static Volume< UnsignedByteType > of( final Volume< FloatType > values, final String name )
	{
		final float[] v = FloatArrays.of( values.voxels() );
		final byte[] labels = new byte[ v.length ];
		for ( int i = 0; i < v.length; ++i )
		{
			final int label = ( int ) v[ i ];
			if ( label != v[ i ] || label < 0 || label > 255 )
				throw new IllegalArgumentException( name + " has the value " + v[ i ] + "; expected labels, whole numbers from 0 to 255." );
			labels[ i ] = ( byte ) label;
		}
		return Volume.labels( values.grid(), labels );
	}
}
