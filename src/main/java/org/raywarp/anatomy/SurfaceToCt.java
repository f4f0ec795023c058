/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

/**
 * The way from the surface of a femur to a labeled CT of it: reference frame, voxels, modeled Hounsfield units.
 */
public final class SurfaceToCt
{
	private SurfaceToCt()
	{}

	/**
	 * @param surface
	 *            closed surface of a femur, whole or proximal, in the world of the patient (LPS, mm)
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
	 * @implNote op names='raywarp.surfaceToCt'
	 */
	public static LabeledCt make( final TriangleMesh surface, final Side side, final GridSize size, final long seed,
			final Progress progress )
	{
		return make( surface, side, size, FemurModelSettings.STANDARD, seed, progress );
	}

	/**
	 * As {@link #make(TriangleMesh, Side, GridSize, long, Progress)}, with a choice of what is modeled.
	 *
	 * @param surface
	 *            closed surface of a femur, whole or proximal, in the world of the patient (LPS, mm)
	 * @param side
	 *            which femur it is
	 * @param size
	 *            the grid
	 * @param settings
	 *            what is modeled
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT in the reference frame of the femur
	 * @throws IllegalArgumentException
	 *             if the surface is not closed, or is not recognized as a femur in mm of that side
	 */
	public static LabeledCt make( final TriangleMesh surface, final Side side, final GridSize size,
			final FemurModelSettings settings, final long seed, final Progress progress )
	{
		progress.report( 0, "Finding the reference frame" );
		final TriangleMesh closed = ClosedSurface.of( surface );
		final Affine3D frameFromPatient = FemurFrame.ofClosed( closed, side ).frameFromPatient();
		final LabeledCt inFrame =
				new FemurModel( closed.transformed( frameFromPatient ), settings, seed ).on( size.grid(), finer( size ), progress );
		return new LabeledCt( inFrame.ct(), inFrame.labels(), frameFromPatient );
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
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final GridSize size, final long seed, final Progress progress )
	{
		return makeInFrame( surface, size, FemurModelSettings.STANDARD, seed, progress );
	}

	/**
	 * As {@link #makeInFrame(TriangleMesh, GridSize, long, Progress)}, with a choice of what is modeled.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param size
	 *            the grid
	 * @param settings
	 *            what is modeled
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final GridSize size, final FemurModelSettings settings,
			final long seed, final Progress progress )
	{
		return makeInFrame( surface, size.grid(), finer( size ), settings, seed, progress );
	}

	/** A voxel coarser than the finest is the mean of eight. */
	private static int finer( final GridSize size )
	{
		return size == GridSize.FULL ? 1 : 2;
	}

	/**
	 * As {@link #makeInFrame(TriangleMesh, GridSize, FemurModelSettings, long, Progress)}, on any axis-aligned grid.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param grid
	 *            where the voxels lie
	 * @param finer
	 *            1 to model the density at the centers of the voxels, 2 to take the mean of eight points in each
	 * @param settings
	 *            what is modeled
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final Grid grid, final int finer,
			final FemurModelSettings settings, final long seed, final Progress progress )
	{
		return new FemurModel( ClosedSurface.of( surface ), settings, seed ).on( grid, finer, progress );
	}
}
