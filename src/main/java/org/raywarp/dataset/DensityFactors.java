/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Random;

import org.raywarp.xray.RandomSeeds;

/**
 * By how much the bone of one case is denser than that of its template.
 *
 * @param trabecular
 *            factor of the density above water of trabecular bone
 * @param cortical
 *            the same of cortical bone
 */
record DensityFactors( double trabecular, double cortical )
{
	/** Relative densities (1 is water) up to which bone counts as trabecular, and from which on as cortical. */
	private static final double TRABECULAR = 1.6, CORTICAL = 2.1;

	/** Standard deviations of the factors. */
	private static final double TRABECULAR_DEVIATION = 0.15, CORTICAL_DEVIATION = 0.06;

	/**
	 * @param seed
	 *            of the case
	 * @return random factors about 1
	 */
	static DensityFactors draw( final long seed )
	{
		final Random random = new Random( RandomSeeds.derive( seed, 0 ) );
		return new DensityFactors( 1 + TRABECULAR_DEVIATION * random.nextGaussian(), 1 + CORTICAL_DEVIATION * random.nextGaussian() );
	}

	/**
	 * @param hu
	 *            of the template
	 * @return how many HU more bone of this density has
	 */
	float change( final float hu )
	{
		final double density = 1 + hu / 1000.0;
		final double t = Math.max( 0, Math.min( 1, ( density - TRABECULAR ) / ( CORTICAL - TRABECULAR ) ) );
		return ( float ) ( 1000 * Math.max( 0, density - 1 ) * ( trabecular + t * ( cortical - trabecular ) - 1 ) );
	}
}
