/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Resampling;
import org.raywarp.volume.Volume;

import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Brings atlas, subjects and radiographs to what a model takes: the same at training and at inference.
 */
public final class ModelInput
{
	/** Mean of a prepared radiograph inside its mask: apart from the 0 outside, so that the silhouette shows. */
	private static final double MEAN = 1;

	/** Standard deviation of a prepared radiograph inside its mask. */
	private static final double DEVIATION = 0.5;

	private ModelInput()
	{}

	/**
	 * The bone alone, as density relative to water: {@code max( 0, 1 + HU / 1000 )} inside {@link Atlas#BONE}, 0 outside
	 * (Van Houtte et al. 2022, "Semi-supervised learning": the volumes are masked by their labels).
	 *
	 * @param atlas
	 *            CT and labels
	 * @param grid
	 *            the grid to bring it to
	 * @return the bone on that grid, averaged over each voxel where the grid is coarser
	 * @throws IllegalArgumentException
	 *             if no voxel carries the label
	 */
	public static Volume< FloatType > bone( final Atlas atlas, final Grid grid )
	{
		final float[] hu = FloatArrays.of( atlas.ct().voxels() );
		final float[] density = new float[ hu.length ];
		final Cursor< UnsignedByteType > label = Views.flatIterable( atlas.labels().voxels() ).cursor();
		boolean found = false;
		for ( int i = 0; i < hu.length; ++i )
			if ( label.next().get() == Atlas.BONE )
			{
				found = true;
				density[ i ] = Math.max( 0, 1 + hu[ i ] / 1000 );
			}
		if ( !found )
			throw new IllegalArgumentException(
					"No voxel of the labels has the value " + Atlas.BONE + ", which marks the bone to register." );
		return Resampling.resample( Volume.floats( atlas.ct().grid(), density ), grid );
	}

	/**
	 * The part of each voxel that is bone.
	 *
	 * @param labels
	 *            of a subject
	 * @param grid
	 *            the grid to bring it to
	 * @return 0 to 1, the mean over each voxel where the grid is coarser
	 */
	public static Volume< FloatType > occupancy( final Volume< UnsignedByteType > labels, final Grid grid )
	{
		final float[] occupancy = new float[ labels.grid().voxelCount() ];
		final Cursor< UnsignedByteType > label = Views.flatIterable( labels.voxels() ).cursor();
		for ( int i = 0; i < occupancy.length; ++i )
			occupancy[ i ] = label.next().get() == Atlas.BONE ? 1 : 0;
		return Resampling.resample( Volume.floats( labels.grid(), occupancy ), grid );
	}

	/**
	 * A radiograph on the standard detector, normalized inside its mask.
	 *
	 * @param radiograph
	 *            the radiograph
	 * @param center
	 *            the world point the standard detector looks at, in mm
	 * @param columns
	 *            number of pixel columns of the model's radiographs
	 * @param rows
	 *            number of pixel rows of the model's radiographs
	 * @return the radiograph on {@link Rectification#standardView}; its mask is the fraction of each pixel inside the
	 *         mask m, its image {@code m (1 + 0.5 (value - mean) / deviation)}
	 * @throws IllegalArgumentException
	 *             if the mask is empty on that detector, or the image is not finite inside it
	 */
	public static Radiograph radiograph( final Radiograph radiograph, final double[] center, final int columns, final int rows )
	{
		final View standard = Rectification.standardView( radiograph.view(), center, columns, rows );
		final float[] values = new float[ columns * rows ], coverage = new float[ columns * rows ];
		Rectification.resample( radiograph, standard, values, coverage );
		normalize( values, coverage, radiograph.view().name() );
		return new Radiograph( ArrayImgs.floats( values, columns, rows ), ArrayImgs.floats( coverage, columns, rows ), standard );
	}

	/**
	 * Gives values a mean of 1 and a standard deviation of 0.5 inside a mask, and 0 outside.
	 *
	 * @param values
	 *            normalized in place
	 * @param coverage
	 *            the mask, 0 to 1
	 * @param view
	 *            whose image it is, for messages
	 */
	static void normalize( final float[] values, final float[] coverage, final String view )
	{
		double weight = 0, sum = 0, squares = 0;
		for ( int i = 0; i < values.length; ++i )
		{
			weight += coverage[ i ];
			sum += coverage[ i ] * values[ i ];
		}
		if ( !( weight > 0 ) )
			throw new IllegalArgumentException(
					"The mask of view \"" + view + "\" is empty where the bone is expected; expected some pixels above 0." );
		final double mean = sum / weight;
		for ( int i = 0; i < values.length; ++i )
			squares += coverage[ i ] * ( values[ i ] - mean ) * ( values[ i ] - mean );
		final double deviation = Math.sqrt( squares / weight );
		if ( !Double.isFinite( deviation ) )
			throw new IllegalArgumentException(
					"The radiograph of view \"" + view + "\" has pixels that are not finite; expected numbers everywhere." );
		final double scale = deviation > 0 ? DEVIATION / deviation : 0;
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = ( float ) ( coverage[ i ] * ( MEAN + scale * ( values[ i ] - mean ) ) );
	}
}
