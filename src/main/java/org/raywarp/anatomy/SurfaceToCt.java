/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The way from the surface of a femur to a labeled CT of it.
 */
public final class SurfaceToCt
{
	private SurfaceToCt()
	{}

	/**
	 * @param surface
	 *            closed surface of a femur, whole or proximal, in the patient's world (LPS, mm)
	 * @param side
	 *            which femur it is
	 * @param size
	 *            the grid
	 * @param seed
	 *            of the modeled inside
	 * @param progress
	 *            told how far it is
	 * @return the CT in the reference frame of the femur
	 * @throws IllegalArgumentException
	 *             if the surface is not closed, or is not recognized as a femur in mm of that side
	 */
	public static LabeledCt make( final TriangleMesh surface, final Side side, final GridSize size, final long seed,
			final Progress progress )
	{
		throw new UnsupportedOperationException( "Not there yet." );
	}

	/**
	 * As {@link #make}, for a surface that already lies in the reference frame, or near it: it stays where it is.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param size
	 *            the grid
	 * @param seed
	 *            of the modeled inside
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final GridSize size, final long seed, final Progress progress )
	{
		throw new UnsupportedOperationException( "Not there yet." );
	}
}
