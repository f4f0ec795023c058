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
	NECK_SHAFT_ANGLE( 129, 5, 115, 145, 0 ),
	OFFSET( 46, 5, 31, 60, 0.5 ),
	NECK_HALF_HEIGHT( 16, 1.4, 12, 20.5, 0.7 ),
	NECK_HALF_DEPTH( 13.8, 1.3, 10, 18, 0.7 ),
	NECK_FLARE_HEIGHT( 10.7, 1.6, 6, 16, 0.3 ),
	NECK_FLARE_DEPTH( 1.5, 1.3, -2, 5, 0.3 ),
	NECK_SAG( 2.5, 1.2, -1, 6, 0 ),
	SHAFT_HALF_WIDTH( 13.6, 1.1, 10.5, 17.5, 0.6 ),
	SHAFT_HALF_DEPTH( 12.3, 1.1, 9.5, 16, 0.6 ),
	SHAFT_SETBACK( 7.3, 2.2, 1, 13, 0 ),
	SHAFT_BOW( -2.2, 2.5, -8.5, 4, 0 ),
	FLARE_WIDTH( 4.3, 2, 0, 9.5, 0.3 ),
	FLARE_DEPTH( 4.2, 1.1, 1, 7.5, 0.3 ),
	FLARE_LENGTH( 57, 7, 40, 75, 0.3 ),
	FLARE_MEDIAL_SHIFT( 1, 0.9, -1.5, 4, 0.2 ),
	FLARE_BACK_SHIFT( 5.2, 3, -3, 13, 0 ),
	GREATER_TROCHANTER_HEIGHT( 10, 4.5, -2, 22, 0 ),
	GREATER_TROCHANTER_LATERAL( 7.5, 3, 0, 15, 0.4 ),
	GREATER_TROCHANTER_BACK( 2, 2, -4, 8, 0.2 ),
	GREATER_TROCHANTER_RADIUS( 20.4, 1.7, 15, 25, 0.5 ),
	GREATER_TROCHANTER_BASE_LATERAL( 7.8, 3, 0, 16, 0.4 ),
	GREATER_TROCHANTER_BASE_BACK( 7, 1.6, 2, 12, 0 ),
	GREATER_TROCHANTER_BASE_RADIUS( 15, 1.6, 11, 20, 0.5 ),
	LESSER_TROCHANTER_DEPTH( 49, 6, 35, 65, 0.5 ),
	LESSER_TROCHANTER_ANGLE( 46.5, 5, 32, 60, 0 ),
	LESSER_TROCHANTER_DISTANCE( 24.7, 1.9, 19, 30, 0.5 ),
	LESSER_TROCHANTER_RADIUS( 7, 0.8, 4.8, 9.5, 0.4 ),
	CREST_RADIUS( 6.2, 0.7, 4, 8.5, 0.3 ),
	CREST_BACK( 17, 3, 9, 25, 0.2 ),
	BLEND( 9.9, 0.7, 8, 12, 0 );

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
