/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Projections of volumes, and resampling between the world and the beam space of a view: the ProST and inv-ProST layers
 * (Van Houtte et al. 2022, Eqs. 1 to 3).
 * <p>
 * The beam space of a view is sampled as an image over (column, row, sample), with a channel behind where the volume has
 * one. Methods named {@code View} are lazy: each access computes its value, and they define what the loops
 * {@link #toBeam} and {@link #toVolume} compute into a given target, about twenty times faster. Interpolation is trilinear
 * everywhere; outside the volume, or the beam image, the value is 0 after a ramp of one voxel. All are linear in their
 * input; NaN voxels pass on to whatever they have a weight in. Safe for use by several threads.
 * <p>
 * {@link #toBeam} followed by {@link #toVolume} gives a volume back inside the cone, apart from interpolation: for a
 * Gaussian blob of standard deviation 6 mm, sampled every 1 mm, with 96 x 128 pixels of 1.5 mm at the detector and 128
 * samples, the root mean square error is 0.08 % of the maximum, and the greatest 2.2 %, at the top of the blob, which
 * linear interpolation cuts off twice ({@code ProjectionsTest}).
 */
public final class Projections
{
	private Projections()
	{}

	/**
	 * Projects a volume onto the whole detector of a view.
	 *
	 * @param volume
	 *            any unit
	 * @param view
	 *            source and detector
	 * @param projector
	 *            how to integrate
	 * @return the integrals in value times mm, over (column, row) or (column, row, channel)
	 * @throws IllegalArgumentException
	 *             as {@link Projector#project} does
	 * @implNote op names='raywarp.project'
	 */
	public static RandomAccessibleInterval< FloatType > project( final Volume< FloatType > volume, final View view,
			final Projector projector )
	{
		final RandomAccessibleInterval< FloatType > target = volume.voxels().numDimensions() == 3
				? ArrayImgs.floats( view.columns(), view.rows() )
				: ArrayImgs.floats( view.columns(), view.rows(), volume.channels() );
		projector.project( volume, view, target );
		return target;
	}

	/**
	 * The volume seen along the rays of a view (ProST, Eq. 1), lazily.
	 *
	 * @param volume
	 *            any unit
	 * @param beam
	 *            where the samples lie
	 * @return the interpolated volume over (column, row, sample) or (column, row, sample, channel)
	 * @throws IllegalArgumentException
	 *             if the source lies inside the volume's box widened by one voxel, or part of that box lies behind the
	 *             source
	 * @implNote op names='raywarp.beamView'
	 */
	public static RandomAccessibleInterval< FloatType > beamView( final Volume< FloatType > volume, final BeamCoordinates beam )
	{
		return LazyBeams.beamView( volume, beam );
	}

	/**
	 * The world seen through a beam image (inv-ProST, Eq. 3), lazily.
	 *
	 * @param image
	 *            values over (column, row, sample) or (column, row, sample, channel), the whole beam space
	 * @param beam
	 *            where the samples lie
	 * @param grid
	 *            the voxels to look at
	 * @return the interpolated beam image over (x, y, z) or (x, y, z, channel); 0 outside the cone and before or behind the
	 *         samples
	 * @throws IllegalArgumentException
	 *             if the image does not cover the beam space, the source lies inside the grid's box widened by one voxel, or
	 *             part of that box lies behind the source
	 * @implNote op names='raywarp.worldView'
	 */
	public static RandomAccessibleInterval< FloatType > worldView( final RandomAccessibleInterval< FloatType > image,
			final BeamCoordinates beam,
			final Grid grid )
	{
		return LazyBeams.worldView( image, beam, grid );
	}

	/**
	 * The integrals along the rays of a beam image (Eq. 2), lazily: the sum over the samples times their distance in mm.
	 *
	 * @param image
	 *            values over (column, row, sample) or (column, row, sample, channel)
	 * @param beam
	 *            where the samples lie
	 * @return value times mm over (column, row) or (column, row, channel)
	 * @throws IllegalArgumentException
	 *             if the image does not hold all the samples of the rays
	 * @implNote op names='raywarp.sumAlongRays'
	 */
	public static RandomAccessibleInterval< FloatType > sumAlongRays( final RandomAccessibleInterval< FloatType > image,
			final BeamCoordinates beam )
	{
		return LazyBeams.sumAlongRays( image, beam );
	}

	/**
	 * Computes {@link #beamView} into an image.
	 *
	 * @param volume
	 *            any unit
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            receives the samples; the whole beam space of the volume or any part of it with all channels
	 * @throws IllegalArgumentException
	 *             as {@link #beamView} does, or if the target is no part of the beam space
	 * @implNote op names='raywarp.toBeam', type=Computer3
	 */
	public static void toBeam( final Volume< FloatType > volume, final BeamCoordinates beam,
			final RandomAccessibleInterval< FloatType > target )
	{
		BeamSampling.toBeam( volume, beam, target );
	}

	/**
	 * The exact adjoint of {@link #toBeam}.
	 *
	 * @param image
	 *            values over the beam space or part of it, 0 elsewhere
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            is overwritten
	 * @throws IllegalArgumentException
	 *             as {@link #toBeam} does
	 */
	public static void toBeamAdjoint( final RandomAccessibleInterval< FloatType > image, final BeamCoordinates beam,
			final Volume< FloatType > target )
	{
		BeamSampling.toBeamAdjoint( image, beam, target );
	}

	/**
	 * Computes {@link #worldView} into a volume.
	 *
	 * @param image
	 *            values over the whole beam space
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            is overwritten; its grid says where the voxels lie
	 * @throws IllegalArgumentException
	 *             as {@link #worldView} does
	 * @implNote op names='raywarp.toVolume', type=Computer3
	 */
	public static void toVolume( final RandomAccessibleInterval< FloatType > image, final BeamCoordinates beam,
			final Volume< FloatType > target )
	{
		WorldSampling.toVolume( image, beam, target );
	}

	/**
	 * The exact adjoint of {@link #toVolume}.
	 *
	 * @param volume
	 *            values over a grid
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            over the whole beam space; is overwritten
	 * @throws IllegalArgumentException
	 *             as {@link #toVolume} does
	 */
	public static void toVolumeAdjoint( final Volume< FloatType > volume, final BeamCoordinates beam,
			final RandomAccessibleInterval< FloatType > target )
	{
		WorldSampling.toVolumeAdjoint( volume, beam, target );
	}
}
