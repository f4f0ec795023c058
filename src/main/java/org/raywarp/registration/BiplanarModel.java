/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Optional;

import org.raywarp.volume.Grid;

/**
 * A trained model that takes a frontal and a lateral radiograph. An implementation knows its engine; callers do not. Not safe
 * for use by several threads at once.
 */
public sealed interface BiplanarModel extends AutoCloseable permits RegistrationModel, LabelModel
{
	/**
	 * @return a name for reports
	 */
	String name();

	/**
	 * @return the grid on which the model sees the atlas or the bone
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
	 * @return whether radiographs have to have masks: the model has learned from no others
	 */
	boolean needsMasks();

	/**
	 * @return the atlas that came with the model, on whatever grid it has
	 */
	Optional< Atlas > atlas();

	@Override
	void close();
}
