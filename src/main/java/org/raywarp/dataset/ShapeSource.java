/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

/**
 * Where the shapes of a data set come from.
 */
public enum ShapeSource
{
	/** Parametric femora, each another person: no surfaces are needed. */
	PARAMETRIC,
	/** The bones of a folder of surfaces as they are, each perhaps deformed smoothly. */
	SURFACES,
	/**
	 * Samples of a shape model of the training persons of a folder of surfaces; validation and test have the bones of their
	 * persons as they are, which the model has not seen.
	 */
	SHAPE_MODEL
}
