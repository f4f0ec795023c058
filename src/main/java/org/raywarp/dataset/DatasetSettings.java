/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.nio.file.Path;

/**
 * What {@link DatasetGenerator} writes.
 *
 * @param shapes
 *            which bones
 * @param output
 *            folder of the data set; made if it is not there
 * @param cases
 *            number of cases
 * @param phantoms
 *            what a case is like
 */
public record DatasetSettings( ShapeSettings shapes, Path output, int cases, PhantomSettings phantoms )
{

	/** The names of cases have five digits. */
	public static final int MAX_CASES = 100_000;

	/**
	 * @throws IllegalArgumentException
	 *             if the number of cases is not from 1 to {@link #MAX_CASES}
	 */
	public DatasetSettings
	{
		if ( cases < 1 || cases > MAX_CASES )
			throw new IllegalArgumentException( "A data set has from 1 to " + MAX_CASES + " cases, not " + cases + "." );
	}
}
