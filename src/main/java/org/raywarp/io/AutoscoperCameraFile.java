/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.geometry.View;

/**
 * Camera files of Autoscoper and XMALab (MayaCam 2.0 text).
 */
public final class AutoscoperCameraFile
{
	private AutoscoperCameraFile()
	{}

	/**
	 * @param file
	 *            a MayaCam 2.0 file
	 * @param name
	 *            of the view
	 * @return the calibrated view
	 * @throws IOException
	 *             if the file cannot be read or is not a camera file
	 */
	public static View read( final Path file, final String name ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
