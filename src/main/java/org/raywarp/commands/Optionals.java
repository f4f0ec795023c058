/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.nio.file.Path;

/**
 * Parameters that may be left empty.
 */
final class Optionals
{
	private Optionals()
	{}

	/**
	 * @param file
	 *            what the user gave; dialogs and macros give an empty path for nothing
	 * @return the path, or null for nothing
	 */
	static Path path( final File file )
	{
		return file == null || file.getPath().isBlank() ? null : file.toPath();
	}
}
