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
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.metrics.LabelMetrics;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.ModelInput;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.LabelReconstruction;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

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
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final Drr drr : subject.drrs() )
			radiographs.add( new Radiograph( drr.image(), drr.mask(), radiographs.size() == 1 ? turned( drr.view() ) : drr.view() ) );
		if ( model.orElse( null ) instanceof final LabelModel labels )
			return List.of( score( subject, Stage.LABELS, null,
					LabelReconstruction.reconstruct( atlas.labels().grid(), radiographs, labels, Progress.NONE ).labels(), null ) );
		final RegistrationResult result = model.orElse( null ) instanceof final RegistrationModel registers
				? BiplanarRegistration.register( atlas, radiographs, registers, refinement, Progress.NONE )
				: BiplanarRegistration.refine( atlas, radiographs, Similarity.IDENTITY, refinement, Progress.NONE );
		final Volume< FloatType > truth = ModelInput.bone( new Atlas( subject.ct(), subject.labels() ), subject.ct().grid() );
		final Volume< FloatType > bone = ModelInput.bone( atlas, atlas.ct().grid() );
		return List.of( score( subject, Stage.BEFORE, truth, atlas.labels(), bone ),
				score( subject, Stage.AFFINE, truth, Deformations.warpLabels( atlas.labels(), result.affine() ),
						Deformations.warp( bone, result.affine() ) ),
				score( subject, Stage.LOCAL, truth, result.labels(), Deformations.warp( bone, result.displacement() ) ) );
	}

	private View turned( final View view )
	{
		return view.after( new Similarity( 0, 0, wrongAngle, 0, 0, 0, 1 ).about( 0, 0, 0 ) );
	}

	private static Score score( final Case subject, final Stage stage, final Volume< FloatType > truth,
			final Volume< UnsignedByteType > labels, final Volume< FloatType > bone )
	{
		final LabelMetrics metrics = LabelMetrics.evaluate( subject.labels(), labels, truth, bone ).stream()
				.filter( m -> m.label() == Atlas.BONE ).findFirst().orElseThrow();
		return new Score( subject.person(), subject.name(), stage, metrics.dice(), metrics.jaccard(), metrics.assd(), metrics.hd95(),
				metrics.ssim() );
	}
}
