/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.nio.file.Path;

import org.raywarp.dataset.ShapeSource;

/**
 * The choices of {@link ShapeSource}, and that between surfaces and none.
 */
public enum ShapeChoice
{
	/** The surfaces of the folder where one is given, else parametric femora. */
	AUTO,
	/** See {@link ShapeSource#PARAMETRIC}. */
	PARAMETRIC,
	/** See {@link ShapeSource#SURFACES}. */
	SURFACES,
	/** See {@link ShapeSource#SHAPE_MODEL}. */
	SHAPE_MODEL;

	/**
	 * @param folder
	 *            of surfaces, or null
	 * @return where shapes come from
	 */
	ShapeSource source( final Path folder )
	{
		if ( this == AUTO )
			return folder == null ? ShapeSource.PARAMETRIC : ShapeSource.SURFACES;
		return ShapeSource.valueOf( name() );
	}
}
