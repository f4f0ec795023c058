/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

import org.raywarp.network.TrainingCase;

/**
 * Keeps cases in memory as long as there is room: a case of a QUARTER network takes a third of a megabyte, and reading it
 * again takes longer than a step.
 */
public final class CachedCases implements CaseSource
{
	private final CaseSource source;

	private final Map< Integer, SoftReference< TrainingCase > > cases = new HashMap<>();

	/**
	 * @param source
	 *            where cases come from at first
	 */
	public CachedCases( final CaseSource source )
	{
		this.source = source;
	}

	@Override
	public int size()
	{
		return source.size();
	}

	@Override
	public TrainingCase get( final int index ) throws IOException
	{
		final SoftReference< TrainingCase > reference = cases.get( index );
		TrainingCase wanted = reference == null ? null : reference.get();
		if ( wanted == null )
		{
			wanted = source.get( index );
			cases.put( index, new SoftReference<>( wanted ) );
		}
		return wanted;
	}
}
