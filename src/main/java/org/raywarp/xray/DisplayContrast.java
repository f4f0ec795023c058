/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Radiographs as they are looked at: bones white on black, with the contrast where the body is. Like the processing in
 * radiography systems it evens out how thick the body is, so that what bones add shows everywhere: what is shown is
 * {@code L - 0.7 ( m - M )} with L the log attenuation, m its mean about the pixel (Gaussian of {@value #REACH} of the image's
 * longer side, body alone) and M its mean over the body.
 */
public final class DisplayContrast
{
	/** Below this log attenuation, which is 5 percent of the beam, a pixel counts as beside the body. */
	private static final float BESIDE = 0.05f;

	/** Standard deviation of the local mean, over the longer side of the image. */
	private static final double REACH = 0.06;

	/** How much of the local mean is taken away. */
	private static final double EVENING = 0.7;

	/** What part of the body's pixels are black, and from which part on they are white. */
	private static final double BLACK = 0.01, WHITE = 0.998;

	private DisplayContrast()
	{}

	/**
	 * @param logAttenuation
	 *            bones bright
	 * @param target
	 *            receives gray values from 0, black, at the first percentile of the body and beside it, to 1, white, at its
	 *            99.8th percentile
	 */
	public static void gray( final RandomAccessibleInterval< FloatType > logAttenuation,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( logAttenuation ), even = evened( logAttenuation ), result = new float[ values.length ];
		final float[] body = new float[ values.length ];
		int n = 0;
		for ( int i = 0; i < values.length; ++i )
			if ( values[ i ] > BESIDE )
				body[ n++ ] = even[ i ];
		if ( n > 0 )
		{
			Arrays.sort( body, 0, n );
			final double black = body[ ( int ) ( BLACK * ( n - 1 ) ) ], white = body[ ( int ) ( WHITE * ( n - 1 ) ) ];
			for ( int i = 0; i < result.length; ++i )
				if ( values[ i ] > BESIDE )
					result[ i ] = white > black ? ( float ) Math.max( 0, Math.min( 1, ( even[ i ] - black ) / ( white - black ) ) ) : 1;
		}
		FloatArrays.write( result, target );
	}

	private static float[] evened( final RandomAccessibleInterval< FloatType > logAttenuation )
	{
		final float[] values = FloatArrays.of( logAttenuation ), inside = new float[ values.length ], within = new float[ values.length ];
		double sum = 0, count = 0;
		for ( int i = 0; i < values.length; ++i )
			if ( values[ i ] > BESIDE )
			{
				inside[ i ] = 1;
				within[ i ] = values[ i ];
				sum += values[ i ];
				++count;
			}
		final float[] shares = blurred( inside, logAttenuation ), means = blurred( within, logAttenuation );
		for ( int i = 0; i < values.length; ++i )
			if ( inside[ i ] == 1 )
				within[ i ] -= EVENING * ( means[ i ] / shares[ i ] - sum / count );
		return within;
	}

	private static float[] blurred( final float[] values, final RandomAccessibleInterval< FloatType > size )
	{
		final long[] n = size.dimensionsAsLongArray();
		final double sigma = REACH * Math.max( n[ 0 ], n[ 1 ] );
		final RandomAccessibleInterval< FloatType > blurred = ArrayImgs.floats( n );
		Blurring.gaussian( ArrayImgs.floats( values.clone(), n ), sigma * sigma, sigma * sigma, blurred );
		return FloatArrays.of( blurred );
	}
}
