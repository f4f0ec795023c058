/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.io.IOException;

import org.raywarp.volume.Progress;

/**
 * Writes data sets.
 */
public final class DatasetGenerator
{
	private DatasetGenerator()
	{}

	/**
	 * Writes a data set, or what is missing of it.
	 *
	 * @param settings
	 *            what to write
	 * @param progress
	 *            told after every case
	 * @return the number of cases that were written now; the others were there already
	 * @throws IOException
	 *             if a surface cannot be read, or the folder cannot be written
	 */
	public static int generate( final DatasetSettings settings, final Progress progress ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
