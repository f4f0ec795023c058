/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Random;

import org.raywarp.deformation.Similarity;
import org.raywarp.xray.RandomSeeds;

/**
 * Random poses around the femur's reference frame: rotations about the three axes and shifts along them, each uniform
 * within a bound (Van Houtte et al. 2022, "CT-data preprocessing and augmentation").
 *
 * @param maxRotation
 *            greatest rotation about each axis, in degrees
 * @param maxTranslation
 *            greatest shift along each axis, in mm
 */
public record PoseAugmentation( double maxRotation, double maxTranslation )
{
	/** The paper's 10 degrees, and 5 mm. */
	public static final PoseAugmentation STANDARD = new PoseAugmentation( 10, 5 );

	/** Every bone stays in its reference frame. */
	public static final PoseAugmentation NONE = new PoseAugmentation( 0, 0 );

	/**
	 * @throws IllegalArgumentException
	 *             if a bound is negative or not finite
	 */
	public PoseAugmentation
	{
		if ( !( maxRotation >= 0 && maxTranslation >= 0 && Double.isFinite( maxRotation + maxTranslation ) ) )
			throw new IllegalArgumentException( "The bounds of a random pose are 0 or more, not " + maxRotation + " degrees and "
					+ maxTranslation + " mm." );
	}

	/**
	 * @param seed
	 *            of the random numbers
	 * @return a pose: {@code subjectFromReference}, about the world's origin, of scale 1
	 */
	public Similarity draw( final long seed )
	{
		final Random random = new Random( RandomSeeds.derive( seed ) );
		final double[] p = random.doubles( 6, -1, 1 ).toArray();
		return new Similarity( maxRotation * p[ 0 ], maxRotation * p[ 1 ], maxRotation * p[ 2 ], maxTranslation * p[ 3 ],
				maxTranslation * p[ 4 ], maxTranslation * p[ 5 ], 1 );
	}
}
