/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The parametric femur whose every measure is the population's mean: the atlas where no other is given.
 */
public final class MeanFemur
{
	/** Of the modeled inside; fixed, since models are trained with this very atlas. */
	private static final long SEED = 1;

	private MeanFemur()
	{}

	/**
	 * @return its closed surface in the reference frame, in mm
	 */
	public static TriangleMesh surface()
	{
		return ParametricFemur.surface( FemurShape.mean() );
	}

	/**
	 * @param size
	 *            of the grid
	 * @param progress
	 *            told how far it is; FULL size takes seconds
	 * @return the labeled CT in the reference frame, always the same
	 */
	public static LabeledCt ct( final GridSize size, final Progress progress )
	{
		return SurfaceToCt.makeInFrame( surface(), size, SEED, progress );
	}
}
