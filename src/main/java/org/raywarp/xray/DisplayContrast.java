/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import java.util.Arrays;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Radiographs as they are looked at: bones white on black, with the contrast where the body is.
 */
public final class DisplayContrast
{
	/** Below this log attenuation, 5 percent of the beam, a pixel counts as beside the body. */
	private static final double BESIDE = 0.05;

	/** What part of the body's pixels are black, and from which part on they are white. */
	private static final double BLACK = 0.02, WHITE = 0.998;

	/** Strength of the S-shaped curve between black and white. */
	private static final double CURVE = 4;

	private DisplayContrast()
	{}

	/**
	 * Maps log attenuation to gray by a logistic curve, as the look-up tables of detectors do: 0 up to the 2nd percentile
	 * of the body, 1 from its 99.8th on, steepest halfway between.
	 *
	 * @param logAttenuation
	 *            bones bright
	 * @param target
	 *            receives gray values from 0, black, to 1, white; all 0 where there is no body
	 */
	public static void gray( final RandomAccessibleInterval< FloatType > logAttenuation,
			final RandomAccessibleInterval< FloatType > target )
	{
		final float[] values = FloatArrays.of( logAttenuation ), result = new float[ values.length ];
		final float[] body = new float[ values.length ];
		int n = 0;
		for ( final float v : values )
			if ( v > BESIDE )
				body[ n++ ] = v;
		Arrays.sort( body, 0, n );
		if ( n > 0 )
		{
			final double black = body[ ( int ) ( BLACK * ( n - 1 ) ) ], white = body[ ( int ) ( WHITE * ( n - 1 ) ) ];
			for ( int i = 0; i < result.length; ++i )
				result[ i ] = ( float ) curve( white > black ? ( values[ i ] - black ) / ( white - black ) : values[ i ] > BESIDE ? 1 : 0 );
		}
		FloatArrays.write( result, target );
	}

	/** From 0 to 1 on the way from 0 to 1, constant outside. */
	private static double curve( final double x )
	{
		final double low = logistic( 0 ), high = logistic( 1 );
		return ( logistic( Math.max( 0, Math.min( 1, x ) ) ) - low ) / ( high - low );
	}

	private static double logistic( final double x )
	{
		return 1 / ( 1 + Math.exp( CURVE * ( 0.5 - x ) ) );
	}
}
