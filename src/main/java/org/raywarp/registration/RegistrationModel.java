/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Optional;

import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * Regresses the registration of an atlas to radiographs. An implementation knows its engine; callers do not. Not safe
 * for use by several threads at once.
 */
public interface RegistrationModel extends AutoCloseable
{
	/**
	 * @return a name for reports
	 */
	String name();

	/**
	 * @return the grid on which the model sees the atlas; the velocity field that it regresses may lie on a coarser
	 *         grid of the same extent
	 */
	Grid grid();

	/**
	 * @return number of pixel columns of the radiographs the model takes
	 */
	int detectorColumns();

	/**
	 * @return number of pixel rows of the radiographs the model takes
	 */
	int detectorRows();

	/**
	 * @return the atlas that came with the model, on whatever grid it has
	 */
	Optional< Atlas > atlas();

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

	@Override
	void close();
}
