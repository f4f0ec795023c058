/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;

import org.raywarp.geometry.View;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One calibrated X-ray image as log attenuation, {@code -ln( I / I0 )}: bones are bright.
 *
 * @param image
 *            values over (column, row), dimensionless
 * @param mask
 *            1 where the bone is projected and 0 elsewhere, over (column, row); null where none is known
 * @param view
 *            the calibration; its detector has as many columns and rows as the image
 */
public record Radiograph( RandomAccessibleInterval< FloatType > image, RandomAccessibleInterval< FloatType > mask, View view )
{
	/**
	 * @throws IllegalArgumentException
	 *             if image, mask and view differ in size
	 */
	public Radiograph
	{
		require( image, view, "radiograph" );
		if ( mask != null )
			require( mask, view, "mask" );
	}

	private static void require( final RandomAccessibleInterval< ? > image, final View view, final String what )
	{
		if ( image.numDimensions() != 2 || image.dimension( 0 ) != view.columns() || image.dimension( 1 ) != view.rows() )
			throw new IllegalArgumentException( "The " + what + " of view \"" + view.name() + "\" has "
					+ Arrays.toString( image.dimensionsAsLongArray() ) + " pixels; its geometry says " + view.columns() + " x "
					+ view.rows()
					+ "." );
	}
}
