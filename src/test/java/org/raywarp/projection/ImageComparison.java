/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Inner products and differences of images, in double precision.
 */
final class ImageComparison
{
	private ImageComparison()
	{}

	static double inner( final RandomAccessibleInterval< FloatType > a, final RandomAccessibleInterval< FloatType > b )
	{
		final float[] x = FloatArrays.of( a ), y = FloatArrays.of( b );
		double sum = 0;
		for ( int i = 0; i < x.length; ++i )
			sum += ( double ) x[ i ] * y[ i ];
		return sum;
	}

	/** The greatest absolute difference, over the greatest absolute value of the reference. */
	static double greatestDifference( final RandomAccessibleInterval< FloatType > reference,
			final RandomAccessibleInterval< FloatType > image )
	{
		final float[] x = FloatArrays.of( reference ), y = FloatArrays.of( image );
		double difference = 0, greatest = 0;
		for ( int i = 0; i < x.length; ++i )
		{
			difference = Math.max( difference, Math.abs( x[ i ] - y[ i ] ) );
			greatest = Math.max( greatest, Math.abs( x[ i ] ) );
		}
		return difference / greatest;
	}

	/** The root mean square difference, over the greatest absolute value of the reference. */
	static double relativeRmse( final float[] reference, final float[] image )
	{
		double square = 0, greatest = 0;
		for ( int i = 0; i < reference.length; ++i )
		{
			square += ( reference[ i ] - ( double ) image[ i ] ) * ( reference[ i ] - ( double ) image[ i ] );
			greatest = Math.max( greatest, Math.abs( reference[ i ] ) );
		}
		return Math.sqrt( square / reference.length ) / greatest;
	}
}
