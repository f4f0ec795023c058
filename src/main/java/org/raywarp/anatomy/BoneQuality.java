/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

/**
 * How dense a person's femur is, beyond what varies from place to place in it.
 *
 * @param age
 *            in years
 * @param cortex
 *            thickness of the cortex against that of the person's age, in standard deviations
 * @param trabeculae
 *            density of the cancellous bone against the population's, in standard deviations; falls with age
 * @param hardness
 *            density of the cortex relative to the mean
 */
record BoneQuality( double age, double cortex, double trabeculae, double hardness )
{

	/** The population's ages in years: all alike from 25 to 85, the ages of Poole et al. 2010. */
	static final double YOUNGEST = 25, OLDEST = 85, MEAN_AGE = ( YOUNGEST + OLDEST ) / 2;

	/** Correlation of cancellous density with age; its sign and order are known, its size is assumed. */
	private static final double WITH_AGE = -0.5;

	/**
	 * @param random
	 *            where the person comes from
	 * @return a person of the population
	 */
	static BoneQuality draw( final SplittableRandom random )
	{
		final double age = YOUNGEST + ( OLDEST - YOUNGEST ) * random.nextDouble();
		final double standardized = ( age - MEAN_AGE ) / ( ( OLDEST - YOUNGEST ) / Math.sqrt( 12 ) );
		final double own = bounded( random );
		return new BoneQuality( age, bounded( random ), WITH_AGE * standardized + Math.sqrt( 1 - WITH_AGE * WITH_AGE ) * own,
				1 + 0.05 * bounded( random ) );
	}

	/** Normal, cut off at 2.5 standard deviations. */
	private static double bounded( final SplittableRandom random )
	{
		return Math.max( -2.5, Math.min( 2.5, random.nextGaussian() ) );
	}
}
