/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.volume.Progress;

/**
 * The sample data that come with RayWarp, from parametric femora alone.
 */
public final class SampleData
{
	private SampleData()
	{}

	/**
	 * Writes {@code atlas-ct.nii.gz}, {@code atlas-labels.nii.gz}, {@code subject-labels.nii.gz}, {@code frontal.tif},
	 * {@code lateral.tif}, {@code frontal-mask.tif}, {@code lateral-mask.tif}, {@code geometry.json} and
	 * {@code README.md}.
	 *
	 * @param folder
	 *            made if it is not there
	 * @param seed
	 *            of the subject, its pose and the photon noise
	 * @param progress
	 *            told after every file
	 * @throws IOException
	 *             if a file cannot be written
	 */
	public static void write( final Path folder, final long seed, final Progress progress ) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
