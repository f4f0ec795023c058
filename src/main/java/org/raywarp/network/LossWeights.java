/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

/**
 * What the terms of the loss count beside the two correlations.
 *
 * @param smoothness
 *            of the displacement's mean square gradient; 0.01 in the paper
 * @param similarity
 *            of the error of the similarity in mm; 0 in the paper
 * @param surface
 *            of the distances of the subject's surface from the atlas's in mm; 0 in the paper
 */
public record LossWeights( double smoothness, double similarity, double surface )
{

	/** The paper's. */
	public static final LossWeights PAPER = new LossWeights( 0.01, 0, 0 );

	/**
	 * @throws IllegalArgumentException
	 *             if a weight is negative or not finite
	 */
	public LossWeights
	{
		if ( !( smoothness >= 0 && similarity >= 0 && surface >= 0 && Double.isFinite( smoothness + similarity + surface ) ) )
			throw new IllegalArgumentException(
					"Loss weights are not negative, not " + smoothness + ", " + similarity + " and " + surface + "." );
	}
}
