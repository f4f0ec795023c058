/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.Arrays;

import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The values of an image over (column, row), with samples and channels behind where it has them, as an array: the whole
 * detector or any part of it.
 */
final class DetectorRaster
{
	final int firstColumn, firstRow, columns, rows, firstSample, samples, channels;

	/** Columns fastest, then rows, samples, channels. */
	final float[] values;

	private final RandomAccessibleInterval< FloatType > image;

	private DetectorRaster( final RandomAccessibleInterval< FloatType > image, final boolean beam, final float[] values )
	{
		this.image = image;
		this.values = values;
		firstColumn = ( int ) image.min( 0 );
		firstRow = ( int ) image.min( 1 );
		columns = ( int ) image.dimension( 0 );
		rows = ( int ) image.dimension( 1 );
		firstSample = beam ? ( int ) image.min( 2 ) : 0;
		samples = beam ? ( int ) image.dimension( 2 ) : 1;
		final int channelAxis = beam ? 3 : 2;
		channels = image.numDimensions() > channelAxis ? ( int ) image.dimension( channelAxis ) : 1;
	}

	/**
	 * @param full
	 *            columns and rows of the detector, number of samples where the image has them, number of channels where it
	 *            has them
	 */
	static DetectorRaster reading( final RandomAccessibleInterval< FloatType > image, final View view, final boolean beam,
			final long... full )
	{
		requirePartOf( image, view, beam ? 3 : 2, full );
		return new DetectorRaster( image, beam, FloatArrays.of( image ) );
	}

	/** As {@link #reading}, for an image that is overwritten by {@link #write}. */
	static DetectorRaster writing( final RandomAccessibleInterval< FloatType > image, final View view, final boolean beam,
			final long... full )
	{
		requirePartOf( image, view, beam ? 3 : 2, full );
		final float[] backing = FloatArrays.backing( image );
		return new DetectorRaster( image, beam, backing != null ? backing : new float[ Math.toIntExact( image.size() ) ] );
	}

	private static void requirePartOf( final RandomAccessibleInterval< FloatType > image, final View view, final int channelAxis,
			final long[] full )
	{
		boolean part = image.numDimensions() == full.length;
		for ( int d = 0; part && d < full.length; ++d )
			part = image.min( d ) >= 0 && image.max( d ) < full[ d ];
		if ( part && full.length > channelAxis )
			part = image.dimension( channelAxis ) == full[ channelAxis ];
		if ( !part )
			throw new IllegalArgumentException( "The image from " + Arrays.toString( image.minAsLongArray() ) + " to "
					+ Arrays.toString( image.maxAsLongArray() ) + " is no part of view \"" + view.name() + "\", which has "
					+ Arrays.toString( full ) + " values." );
	}

	/** The position in {@link #values} of the first sample of a pixel. */
	int position( final int column, final int row, final int channel )
	{
		return column - firstColumn + columns * ( row - firstRow + rows * samples * channel );
	}

	/** Distance in {@link #values} from sample to sample. */
	int sampleStride()
	{
		return columns * rows;
	}

	/** Writes the values into the image. */
	void write()
	{
		FloatArrays.write( values, image );
	}
}
