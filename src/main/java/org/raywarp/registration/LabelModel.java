/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Regresses the bone itself from radiographs, without an atlas.
 */
public non-sealed interface LabelModel extends BiplanarModel
{
	/**
	 * Runs the model once. Blocks until it is done.
	 *
	 * @param radiographs
	 *            frontal and lateral, as {@link ModelInput#radiograph} makes them about the center of {@link #grid()},
	 *            of {@link #detectorColumns()} x {@link #detectorRows()} pixels
	 * @return the probability, 0 to 1, that a voxel is bone, on {@link #grid()}
	 * @throws IllegalArgumentException
	 *             if a size, the number of radiographs or their geometry does not fit the model
	 */
	Volume< FloatType > occupancy( List< Radiograph > radiographs );
}
