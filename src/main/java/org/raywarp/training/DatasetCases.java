/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.util.List;

import org.raywarp.dataset.DatasetReader;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingCase;

/**
 * Some cases of a data set on disk, read when they are asked for, so that a data set of any size fits.
 */
public final class DatasetCases implements CaseSource
{
	private final DatasetReader dataset;

	private final List< Integer > indices;

	private final NetworkConfig config;

	/**
	 * @param dataset
	 *            the data set
	 * @param indices
	 *            which of its cases
	 * @param config
	 *            the network they are prepared for
	 */
	public DatasetCases( final DatasetReader dataset, final List< Integer > indices, final NetworkConfig config )
	{
		this.dataset = dataset;
		this.indices = List.copyOf( indices );
		this.config = config;
	}

	@Override
	public int size()
	{
		return indices.size();
	}

	@Override
	public TrainingCase get( final int index ) throws IOException
	{
		return CasePreparation.prepare( dataset.read( indices.get( index ) ), config );
	}
}
