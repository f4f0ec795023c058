/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * One label as a smooth function, which tells where between the voxels its surface runs: binomial weights 1, 2, 1 along
 * each axis, repeating the border, so that a bone that leaves the grid has no surface there. Balls of 5 mm and more keep
 * their radius to within 0.15 voxels.
 */
final class SmoothedLabel
{
	private SmoothedLabel()
	{}

	/**
	 * @return the part of each voxel's surroundings that carries the label, 0 to 1; its surface is at 0.5
	 */
	static float[] of( final Volume< UnsignedByteType > labels, final int label )
	{
		float[] values = FloatArrays.of( labels.voxels() ).clone();
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = values[ i ] == label ? 1 : 0;
		final int[] n = labels.grid().size();
		for ( int d = 0, stride = 1; d < 3; stride *= n[ d++ ] )
			values = along( values, stride, n[ d ] );
		return values;
	}

	private static float[] along( final float[] values, final int stride, final int count )
	{
		final float[] result = new float[ values.length ];
		for ( int i = 0; i < values.length; ++i )
		{
			final int index = i / stride % count;
			final float before = values[ index == 0 ? i : i - stride ], after = values[ index == count - 1 ? i : i + stride ];
			result[ i ] = 0.25f * ( before + after ) + 0.5f * values[ i ];
		}
		return result;
	}
}
