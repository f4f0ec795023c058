/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;
import java.util.Set;

/**
 * The bones of a folder, which take turns.
 */
final class SurfaceBones implements Bones
{
	private final List< Subject > subjects;

	private final DatasetSplit split;

	/**
	 * @param subjects
	 *            with their similarities to the atlas, at least one
	 * @param split
	 *            of their persons
	 */
	SurfaceBones( final List< Subject > subjects, final DatasetSplit split )
	{
		this.subjects = List.copyOf( subjects );
		this.split = split;
	}

	@Override
	public String name( final int shape )
	{
		return subject( shape ).name();
	}

	@Override
	public String person( final int shape )
	{
		return subject( shape ).person();
	}

	@Override
	public DatasetPart part( final int shape )
	{
		return split.part( person( shape ) );
	}

	@Override
	public Subject subject( final int shape )
	{
		return subjects.get( shape % subjects.size() );
	}

	@Override
	public Set< String > people( final DatasetPart part )
	{
		return split.persons( part );
	}
}
