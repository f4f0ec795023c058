/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class NormalizedCrossCorrelationTest
{
	@Test
	void referenceIsMet() throws IOException
	{
		assertEquals( SampleImages.reference().getAsJsonObject( "similarity" ).get( "ncc_global" ).getAsDouble(), NormalizedCrossCorrelation
				.of( SampleImages.referenceImage( "ssim_a.f32" ).voxels(), SampleImages.referenceImage( "ssim_b.f32" ).voxels() ), 1e-6 );
	}

	@Test
	void isPearsonsCorrelationInsideTheMask()
	{
		final int n = 400 * 300;
		final Random random = new Random( 8 );
		final float[] a = new float[ n ], b = new float[ n ], mask = new float[ n ];
		final double[] x = new double[ n / 2 ], y = new double[ n / 2 ];
		for ( int i = 0; i < n; ++i )
		{
			a[ i ] = ( float ) ( 1000 + random.nextGaussian() );
			b[ i ] = ( float ) ( 0.5 * a[ i ] + random.nextGaussian() );
			mask[ i ] = i % 2;
			x[ i / 2 ] = i % 2 == 1 ? a[ i ] : 0;
			y[ i / 2 ] = i % 2 == 1 ? b[ i ] : 0;
		}
		final RandomAccessibleInterval< FloatType > u = ArrayImgs.floats( a, 400, 300 ), v = ArrayImgs.floats( b, 400, 300 );
		assertEquals( new PearsonsCorrelation().correlation( x, y ),
				NormalizedCrossCorrelation.of( u, v, ArrayImgs.floats( mask, 400, 300 ) ), 1e-12 );
	}

	@Test
	void brightnessAndContrastDoNotMatter()
	{
		final RandomAccessibleInterval< FloatType > a = ArrayImgs.floats( new float[] { 1, 5, 2, 7 }, 2, 2 );
		assertEquals( 1, NormalizedCrossCorrelation.of( a, ArrayImgs.floats( new float[] { 13, 25, 16, 31 }, 2, 2 ) ), 1e-12 );
		assertEquals( -1, NormalizedCrossCorrelation.of( a, ArrayImgs.floats( new float[] { -1, -5, -2, -7 }, 2, 2 ) ), 1e-12 );
	}

	@Test
	void constantImagesHaveNone()
	{
		final RandomAccessibleInterval< FloatType > a = ArrayImgs.floats( new float[] { 1, 5, 2, 7 }, 2, 2 );
		assertTrue( Double.isNaN( NormalizedCrossCorrelation.of( a, ArrayImgs.floats( new float[] { 3, 3, 3, 3 }, 2, 2 ) ) ) );
		assertTrue( Double.isNaN( NormalizedCrossCorrelation.of( a, a, ArrayImgs.floats( 2, 2 ) ) ) );
	}

	@Test
	void otherSizesAreRefused()
	{
		assertThrows( IllegalArgumentException.class,
				() -> NormalizedCrossCorrelation.of( ArrayImgs.floats( 4, 3 ), ArrayImgs.floats( 3, 4 ) ) );
	}
}
