/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;

public class WarpGradientTest
{
	private static final int[] SIZE = { 8, 6, 7 };

	private static final int VOXELS = 8 * 6 * 7;

	private static final Affine3D MAP = new Similarity( 8, -5, 12, 0.4, -0.3, 0.2, 1.05 ).about( 3.5, 2.5, 3 );

	private final float[][] channels =
			{ GradientCheck.floats( GradientCheck.random( VOXELS, 1, 1 ) ), GradientCheck.floats( GradientCheck.random( VOXELS, 1, 2 ) ) };

	private final WarpGradient warp = new WarpGradient( channels, SIZE );

	private final double[] u = GradientCheck.random( 3 * VOXELS, 0.7, 3 ), weights = GradientCheck.random( 2 * VOXELS, 1, 4 );

	private double value( final Affine3D map, final double[] displacement )
	{
		final float[] warped = new float[ 2 * VOXELS ];
		warp.warp( map, GradientCheck.floats( displacement ), warped );
		return GradientCheck.product( warped, weights );
	}

	@Test
	public void gradientWithRespectToTheDisplacementAgreesWithDifferences()
	{
		final float[] gradient = new float[ 3 * VOXELS ];
		warp.backpropagate( MAP, GradientCheck.floats( u ), GradientCheck.floats( weights ), gradient );
		// Of 1000 voxels some cross into the next cell within the step.
		GradientCheck.agree( x -> value( MAP, x ), u, GradientCheck.doubles( gradient ), 1e-4, 2e-3 );
	}

	@Test
	public void gradientWithRespectToTheMapAgreesWithDifferences()
	{
		final double[] gradient = warp.backpropagate( MAP, GradientCheck.floats( u ), GradientCheck.floats( weights ), null );
		GradientCheck.agree( m -> value( Affine3D.of( m ), u ), MAP.toArray(), gradient, 1e-5, 5e-3 );
	}
}
