/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.BiplanarRegistration;
import org.raywarp.registration.LabelModel;
import org.raywarp.registration.LabelReconstruction;
import org.raywarp.registration.ModelInput;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One of the systems that are compared (Van Houtte et al. 2022, Table 1): a registration by a model with or without refinement, refinement alone from the
 * identity, or a label map by a model that needs no atlas. A model warps the atlas that it came with
 * where it has one. Not safe for use by several threads at once.
 *
 * @param name
 *            in tables
 * @param version
 *            of the model, such as a checksum of its weights
 * @param model
 *            the model, not closed with the system; empty for refinement alone
 * @param refinement
 *            how a registration is refined through the projector; a label map is not
 */
public record RegistrationSystem( String name, String version, Optional< BiplanarModel > model, RefinementSettings refinement )
{
	/**
	 * @return one line that says everything its predictions depend on, radiographs apart: results of another line are not
	 *         taken up again
	 */
	public String settings()
	{
		return "model " + version + ", " + refinement;
	}

	/**
	 * @param atlas
	 *            what to register where the model has no atlas of its own; its grid is the one that predictions lie on
	 * @param radiographs
	 *            frontal and lateral
	 * @param progress
	 *            told of every step
	 * @return where the bone is
	 * @throws IllegalArgumentException
	 *             if the system takes no such radiographs, with a sentence why
	 */
	public Prediction predict( final Atlas atlas, final List< Radiograph > radiographs, final Progress progress )
	{
		final Atlas own = model.flatMap( BiplanarModel::atlas ).orElse( atlas );
		if ( model.orElse( null ) instanceof final LabelModel labels )
			return Prediction.ofLabels( LabelReconstruction.reconstruct( own.ct().grid(), radiographs, labels, progress ).labels() );
		final RegistrationResult result = model.orElse( null ) instanceof final RegistrationModel registers
				? BiplanarRegistration.register( own, radiographs, registers, refinement, progress )
				: BiplanarRegistration.refine( own, radiographs, Similarity.IDENTITY, refinement, progress );
		final Volume< FloatType > bone = ModelInput.bone( own, own.ct().grid() );
		return new Prediction(
				Optional.of( warped( Deformations.warpLabels( own.labels(), result.affine() ), bone, result.affine() ) ),
				warped( result.labels(), bone, result.displacement() ), Optional.of( result ) );
	}

	private static Prediction.Bone warped( final Volume< UnsignedByteType > labels, final Volume< FloatType > bone,
			final DisplacementField displacement )
	{
		return new Prediction.Bone( labels, Optional.of( Deformations.warp( bone, displacement ) ) );
	}
}
