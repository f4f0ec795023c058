/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class DisplayContrastTest
{
	private static final int N = 100;

	private static float[] gray( final float[] logAttenuation )
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( logAttenuation.clone(), N, N );
		DisplayContrast.gray( image, image );
		return FloatArrays.of( image );
	}

	/** A body that gets thicker from left to right, with two equal bones and air about it. */
	private static float[] body()
	{
		final float[] values = new float[ N * N ];
		for ( int y = 10; y < 90; ++y )
			for ( int x = 10; x < 90; ++x )
				values[ y * N + x ] = 1 + x / 30f + ( Math.abs( x - 30 ) < 2 || Math.abs( x - 70 ) < 2 ? 0.5f : 0 );
		return values;
	}

	@Test
	void bonesAreWhiteAndWhatIsBesideIsBlack()
	{
		final float[] gray = gray( body() );
		assertEquals( 0, gray[ 5 * N + 50 ] );
		for ( final int x : new int[] { 30, 70 } )
			assertTrue( gray[ 50 * N + x ] > gray[ 50 * N + x - 5 ] + 0.25 && gray[ 50 * N + x ] > gray[ 50 * N + x + 5 ] + 0.2 );
		for ( final float g : gray )
			assertTrue( g >= 0 && g <= 1 );
	}

	@Test
	void thicknessIsEvenedOut()
	{
		final float[] values = body(), gray = gray( values );
		final double before = ( values[ 50 * N + 60 ] - values[ 50 * N + 40 ] ) / ( values[ 50 * N + 30 ] - values[ 50 * N + 26 ] );
		final double after = ( gray[ 50 * N + 60 ] - gray[ 50 * N + 40 ] ) / ( gray[ 50 * N + 30 ] - gray[ 50 * N + 26 ] );
		assertTrue( after < 0.5 * before, after + " of " + before );
	}

	@Test
	void anEmptyImageIsBlack()
	{
		assertArrayEquals( new float[ N * N ], gray( new float[ N * N ] ) );
	}
}
