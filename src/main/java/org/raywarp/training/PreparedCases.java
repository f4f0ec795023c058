/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingCase;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.ModelInput;
import org.raywarp.registration.Radiograph;

/**
 * Cases of a data set as a network takes them, prepared exactly as in a registration. Prepared cases stay in memory as long
 * as there is room.
 */
public final class PreparedCases implements CaseSource
{
	/** Where cases come from. */
	@FunctionalInterface
	public interface Reader
	{
		/**
		 * @param index
		 *            which case, from 0
		 * @return the case
		 * @throws IOException
		 *             if it cannot be read
		 */
		Case read( int index ) throws IOException;
	}

	private final Reader reader;

	private final List< Integer > indices;

	private final NetworkConfig config;

	private final Map< Integer, SoftReference< TrainingCase > > prepared = new HashMap<>();

	/**
	 * @param reader
	 *            of all cases
	 * @param indices
	 *            those to take
	 * @param config
	 *            the network
	 */
	public PreparedCases( final Reader reader, final List< Integer > indices, final NetworkConfig config )
	{
		this.reader = reader;
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
		final SoftReference< TrainingCase > reference = prepared.get( index );
		final TrainingCase known = reference == null ? null : reference.get();
		if ( known != null )
			return known;
		final TrainingCase made = prepare( reader.read( indices.get( index ) ), config );
		prepared.put( index, new SoftReference<>( made ) );
		return made;
	}

	/**
	 * @param subject
	 *            a case with two radiographs, frontal first
	 * @param config
	 *            the network
	 * @return the case as the network takes it
	 */
	public static TrainingCase prepare( final Case subject, final NetworkConfig config )
	{
		final List< Radiograph > radiographs = subject.drrs().stream()
				.map( d -> ModelInput.radiograph( new Radiograph( d.image(), d.mask(), d.view() ), config.grid().center(),
						config.detectorColumns(), config.detectorRows() ) )
				.toList();
		return new TrainingCase( ModelInput.bone( new Atlas( subject.ct(), subject.labels() ), config.grid() ), radiographs,
				Optional.of( subject.atlasFromSubject() ) );
	}
}
