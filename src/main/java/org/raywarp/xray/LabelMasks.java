/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Where a label is seen in a view.
 */
public final class LabelMasks
{
	/**
	 * The path length through a label from which on it is seen, in units of the smallest voxel spacing. The trilinear
	 * interpolant of a label reaches one voxel beyond it; half a voxel of path brings the outline of the mask back to
	 * that of the label, and keeps every single voxel visible.
	 */
	public static final double THRESHOLD = 0.5;

	private LabelMasks()
	{}

	/**
	 * Projects one label: a pixel of the mask is 1 where the line integral of the label's indicator (Joseph's method,
	 * trilinear) exceeds {@link #THRESHOLD} times the smallest voxel spacing.
	 *
	 * @param labels
	 *            the label map
	 * @param label
	 *            the label to project, from 1 to 255
	 * @param view
	 *            where it is seen from
	 * @return 1 where the label is seen and 0 elsewhere, over (column, row)
	 * @throws IllegalArgumentException
	 *             if the volume is not in front of the source
	 */
	public static RandomAccessibleInterval< FloatType > project( final Volume< UnsignedByteType > labels, final int label,
			final View view )
	{
		final float[] indicator = FloatArrays.of( labels.voxels() ).clone();
		for ( int i = 0; i < indicator.length; ++i )
			indicator[ i ] = indicator[ i ] == label ? 1 : 0;
		final RandomAccessibleInterval< FloatType > mask = ArrayImgs.floats( view.columns(), view.rows() );
		LineIntegrals.project( Volume.floats( labels.grid(), indicator ), view, mask );
		final double threshold = THRESHOLD * Arrays.stream( labels.grid().spacing() ).min().getAsDouble();
		final float[] path = FloatArrays.of( mask );
		for ( int i = 0; i < path.length; ++i )
			path[ i ] = path[ i ] > threshold ? 1 : 0;
		FloatArrays.write( path, mask );
		return mask;
	}
}
