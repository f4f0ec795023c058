/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * The measures that make a {@link ParametricFemur}, each with its mean, standard deviation and range in the population.
 * <p>
 * Where a measure is named in the literature its numbers stay near it: Noble et al. 1988 (Clin Orthop Relat Res 235,
 * 148-165; 200 femora), Rubin et al. 1992 (J Bone Joint Surg Br 74, 28-32; 32 femora), Toogood et al. 2009 (Clin Orthop
 * Relat Res 467, 876-885; 375 femora). The others have no name there: their means come from fits of this model to the
 * femora of four adults, and their deviations are those of the fits, widened by a fifth and more. Angles and lengths mean
 * this model's solids: smooth blending adds a little bone where they meet.
 */
public enum FemurMeasure
{
	/** Radius of the head, mm. Diameter 46.1 mm, deviation 4.8 (Noble et al. 1988), 43.4 (Rubin et al. 1992). */
	HEAD_RADIUS( 24, 2.1, 18, 29, 0.8 ),
	/**
	 * Angle between the axes of neck and shaft, degrees. 124.7, deviation 7.4 (Noble 1988), 122.9 (Rubin 1992), 129.2
	 * (Toogood et al. 2009).
	 */
	NECK_SHAFT_ANGLE( 125, 6, 110, 142, 0 ),
	/**
	 * Distance from the head's center to the shaft's axis in the frontal plane, mm. 43.0, deviation 6.8 (Noble 1988), 47.0
	 * (Rubin 1992).
	 */
	OFFSET( 45.5, 5.5, 31, 60, 0.5 ),
	/** Half height of the neck at its waist, mm. */
	NECK_HALF_HEIGHT( 16.5, 1.4, 12.5, 20.5, 0.7 ),
	/** Half depth of the neck at its waist, mm. */
	NECK_HALF_DEPTH( 14.5, 1.3, 11, 18, 0.7 ),
	/** How much the half height of the neck grows toward the shaft, mm. */
	NECK_FLARE_HEIGHT( 10.4, 1.4, 6, 14.5, 0.3 ),
	/** How much the half depth of the neck grows toward the shaft, mm. */
	NECK_FLARE_DEPTH( 1, 1.2, -2, 4.5, 0.3 ),
	/** How far the neck's axis falls below the line from the head at the shaft, mm. */
	NECK_SAG( 2.9, 1.2, -0.5, 6, 0 ),
	/** Half width of the shaft from medial to lateral, mm, the flare apart. */
	SHAFT_HALF_WIDTH( 13.5, 1.1, 10.5, 16.8, 0.6 ),
	/** Half depth of the shaft from front to back, mm, the flare apart. */
	SHAFT_HALF_DEPTH( 12.3, 1.1, 9.5, 15.5, 0.6 ),
	/** How far the shaft's axis lies behind the neck's, mm. */
	SHAFT_SETBACK( 10.7, 1.7, 6, 15.5, 0 ),
	/** Bow of the shaft: how far its axis at 60 mm above or below its vertex lies behind the vertex, mm. */
	SHAFT_BOW( 0.7, 1.7, -4, 5.5, 0 ),
	/** How much the half width of the shaft grows to the level of the lesser trochanter, mm. */
	FLARE_WIDTH( 5.5, 1.6, 1, 10, 0.3 ),
	/** How much the half depth of the shaft grows to that level, mm. */
	FLARE_DEPTH( 4.3, 1, 1, 7.5, 0.3 ),
	/** Over which length the flare grows by a factor of e, mm. */
	FLARE_LENGTH( 52.5, 7, 35, 70, 0.3 ),
	/** How far the flare shifts the axis to medial at that level, mm. */
	FLARE_MEDIAL_SHIFT( 2, 1, -1, 5, 0.2 ),
	/** How far the flare shifts the axis back at that level, mm. */
	FLARE_BACK_SHIFT( 0, 0.8, -2.5, 2.5, 0 ),
	/** Height of the greater trochanter's tip over the head's center, mm. */
	GREATER_TROCHANTER_HEIGHT( 10, 4.5, -2, 22, 0 ),
	/** How far the greater trochanter's upper center lies lateral of the shaft's axis, mm. */
	GREATER_TROCHANTER_LATERAL( 8.5, 3, 1, 16, 0.4 ),
	/** How far it lies behind the neck's axis, mm. */
	GREATER_TROCHANTER_BACK( 1.8, 2, -4, 7.5, 0.2 ),
	/** Radius of the greater trochanter about its upper center, mm. */
	GREATER_TROCHANTER_RADIUS( 20, 1.7, 15.5, 24.5, 0.5 ),
	/** How far the greater trochanter's lower center lies lateral of the shaft's axis, mm. */
	GREATER_TROCHANTER_BASE_LATERAL( 8.8, 3, 1, 17, 0.4 ),
	/** How far it lies behind the neck's axis, mm. */
	GREATER_TROCHANTER_BASE_BACK( 7.2, 1.3, 3.5, 11, 0 ),
	/** Radius of the greater trochanter about its lower center, mm. */
	GREATER_TROCHANTER_BASE_RADIUS( 15.4, 1.4, 11.5, 19.5, 0.5 ),
	/** How far the lesser trochanter lies below the head's center, mm. 51.6 (Noble 1988), 56.1 (Rubin 1992). */
	LESSER_TROCHANTER_DEPTH( 50, 6, 35, 65, 0.5 ),
	/** Direction of the lesser trochanter from the shaft's axis, degrees from medial toward posterior. */
	LESSER_TROCHANTER_ANGLE( 41, 5, 27, 55, 0 ),
	/** Distance of its center from the shaft's axis, mm. */
	LESSER_TROCHANTER_DISTANCE( 23, 1.5, 18.5, 27.5, 0.5 ),
	/** Radius of the lesser trochanter, mm. */
	LESSER_TROCHANTER_RADIUS( 6.9, 0.7, 4.8, 9, 0.4 ),
	/** Radius of the intertrochanteric crest, mm. */
	CREST_RADIUS( 6, 0.6, 4, 8, 0.3 ),
	/** How far the crest's upper end lies behind the neck's axis, mm. */
	CREST_BACK( 17, 2.5, 9.5, 24, 0.2 ),
	/** Over which distance two solids are blended, mm. */
	BLEND( 9.4, 0.6, 7.5, 11.5, 0 );

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
