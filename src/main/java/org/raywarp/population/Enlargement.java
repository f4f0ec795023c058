/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

/**
 * What a shape model knows beyond the bones it is learned from.
 */
public enum Enlargement
{
	/** Nothing: the principal components of the bones alone. */
	NONE,
	/** That shapes vary smoothly: Gaussian kernels are added to the covariance of the bones. */
	KERNELS,
	/**
	 * Also the published spread of anatomical measures ({@link org.raywarp.anatomy.FemurMeasure}): how the mean femur
	 * changes with each of them is added to the covariance.
	 */
	KERNELS_AND_MEASURES
}
