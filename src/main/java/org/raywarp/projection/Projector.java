/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A linear operator A from volumes to images: the integrals of a volume along the rays from the X-ray source to the
 * pixels of a view, and its exact adjoint A'. For all volumes x and images y, {@code <A x, y> = <x, A' y>} up to the
 * rounding of float, with plain sums over voxels and pixels as inner products.
 * <p>
 * An integral is taken from the source to infinity, in units of voxel value times mm. Voxel values are taken as they
 * are, NaN and infinities included: a ray that meets a NaN is NaN. Implementations are immutable, can be used by several
 * threads at once, and spread their work over {@link net.imglib2.parallel.Parallelization#getTaskExecutor()}; results do
 * not depend on the number of threads.
 */
public interface Projector
{
	/**
	 * Computes A x.
	 *
	 * @param volume
	 *            x; with three dimensions, or four where the last one is the channel
	 * @param view
	 *            source and detector
	 * @param target
	 *            receives the integrals; over (column, row), or over (column, row, channel) for a volume of four
	 *            dimensions. Its interval is the work to do: the whole detector or any part of it.
	 * @throws IllegalArgumentException
	 *             if the source lies inside the volume's box widened by one voxel, part of that box lies behind the source,
	 *             or the target's interval is not part of the detector or has other channels than the volume
	 */
	void project( Volume< FloatType > volume, View view, RandomAccessibleInterval< FloatType > target );

	/**
	 * Computes A' y.
	 *
	 * @param image
	 *            y; over (column, row) or (column, row, channel): the whole detector or any part of it, 0 elsewhere
	 * @param view
	 *            source and detector
	 * @param target
	 *            is overwritten with A' y; its frame says where the voxels lie
	 * @throws IllegalArgumentException
	 *             as {@link #project} does
	 */
	void backproject( RandomAccessibleInterval< FloatType > image, View view, Volume< FloatType > target );
}
