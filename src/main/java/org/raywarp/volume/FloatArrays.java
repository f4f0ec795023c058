/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * The values of an image as a primitive array, first dimension fastest: what the fast loops run on.
 */
public final class FloatArrays
{
	private FloatArrays()
	{}

	/**
	 * The values of an image to read. An image that already lies in one array is not copied.
	 *
	 * @param image
	 *            any image
	 * @return its values, first dimension fastest; to be read only
	 */
	public static float[] of( final RandomAccessibleInterval< ? extends RealType< ? > > image )
	{
		final float[] backing = backing( image );
		if ( backing != null )
			return backing;
		final float[] values = new float[ Math.toIntExact( Views.iterable( image ).size() ) ];
		int i = 0;
		for ( final RealType< ? > value : Views.flatIterable( image ) )
			values[ i++ ] = value.getRealFloat();
		return values;
	}

	/**
	 * The array behind an image, to write to.
	 *
	 * @param image
	 *            any image
	 * @return its array, or null where the image does not lie in one float array
	 */
	public static float[] backing( final RandomAccessibleInterval< ? > image )
	{
		if ( image instanceof ArrayImg< ?, ? > array && array.update( null ) instanceof FloatArray floats )
			return floats.getCurrentStorageArray();
		return null;
	}

	/**
	 * Writes values into an image.
	 *
	 * @param values
	 *            one a pixel, first dimension fastest
	 * @param target
	 *            receives them, rounded where its type holds integers; nothing is done where {@code values} is its own
	 *            array
	 */
	public static < T extends RealType< T > > void write( final float[] values, final RandomAccessibleInterval< T > target )
	{
		if ( backing( target ) == values )
			return;
		final boolean whole = Util.getTypeFromInterval( target ) instanceof IntegerType;
		final Cursor< T > cursor = Views.flatIterable( target ).cursor();
		for ( final float value : values )
			cursor.next().setReal( whole ? Math.round( value ) : value );
	}
}
