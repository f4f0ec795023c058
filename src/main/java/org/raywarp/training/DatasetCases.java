/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.network.LearnedMasks;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingCase;

/**
 * Some cases of data sets on disk, read when they are asked for, so that a data set of any size fits.
 */
public final class DatasetCases implements CaseSource
{
	private final DatasetCollection dataset;

	private final List< Integer > indices;

	private final NetworkConfig config;

	private final Similarity atlasFromMean;

	private final LearnedMasks masks;

	/**
	 * @param dataset
	 *            the data sets
	 * @param indices
	 *            which of its cases
	 * @param config
	 *            the network they are prepared for
	 * @param atlasFromMean
	 *            from the mean femur to the atlas
	 * @param masks
	 *            whether radiographs keep their masks; with {@link LearnedMasks#BOTH} the cases without follow those with
	 */
	public DatasetCases( final DatasetCollection dataset, final List< Integer > indices, final NetworkConfig config,
			final Similarity atlasFromMean, final LearnedMasks masks )
	{
		this.dataset = dataset;
		this.indices = List.copyOf( indices );
		this.config = config;
		this.atlasFromMean = atlasFromMean;
		this.masks = masks;
	}

	@Override
	public int size()
	{
		return masks == LearnedMasks.BOTH ? 2 * indices.size() : indices.size();
	}

	@Override
	public TrainingCase get( final int index ) throws IOException
	{
		final boolean masked = masks != LearnedMasks.WITHOUT && index < indices.size();
		return CasePreparation.prepare( dataset.read( indices.get( index % indices.size() ) ), masked, config, atlasFromMean );
	}
}
