/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.Arrays;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The image of vectors that velocity and displacement fields are made of: components x, y, z along dimension 0, then the
 * grid's x, y, z.
 */
final class FieldVectors
{
	private FieldVectors()
	{}

	static void require( final RandomAccessibleInterval< FloatType > vectors )
	{
		if ( vectors.numDimensions() != 4 || vectors.dimension( 0 ) != 3
				|| Arrays.stream( vectors.minAsLongArray() ).anyMatch( m -> m != 0 ) )
			throw new IllegalArgumentException( "A field has 3 components and three dimensions that start at 0, not the interval up to "
					+ Arrays.toString( vectors.maxAsLongArray() ) + "." );
	}

	static RandomAccessibleInterval< FloatType > of( final Grid grid, final float[] vectors )
	{
		final int[] n = grid.size();
		return ArrayImgs.floats( vectors, 3, n[ 0 ], n[ 1 ], n[ 2 ] );
	}

	static Grid grid( final RandomAccessibleInterval< FloatType > vectors, final Affine3D worldFromVoxel )
	{
		return new Grid( new int[] { ( int ) vectors.dimension( 1 ), ( int ) vectors.dimension( 2 ), ( int ) vectors.dimension( 3 ) },
				worldFromVoxel );
	}
}
