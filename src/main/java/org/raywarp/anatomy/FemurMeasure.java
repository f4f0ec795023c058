/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * The measures that make a {@link ParametricFemur}, each with its mean, standard deviation and range in the population.
 */
public enum FemurMeasure
{
	HEAD_RADIUS( 24, 2, 18, 29, 0.8 ),
	NECK_SHAFT_ANGLE( 125, 6, 110, 142, 0 ),
	OFFSET( 43, 6, 28, 58, 0.5 ),
	NECK_HALF_HEIGHT( 16.5, 1.5, 12.5, 20, 0.7 ),
	NECK_HALF_DEPTH( 13, 1.3, 10, 16.5, 0.7 ),
	NECK_FLARE_HEIGHT( 8, 2, 2, 14, 0.3 ),
	NECK_FLARE_DEPTH( 5, 1.5, 1, 10, 0.3 ),
	NECK_SAG( 0, 1, -4, 4, 0 ),
	SHAFT_HALF_WIDTH( 14.5, 1.3, 11, 18, 0.6 ),
	SHAFT_HALF_DEPTH( 14, 1.3, 11, 18, 0.6 ),
	SHAFT_SETBACK( 0, 2, -6, 8, 0 ),
	SHAFT_BOW( 3, 1, -2, 8, 0 ),
	FLARE_WIDTH( 8, 2, 2, 16, 0.3 ),
	FLARE_DEPTH( 5, 1.5, 0, 10, 0.3 ),
	FLARE_LENGTH( 30, 5, 15, 50, 0.3 ),
	FLARE_MEDIAL_SHIFT( 5, 2, -5, 15, 0.2 ),
	FLARE_BACK_SHIFT( 0, 1.5, -6, 6, 0 ),
	GREATER_TROCHANTER_HEIGHT( -4, 5, -18, 10, 0 ),
	GREATER_TROCHANTER_LATERAL( 12, 2, 4, 20, 0.4 ),
	GREATER_TROCHANTER_BACK( 8, 2.5, 0, 16, 0.2 ),
	GREATER_TROCHANTER_RADIUS( 9, 1.2, 5, 14, 0.5 ),
	GREATER_TROCHANTER_BASE_LATERAL( 8, 2, 0, 16, 0.4 ),
	GREATER_TROCHANTER_BASE_BACK( 1, 2, -6, 8, 0 ),
	GREATER_TROCHANTER_BASE_RADIUS( 17, 1.5, 11, 22, 0.5 ),
	LESSER_TROCHANTER_DEPTH( 52, 6, 36, 68, 0.5 ),
	LESSER_TROCHANTER_ANGLE( 50, 8, 15, 85, 0 ),
	LESSER_TROCHANTER_DISTANCE( 17, 1.5, 11, 23, 0.5 ),
	LESSER_TROCHANTER_RADIUS( 8, 1, 4, 12, 0.4 ),
	CREST_RADIUS( 7, 1, 3, 11, 0.3 ),
	CREST_BACK( 10, 2, 3, 18, 0.2 ),
	BLEND( 10, 1, 4, 20, 0 );

	private final double mean;

	private final double standardDeviation;

	private final double least;

	private final double greatest;

	private final double withSize;

	FemurMeasure( final double mean, final double standardDeviation, final double least, final double greatest, final double withSize )
	{
		this.mean = mean;
		this.standardDeviation = standardDeviation;
		this.least = least;
		this.greatest = greatest;
		this.withSize = withSize;
	}

	/**
	 * @return the mean of the population
	 */
	public double mean()
	{
		return mean;
	}

	/**
	 * @return the standard deviation of the population
	 */
	public double standardDeviation()
	{
		return standardDeviation;
	}

	/**
	 * @return the least value that occurs
	 */
	public double least()
	{
		return least;
	}

	/**
	 * @return the greatest value that occurs
	 */
	public double greatest()
	{
		return greatest;
	}

	/**
	 * @return correlation with the size of the person, 0 to 1
	 */
	public double withSize()
	{
		return withSize;
	}
}
