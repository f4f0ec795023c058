/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.List;
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.ModelInput;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Compares predicted bones with a case's true one (Van Houtte et al. 2022, "Evaluation metrics"): overlap and surface
 * distances of the bone, and SSIM of its density, 0 outside of the bone.
 */
final class Agreement
{
	private final Case subject;

	private final Volume< FloatType > truth;

	/**
	 * @param subject
	 *            the truth
	 */
	Agreement( final Case subject )
	{
		this.subject = subject;
		truth = ModelInput.bone( new Atlas( subject.ct(), subject.labels() ), subject.ct().grid() );
	}

	/**
	 * @param bone
	 *            the predicted one
	 * @return how well it agrees; SSIM is NaN where no density is predicted
	 * @throws IllegalArgumentException
	 *             if it lies on another grid
	 */
	LabelMetrics of( final Prediction.Bone bone )
	{
		final Optional< Volume< FloatType > > density = bone.density();
		final List< LabelMetrics > metrics =
				LabelMetrics.evaluate( subject.labels(), bone.labels(), density.isEmpty() ? null : truth, density.orElse( null ) );
		return metrics.stream().filter( m -> m.label() == Atlas.BONE ).findFirst().orElseThrow();
	}
}
