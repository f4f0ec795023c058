/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class StructuralSimilarityTest
{
	private final Random random = new Random( 7 );

	private RandomAccessibleInterval< FloatType > noise( final double mean, final double deviation, final int... size )
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( Arrays.stream( size ).asLongStream().toArray() );
		Views.flatIterable( image ).forEach( v -> v.setReal( mean + deviation * random.nextGaussian() ) );
		return image;
	}

	@Test
	void referenceIsMet() throws IOException
	{
		final JsonObject expected = SampleImages.reference().getAsJsonObject( "ssim" );
		final double ssim = StructuralSimilarity.of( SampleImages.referenceImage( "ssim_a.f32" ).voxels(),
				SampleImages.referenceImage( "ssim_b.f32" ).voxels(), expected.get( "data_range" ).getAsDouble() );
		// The reference filters in single precision.
		assertEquals( expected.getAsJsonObject( "gauss11" ).get( "mean_cropped" ).getAsDouble(), ssim, 1e-6 );
	}

	@Test
	void bruteForceOverEveryWindowAgrees()
	{
		// Values far from 0 beside a small range: the variances must not drown in rounding.
		final RandomAccessibleInterval< FloatType > a = noise( 1000, 10, 14, 12, 13 ), b = noise( 1001, 9, 14, 12, 13 );
		assertEquals( bruteForce( a, b, 60 ), StructuralSimilarity.of( a, b, 60 ), 1e-10 );
		final RandomAccessibleInterval< FloatType > c = noise( 0, 1, 17, 12 ), d = noise( 0, 1, 17, 12 );
		assertEquals( bruteForce( Views.addDimension( c, 0, 0 ), Views.addDimension( d, 0, 0 ), 6 ), StructuralSimilarity.of( c, d, 6 ),
				1e-12 );
	}

	private static double bruteForce( final RandomAccessibleInterval< FloatType > a, final RandomAccessibleInterval< FloatType > b,
			final double range )
	{
		final int depth = a.dimension( 2 ) == 1 ? 1 : 11;
		double sum = 0;
		int windows = 0;
		for ( int z = 0; z <= a.dimension( 2 ) - depth; ++z )
			for ( int y = 0; y <= a.dimension( 1 ) - 11; ++y )
				for ( int x = 0; x <= a.dimension( 0 ) - 11; ++x, ++windows )
				{
					final long[] min = { x, y, z }, size = { 11, 11, depth };
					sum += window( Views.offsetInterval( a, min, size ), Views.offsetInterval( b, min, size ), range );
				}
		return sum / windows;
	}

	private static double window( final RandomAccessibleInterval< FloatType > a, final RandomAccessibleInterval< FloatType > b,
			final double range )
	{
		double weights = 0, ma = 0, mb = 0, va = 0, vb = 0, cov = 0;
		for ( int pass = 0; pass < 2; ++pass )
		{
			for ( int z = 0; z < a.dimension( 2 ); ++z )
				for ( int y = 0; y < 11; ++y )
					for ( int x = 0; x < 11; ++x )
					{
						final int dz = a.dimension( 2 ) == 1 ? 0 : z - 5;
						final double w = Math.exp( -( ( x - 5 ) * ( x - 5 ) + ( y - 5 ) * ( y - 5 ) + dz * dz ) / ( 2 * 1.5 * 1.5 ) );
						final double u = a.getAt( x, y, z ).get(), v = b.getAt( x, y, z ).get();
						if ( pass == 0 )
						{
							weights += w;
							ma += w * u;
							mb += w * v;
						}
						else
						{
							va += w / weights * ( u - ma ) * ( u - ma );
							vb += w / weights * ( v - mb ) * ( v - mb );
							cov += w / weights * ( u - ma ) * ( v - mb );
						}
					}
			if ( pass == 0 )
			{
				ma /= weights;
				mb /= weights;
			}
		}
		final double c1 = Math.pow( 0.01 * range, 2 ), c2 = Math.pow( 0.03 * range, 2 );
		return ( 2 * ma * mb + c1 ) * ( 2 * cov + c2 ) / ( ( ma * ma + mb * mb + c1 ) * ( va + vb + c2 ) );
	}

	@Test
	void anImageIsWhollySimilarToItself()
	{
		final RandomAccessibleInterval< FloatType > a = noise( 5, 2, 12, 13, 14 );
		assertEquals( 1, StructuralSimilarity.of( a, a, 10 ), 1e-12 );
	}

	@Test
	void constantImagesDifferByTheirMeansAlone()
	{
		final RandomAccessibleInterval< FloatType > a = noise( 3, 0, 11, 11, 11 ), b = noise( 4, 0, 11, 11, 11 );
		assertEquals( ( 24 + 1e-2 ) / ( 25 + 1e-2 ), StructuralSimilarity.of( a, b, 10 ), 1e-9 );
	}

	@Test
	void notANumberStaysSo()
	{
		assertTrue( Double.isNaN( StructuralSimilarity.of( noise( Double.NaN, 0, 11, 11, 11 ), noise( 0, 1, 11, 11, 11 ), 1 ) ) );
	}

	@Test
	void smallImagesOtherSizesAndRangesAreRefused()
	{
		final RandomAccessibleInterval< FloatType > a = noise( 0, 1, 11, 11, 11 ), small = noise( 0, 1, 12, 12, 10 );
		assertTrue( assertThrows( IllegalArgumentException.class, () -> StructuralSimilarity.of( small, small, 1 ) ).getMessage()
				.contains( "[12, 12, 10]" ) );
		assertThrows( IllegalArgumentException.class, () -> StructuralSimilarity.of( a, noise( 0, 1, 11, 11, 12 ), 1 ) );
		assertThrows( IllegalArgumentException.class, () -> StructuralSimilarity.of( a, a, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> StructuralSimilarity.of( a, a, Double.NaN ) );
	}
}
