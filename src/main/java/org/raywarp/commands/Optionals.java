/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.nio.file.Path;

/**
 * Files and folders that may be left empty. They are texts: where a single {@link java.io.File} is left open, SciJava asks
 * for it with a file chooser, and cancels where there is no screen.
 */
final class Optionals
{
	private Optionals()
	{}

	/**
	 * @param text
	 *            what the user gave, or null
	 * @return the path, or null where nothing was given
	 */
	static Path path( final String text )
	{
		return text == null || text.isBlank() ? null : Path.of( text.strip() );
	}
}
