/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.ModelInput;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.volume.Progress;

/**
 * Registers an atlas to many cases with one model and scores the results on the atlas's grid: overlap and surface
 * distances of the bone, and SSIM of the bone's density, 0 outside of the bone (Van Houtte et al. 2022, "Evaluation
 * metrics").
 *
 * @param atlas
 *            the atlas; every case has its grid
 * @param model
 *            the model; empty for refinement alone, from the identity: the method without learning
 * @param refinement
 *            how the registration is refined through the projector
 * @param wrongAngle
 *            by how many degrees the primary angle of the second view is given too great: a rotation of the patient about
 *            the z axis through the world's origin between the views, in a simulated calibration error
 */
public record RegistrationExperiment( Atlas atlas, Optional< BiplanarModel > model, RefinementSettings refinement, double wrongAngle )
{
	/**
	 * @param cases
	 *            the cases, one at a time, so that they need not fit into memory together
	 * @param count
	 *            number of cases, for the progress
	 * @param progress
	 *            told after every case
	 * @return three scores a case: before, after the affine and after the local module; one, without SSIM, where the model
	 *         regresses the label map
	 * @throws IllegalArgumentException
	 *             if a case lies on another grid than the atlas, or cannot be registered
	 */
	public ExperimentTable run( final Iterator< Case > cases, final int count, final Progress progress )
	{
		final List< Score > scores = new ArrayList<>();
		for ( int i = 0; cases.hasNext(); ++i )
		{
			final Case subject = cases.next();
			scores.addAll( scores( subject ) );
			progress.report( Math.min( 1, ( i + 1.0 ) / count ), "registered " + subject.name() );
		}
		return new ExperimentTable( scores );
	}

	private List< Score > scores( final Case subject )
	{
		final Prediction found = new RegistrationSystem( "", "", model, refinement ).predict( atlas,
				Trial.asTaken( 0, wrongAngle ).radiographs( subject, Optional.empty() ), Progress.NONE );
		final Agreement truth = new Agreement( subject );
		if ( found.affine().isEmpty() )
			return List.of( score( subject, Stage.LABELS, truth.of( found.bone() ) ) );
		final Prediction.Bone before = new Prediction.Bone( atlas.labels(), Optional.of( ModelInput.bone( atlas, atlas.ct().grid() ) ) );
		return List.of( score( subject, Stage.BEFORE, truth.of( before ) ),
				score( subject, Stage.AFFINE, truth.of( found.affine().get() ) ),
				score( subject, Stage.LOCAL, truth.of( found.bone() ) ) );
	}

	private static Score score( final Case subject, final Stage stage, final LabelMetrics metrics )
	{
		return new Score( subject.person(), subject.name(), stage, metrics.dice(), metrics.jaccard(), metrics.assd(), metrics.hd95(),
				metrics.ssim() );
	}
}
