/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.Optional;

import org.raywarp.registration.RegistrationResult;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a {@link RegistrationSystem} makes of radiographs.
 *
 * @param affine
 *            after the affine stage; empty without such a stage
 * @param bone
 *            at the end
 * @param registration
 *            the registration it comes from, for pictures; empty without one
 */
public record Prediction( Optional< Bone > affine, Bone bone, Optional< RegistrationResult > registration )
{
	/**
	 * A predicted bone, on the grid of the truth.
	 *
	 * @param labels
	 *            {@link org.raywarp.registration.Atlas#BONE} inside
	 * @param density
	 *            of the bone relative to water, 0 outside of it; empty where none is predicted
	 */
	public record Bone( Volume< UnsignedByteType > labels, Optional< Volume< FloatType > > density )
	{}

	/**
	 * A prediction of labels alone.
	 *
	 * @param labels
	 *            {@link org.raywarp.registration.Atlas#BONE} inside, on the grid of the truth
	 * @return the prediction
	 */
	public static Prediction ofLabels( final Volume< UnsignedByteType > labels )
	{
		return new Prediction( Optional.empty(), new Bone( labels, Optional.empty() ), Optional.empty() );
	}
}
