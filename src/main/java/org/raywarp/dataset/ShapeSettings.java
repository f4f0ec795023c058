/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.nio.file.Path;

/**
 * Which bones the cases of a data set are made of, and how their persons are split. Consecutive cases share a shape, that
 * is a bone with one modeled inside and one cut: modeling it costs as much as many cases.
 *
 * @param source
 *            where the shapes come from
 * @param folder
 *            of closed femur surfaces (STL, PLY, OBJ; mm, patient coordinates); null for {@link ShapeSource#PARAMETRIC}
 * @param casesPerShape
 *            number of consecutive cases of one shape
 * @param validationFraction
 *            part of the persons to choose a model by, see {@link DatasetSplit#of}
 * @param testFraction
 *            part of the persons to report on
 */
public record ShapeSettings( ShapeSource source, Path folder, int casesPerShape, double validationFraction, double testFraction )
{

	/** Part of the persons that validation and test get each unless other parts are asked for. */
	public static final double HELD_OUT = 0.1;

	/** With more cases a shape little time is saved; with fewer than so many shapes a data set has too little variety. */
	private static final int MOST_CASES = 8, FEWEST_SHAPES = 24;

	/**
	 * @throws IllegalArgumentException
	 *             if the number of cases is not positive, a folder is missing, or one is there that is not used
	 */
	public ShapeSettings
	{
		if ( casesPerShape < 1 )
			throw new IllegalArgumentException( "A shape has 1 case or more, not " + casesPerShape + "." );
		if ( source != ShapeSource.PARAMETRIC && folder == null )
			throw new IllegalArgumentException( "The shapes " + source + " need a folder of surfaces; there is none." );
		if ( source == ShapeSource.PARAMETRIC && folder != null )
			throw new IllegalArgumentException(
					"PARAMETRIC shapes are made without surfaces, but the folder " + folder + " is given; leave it empty or choose "
							+ ShapeSource.SURFACES + " or " + ShapeSource.SHAPE_MODEL + "." );
		if ( !( validationFraction >= 0 && testFraction >= 0 && validationFraction + testFraction <= 1 ) )
			throw new IllegalArgumentException( "The parts for validation and test are from 0 to 1 together, not " + validationFraction
					+ " and " + testFraction + "." );
	}

	/**
	 * @param source
	 *            where the shapes come from
	 * @param folder
	 *            of surfaces; null for parametric shapes
	 * @param cases
	 *            of the data set
	 * @return the settings with a tenth of the persons for validation and another for test, and up to 8 cases a shape as
	 *         long as there are 24 shapes
	 */
	public static ShapeSettings of( final ShapeSource source, final Path folder, final int cases )
	{
		return new ShapeSettings( source, folder, Math.max( 1, Math.min( MOST_CASES, cases / FEWEST_SHAPES ) ), HELD_OUT, HELD_OUT );
	}

	/**
	 * @param validation
	 *            part of the persons for validation
	 * @param test
	 *            part of the persons for test
	 * @return these settings with that split
	 */
	public ShapeSettings withSplit( final double validation, final double test )
	{
		return new ShapeSettings( source, folder, casesPerShape, validation, test );
	}
}
