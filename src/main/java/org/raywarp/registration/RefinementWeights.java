/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

/**
 * What counts how much in the loss of a refinement.
 *
 * @param correlation
 *            of 1 less the correlation of a radiograph with the projected bone
 * @param gradientCorrelation
 *            of 1 less the correlation of their gradients
 * @param silhouette
 *            of the mean square difference of mask and projected silhouette, relative to the mask's area; views without
 *            a mask have none
 * @param bending
 *            of the bending energy of the velocity that refinement adds, in mm^2
 * @param magnitude
 *            of the mean square of the velocity that refinement adds, in 1/mm^2: what the views do not see stays as the
 *            start has it
 * @param population
 *            of the sum of the squares of the weights of the population's modes, in standard deviations, that a stage of
 *            the refinement adds
 * @param residualBending
 *            in place of {@code bending} and {@code magnitude} where modes of a population take most of the deformation
 */
public record RefinementWeights( double correlation, double gradientCorrelation, double silhouette, double bending,
		double magnitude, double population, double residualBending )
{

	/** After a model, whose velocity is a good guess of what the views do not see. Chosen on modeled femora of five persons. */
	public static final RefinementWeights STANDARD = new RefinementWeights( 0.2, 0.1, 3, 20, 0.01, 2e-3, 10 );

	/** Without a model: the velocity starts at zero and has farther to go. */
	public static final RefinementWeights FROM_POSE = new RefinementWeights( 0.2, 0.1, 3, 1, 0, 2e-3, 10 );

	/**
	 * @throws IllegalArgumentException
	 *             if a weight is negative or not finite
	 */
	public RefinementWeights
	{
		if ( !( correlation >= 0 && gradientCorrelation >= 0 && silhouette >= 0 && bending >= 0 && magnitude >= 0 && population >= 0
				&& residualBending >= 0
				&& Double
						.isFinite( correlation + gradientCorrelation + silhouette + bending + magnitude + population + residualBending ) ) )
			throw new IllegalArgumentException( "The weights of a refinement are 0 or more, not " + correlation + ", " + gradientCorrelation
					+ ", " + silhouette + ", " + bending + ", " + magnitude + ", " + population + " and " + residualBending + "." );
	}
}
