/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.TriangleMesh;

/**
 * A proximal femur made of a few anatomical measures, without any outside file.
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
		return surface( FemurShape.sample( seed ) );
	}

	/**
	 * @param shape
	 *            its measures
	 * @return the closed surface of a right proximal femur in the reference frame, in mm
	 */
	public static TriangleMesh surface( final FemurShape shape )
	{
		final double hx = FemurFrame.HEAD_X, hy = FemurFrame.HEAD_Y, hz = FemurFrame.HEAD_Z;
		return MarchingTetrahedra.surface( new FemurSolid( shape ),
				new double[] { hx - 108, hy - 44, hz - FemurSolid.LENGTH - 2, hx + 37, hy + 62, hz + 38 }, 2 );
	}
}
