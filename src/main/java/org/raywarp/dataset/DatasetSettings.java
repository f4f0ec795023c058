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
	/**
	 * @throws IllegalArgumentException
	 *             if the number of cases is not positive
	 */
	public DatasetSettings
	{
		if ( cases < 1 )
			throw new IllegalArgumentException( "A data set has 1 case or more, not " + cases + "." );
	}
}
