/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.View;
import org.raywarp.projection.SiddonProjector;
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
	 * The path length through a label above which it is seen, in mm: 0 but for rounding. Voxels are boxes here: outlines of
	 * balls of 5 to 25 mm on a grid of 1 mm are within 0.3 to 0.03 mm of the true ones. The trilinear interpolant of a label
	 * would reach 0.3 to 0.6 mm too far.
	 */
	public static final double THRESHOLD = 1e-3;

	private LabelMasks()
	{}

	/**
	 * Projects one label: a pixel of the mask is 1 where the ray through its center runs through voxels of the label
	 * for more than {@link #THRESHOLD}, by Siddon's method.
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
		final RandomAccessibleInterval< FloatType > mask = pathLengths( labels, label, view );
		final float[] path = FloatArrays.of( mask );
		for ( int i = 0; i < path.length; ++i )
			path[ i ] = path[ i ] > THRESHOLD ? 1 : 0;
		FloatArrays.write( path, mask );
		return mask;
	}

	/**
	 * @param labels
	 *            the label map
	 * @param label
	 *            the label to project, from 1 to 255
	 * @param view
	 *            where it is seen from
	 * @return how far the ray through the center of each pixel runs through voxels of the label, in mm, over (column, row)
	 * @throws IllegalArgumentException
	 *             if the volume is not in front of the source
	 */
	public static RandomAccessibleInterval< FloatType > pathLengths( final Volume< UnsignedByteType > labels, final int label,
			final View view )
	{
		final float[] indicator = FloatArrays.of( labels.voxels() ).clone();
		for ( int i = 0; i < indicator.length; ++i )
			indicator[ i ] = indicator[ i ] == label ? 1 : 0;
		final RandomAccessibleInterval< FloatType > path = ArrayImgs.floats( view.columns(), view.rows() );
		new SiddonProjector().project( Volume.floats( labels.grid(), indicator ), view, path );
		return path;
	}

	/**
	 * @param labels
	 *            the label map
	 * @return its labels but 0, ascending
	 */
	public static int[] labelsOf( final Volume< UnsignedByteType > labels )
	{
		final boolean[] found = new boolean[ 256 ];
		for ( final float label : FloatArrays.of( labels.voxels() ) )
			found[ ( int ) label ] = true;
		return IntStream.range( 1, found.length ).filter( label -> found[ label ] ).toArray();
	}

	/**
	 * Projects all labels into one image.
	 *
	 * @param labels
	 *            the label map
	 * @param view
	 *            where it is seen from
	 * @return the label through which the ray through the center of each pixel runs longest, the lower one where two are
	 *         equal, 0 where it meets none for more than {@link #THRESHOLD}, over (column, row)
	 * @throws IllegalArgumentException
	 *             if the volume is not in front of the source
	 */
	public static RandomAccessibleInterval< FloatType > longest( final Volume< UnsignedByteType > labels, final View view )
	{
		final float[] numbers = new float[ view.columns() * view.rows() ], lengths = new float[ numbers.length ];
		Arrays.fill( lengths, ( float ) THRESHOLD );
		for ( final int label : labelsOf( labels ) )
		{
			final float[] path = FloatArrays.of( pathLengths( labels, label, view ) );
			for ( int i = 0; i < path.length; ++i )
				if ( path[ i ] > lengths[ i ] )
				{
					lengths[ i ] = path[ i ];
					numbers[ i ] = label;
				}
		}
		return ArrayImgs.floats( numbers, view.columns(), view.rows() );
	}
}
