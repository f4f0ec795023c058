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
 * The exact radiological path: voxels are cuboids (parallelepipeds on a sheared grid) of constant value that reach half
 * a voxel around their centers, and each adds its value times the length of the ray inside it, in mm. A ray that runs
 * inside the common face of two voxels belongs to the one with the greater index.
 * <p>
 * Lengths are exact to 1e-7 voxels. Source: R. L. Siddon, Fast calculation of the exact radiological path for a
 * three-dimensional CT array, Medical Physics 12(2), 1985; walked slice by slice as in Zhao and Reader, IEEE Nuclear
 * Science Symposium 2003.
 */
public final class SiddonProjector implements Projector
{
	@Override
	public void project( final Volume< FloatType > volume, final View view, final RandomAccessibleInterval< FloatType > target )
	{
		RayDriven.project( SiddonKernel::new, volume, view, target );
	}

	@Override
	public void backproject( final RandomAccessibleInterval< FloatType > image, final View view, final Volume< FloatType > target )
	{
		RayDriven.backproject( SiddonKernel::new, image, view, target );
	}
}
