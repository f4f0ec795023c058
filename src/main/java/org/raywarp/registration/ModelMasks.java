/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.ScalingAndSquaring;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Finds the masks of radiographs that have none by a model that has learned to do without: the silhouettes of the atlas that it
 * registers, moved to the edges of the image. With these masks the model is asked again, and knows better.
 */
final class ModelMasks
{
	/** How far outlines may move, in mm at the detector, from one time to the next. Beginning with 6 instead of 10 finds a smaller bone less well. */
	private static final double[] BANDS = { 10, 6, 4 };

	private ModelMasks()
	{}

	/**
	 * @param atlas
	 *            the atlas
	 * @param bone
	 *            the atlas as the model takes it
	 * @param radiographs
	 *            two or more; those with a mask keep it
	 * @param model
	 *            which needs no masks
	 * @param progress
	 *            told of every step
	 * @return the radiographs, all with masks
	 * @throws IllegalArgumentException
	 *             if a silhouette falls beside its image
	 */
	static List< Radiograph > of( final Atlas atlas, final Volume< FloatType > bone, final List< Radiograph > radiographs,
			final RegistrationModel model, final Progress progress )
	{
		List< Radiograph > masked = radiographs;
		for ( int i = 0; i < BANDS.length; ++i )
		{
			progress.report( ( double ) i / BANDS.length, "looking for the bone" );
			masked = MaskProposal.about( registered( atlas, BiplanarRegistration.regress( atlas, bone, masked, model ), model ),
					radiographs,
					BANDS[ i ] );
		}
		return masked;
	}

	private static Volume< UnsignedByteType > registered( final Atlas atlas, final Regression regression, final RegistrationModel model )
	{
		return Deformations.warpLabels( atlas.labels(),
				Deformations.compose( ScalingAndSquaring.integrate( regression.velocity() ),
						regression.similarity().about( model.grid().center() ), atlas.ct().grid() ) );
	}
}
