/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

/**
 * How well a registration fits its radiographs, known without the truth.
 *
 * @param similarityBefore
 *            mean correlation of radiographs and projected bone for the atlas as it is, from -1 to 1
 * @param similarityRegressed
 *            the same after the model, or for the pose given in its place
 * @param similarityAfter
 *            the same for the registered atlas
 * @param foldedVoxels
 *            voxels of the atlas grid where the displacement folds space; 0 for a diffeomorphism
 * @param path
 *            how the refinement's loss fell; {@link LossPath#NONE} where nothing was refined
 * @param views
 *            how the registered bone agrees with each radiograph
 */
public record RegistrationQuality( double similarityBefore, double similarityRegressed, double similarityAfter, int foldedVoxels,
		LossPath path, List< ViewAgreement > views )
{
	/**
	 * Copies the list.
	 */
	public RegistrationQuality
	{
		views = List.copyOf( views );
	}

	/** @return the same with another agreement of the views */
	RegistrationQuality withViews( final List< ViewAgreement > others )
	{
		return new RegistrationQuality( similarityBefore, similarityRegressed, similarityAfter, foldedVoxels, path, others );
	}

	/**
	 * @return whether the registration can be used, with reasons
	 */
	public Verdict verdict()
	{
		return Verdict.of( this );
	}
}
