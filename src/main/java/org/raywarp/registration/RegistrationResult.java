/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a registration found, on the grid of the atlas.
 *
 * @param similarity
 *            subject to atlas, about the center of the model's grid; after refinement where that was asked for
 * @param affine
 *            the displacement of the similarity alone, the result of the affine module, but that it ends the bone where the subject's
 *            ends
 * @param displacement
 *            the whole displacement, similarity after local deformation; it stays within the atlas where the bone is cut off
 *            by the atlas's box, so that the last slice goes on
 * @param ct
 *            the warped atlas in HU, air where the atlas has no voxel
 * @param labels
 *            the warped labels
 * @param drrs
 *            the warped bone's line integrals of density relative to water, in mm, over (column, row): one a radiograph,
 *            on its view
 * @param views
 *            the radiographs' own, as corrected where the refinement did so
 * @param quality
 *            how well it fits
 */
public record RegistrationResult( Similarity similarity, DisplacementField affine, DisplacementField displacement,
		Volume< FloatType > ct, Volume< UnsignedByteType > labels, List< RandomAccessibleInterval< FloatType > > drrs,
		List< View > views, RegistrationQuality quality )
{
	/**
	 * Copies the lists.
	 */
	public RegistrationResult
	{
		drrs = List.copyOf( drrs );
		views = List.copyOf( views );
	}

	/** @return the same, its quality by these radiographs in place of those that it was registered to */
	RegistrationResult comparedWith( final Atlas atlas, final List< Radiograph > radiographs )
	{
		return new RegistrationResult( similarity, affine, displacement, ct, labels, drrs, views,
				quality.withViews( ViewAgreement.of( atlas, radiographs, drrs, views ) ) );
	}
}
