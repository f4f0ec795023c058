/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Regresses the registration of an atlas to radiographs; the velocity field that it regresses may lie on a coarser grid than
 * {@link #grid()}, of the same extent.
 */
public non-sealed interface RegistrationModel extends BiplanarModel
{
	/**
	 * Runs the model once. Blocks until it is done.
	 *
	 * @param bone
	 *            the atlas as {@link ModelInput#bone} makes it, on {@link #grid()}
	 * @param radiographs
	 *            frontal and lateral, as {@link ModelInput#radiograph} makes them about the center of {@link #grid()},
	 *            of {@link #detectorColumns()} x {@link #detectorRows()} pixels
	 * @return similarity and velocity
	 * @throws IllegalArgumentException
	 *             if a size, the number of radiographs or their geometry does not fit the model
	 */
	Regression regress( Volume< FloatType > bone, List< Radiograph > radiographs );
}
