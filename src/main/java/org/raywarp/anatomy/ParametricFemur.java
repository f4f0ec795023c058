/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.TriangleMesh;

/**
 * A femur made of a few anatomical measures.
 */
public final class ParametricFemur
{
	private ParametricFemur()
	{}

	/**
	 * @param seed
	 *            which femur of the population
	 * @return the closed surface of a right proximal femur in the reference frame, in mm
	 */
	public static TriangleMesh sample( final long seed )
	{
		throw new UnsupportedOperationException( "Not there yet." );
	}
}
