/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.util.List;
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.deformation.Similarity;
import org.raywarp.network.Method;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingCase;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.ModelInput;
import org.raywarp.registration.Radiograph;

/**
 * Makes of a case what a network learns from, by the functions that prepare the inputs of a registration.
 */
public final class CasePreparation
{
	private CasePreparation()
	{}

	/**
	 * @param source
	 *            a case of a data set
	 * @param masked
	 *            whether the radiographs keep their masks
	 * @param config
	 *            the network
	 * @param atlasFromMean
	 *            from the mean femur, to which cases know the similarity, to the atlas, about the world's origin
	 * @return the case on the network's grid and detector
	 * @throws IllegalArgumentException
	 *             if the case has no bone, not two radiographs or an empty mask
	 */
	public static TrainingCase prepare( final Case source, final boolean masked, final NetworkConfig config,
			final Similarity atlasFromMean )
	{
		final List< Radiograph > radiographs = source.drrs().stream()
				.map( drr -> ModelInput.radiograph( new Radiograph( drr.image(), masked ? drr.mask() : null, drr.view() ),
						config.grid().center(),
						config.detectorColumns(), config.detectorRows() ) )
				.toList();
		return new TrainingCase(
				config.method() == Method.LABELS ? ModelInput.occupancy( source.labels(), config.grid() )
						: ModelInput.bone( new Atlas( source.ct(), source.labels() ), config.grid() ),
				radiographs,
				Optional.of( atlasFromMean.after( source.atlasFromSubject() ) ),
				SurfacePoints.of( source.labels(), Atlas.BONE, TrainingCase.SURFACE_POINTS ) );
	}
}
