/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The projection of the ProST layer (Van Houtte et al. 2022, Eqs. 1 and 2): K trilinear samples on each ray.
 * <p>
 * The samples lie where {@link BeamCoordinates#covering} puts them: at the distances
 * {@code near + i (far - near) / (K - 1)}, {@code i = 0 .. K - 1}, from the source, where {@code near} and {@code far}
 * are the least and the greatest distance of the source from the box of the voxel centers widened by one voxel. Each
 * sample of {@link Volume#interpolant()} is weighted by the distance between samples, {@code (far - near) / (K - 1)} mm.
 * The interpolant is 0 at and beyond both ends, so that the sum is the trapezoidal rule for the integral. It equals
 * {@link Projections#sumAlongRays} of {@link Projections#beamView}.
 */
public final class TrilinearProjector implements Projector
{
	private final int samplesPerRay;

	/**
	 * @param samplesPerRay
	 *            K, from 2 to {@link BeamCoordinates#MAX_SAMPLES}
	 * @throws IllegalArgumentException
	 *             if K is out of these bounds
	 */
	public TrilinearProjector( final int samplesPerRay )
	{
		if ( samplesPerRay < 2 || samplesPerRay > BeamCoordinates.MAX_SAMPLES )
			throw new IllegalArgumentException( "A ray has 2 to " + BeamCoordinates.MAX_SAMPLES + " samples, not " + samplesPerRay + "." );
		this.samplesPerRay = samplesPerRay;
	}

	/**
	 * @return K
	 */
	public int samplesPerRay()
	{
		return samplesPerRay;
	}

	@Override
	public void project( final Volume< FloatType > volume, final View view, final RandomAccessibleInterval< FloatType > target )
	{
		RayDriven.project( kernels( volume, view ), volume, view, target );
	}

	@Override
	public void backproject( final RandomAccessibleInterval< FloatType > image, final View view, final Volume< FloatType > target )
	{
		RayDriven.backproject( kernels( target, view ), image, view, target );
	}

	private RayKernel.Factory kernels( final Volume< FloatType > volume, final View view )
	{
		final BeamCoordinates beam = BeamCoordinates.covering( view, volume.grid().size(), volume.worldFromVoxel(), samplesPerRay );
		return rays -> new TrilinearKernel( rays, beam );
	}
}
