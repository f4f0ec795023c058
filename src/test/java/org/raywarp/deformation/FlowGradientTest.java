/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

public class FlowGradientTest
{
	private static final int[] SIZE = { 9, 7, 8 };

	private static final int SQUARINGS = 4;

	/** Smooth, some voxels long, leaving the grid at the border. */
	private static double[] velocity()
	{
		final double[] v = new double[ 3 * 9 * 7 * 8 ];
		for ( int i = 0; i < v.length; ++i )
		{
			final int x = i / 3 % 9, y = i / 27 % 7, z = i / 189;
			v[ i ] = 1.2 * Math.sin( 0.5 * x + 0.3 * y * ( i % 3 ) - 0.4 * z + i % 3 + 0.37 );
		}
		return v;
	}

	@Test
	public void flowIsThatOfScalingAndSquaring()
	{
		final Grid grid = Grid.centered( SIZE, 1, 1, 1 );
		final float[] v = GradientCheck.floats( velocity() );
		final float[] expected =
				FloatArrays.of( ScalingAndSquaring.integrate( VelocityField.of( grid, v.clone() ), SQUARINGS ).vectors() );
		assertArrayEquals( expected, new FlowGradient( SIZE, SQUARINGS ).flow( v ), 1e-5f );
	}

	@Test
	public void gradientAgreesWithDifferences()
	{
		final FlowGradient flow = new FlowGradient( SIZE, SQUARINGS );
		final double[] v = velocity(), weights = GradientCheck.random( v.length, 1, 1 );
		flow.flow( GradientCheck.floats( v ) );
		final float[] gradient = GradientCheck.floats( weights );
		flow.backpropagate( gradient, gradient );
		// Kinks of the trilinear interpolation lie within the step for some voxels.
		GradientCheck.agree( x -> GradientCheck.product( flow.flow( GradientCheck.floats( x ) ), weights ), v,
				GradientCheck.doubles( gradient ), 1e-3, 4e-3 );
	}
}
