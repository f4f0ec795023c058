/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.GradientCheck;

import net.imglib2.img.array.ArrayImgs;

public class PartialCorrelationTest
{
	private static final int COLUMNS = 9, COUNT = 9 * 7;

	private final Random random = new Random( 1 );

	private final double[] reference = values(), image = values(), weights = values(), ones = new double[ COUNT ],
			ramp = new double[ COUNT ];

	PartialCorrelationTest()
	{
		Arrays.fill( ones, 1 );
		for ( int i = 0; i < COUNT; ++i )
		{
			weights[ i ] = Math.abs( weights[ i ] );
			ramp[ i ] = i % COLUMNS - 0.5 * ( i / COLUMNS );
		}
	}

	private double[] values()
	{
		return random.doubles( COUNT, -1, 2 ).toArray();
	}

	@Test
	public void withAConstantItIsTheNormalizedCrossCorrelation()
	{
		final double expected = NormalizedCrossCorrelation.of( ArrayImgs.doubles( reference, COUNT ), ArrayImgs.doubles( image, COUNT ) );
		assertEquals( expected, new PartialCorrelation( reference, ones, ones ).of( image, null ), 1e-6 );
	}

	@Test
	public void nuisancesAndScaleDoNotCount()
	{
		final PartialCorrelation correlation = new PartialCorrelation( reference, weights, ones, ramp );
		final double[] other = image.clone();
		for ( int i = 0; i < COUNT; ++i )
			other[ i ] = 3 * other[ i ] + 5 - 2 * ramp[ i ];
		assertEquals( correlation.of( image, null ), correlation.of( other, null ), 1e-12 );
		assertEquals( 0, correlation.of( ramp, null ), 1e-12 );
	}

	@Test
	public void gradientAgreesWithDifferences()
	{
		final PartialCorrelation correlation = new PartialCorrelation( reference, weights, ones, ramp );
		final double[] gradient = new double[ COUNT ];
		correlation.of( image, gradient );
		GradientCheck.agree( x -> correlation.of( x, null ), image, gradient, 1e-4, 1e-6 );
	}

	@Test
	public void adjointOfTheImageGradientBelongsToIt()
	{
		final double[] gradient = new double[ 2 * COUNT ], other = random.doubles( 2 * COUNT ).toArray(), back = new double[ COUNT ];
		ImageGradient.of( image, COLUMNS, gradient );
		ImageGradient.addAdjoint( other, COLUMNS, 1, back );
		double left = 0, right = 0;
		for ( int i = 0; i < gradient.length; ++i )
			left += gradient[ i ] * other[ i ];
		for ( int i = 0; i < COUNT; ++i )
			right += image[ i ] * back[ i ];
		assertEquals( left, right, 1e-12 );
	}
}
