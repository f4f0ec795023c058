/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;

/**
 * Makes cases in memory from surfaces: a random bone, deformed smoothly, in a random pose, with a modelled inside, and its
 * radiographs. Safe for use by several threads.
 */
public final class PhantomCases
{
	private final List< Subject > subjects;

	private final PhantomSettings settings;

	/**
	 * @param subjects
	 *            the bones, at least one
	 * @param settings
	 *            what to make
	 * @throws IllegalArgumentException
	 *             if there is no bone
	 */
	public PhantomCases( final List< Subject > subjects, final PhantomSettings settings )
	{
		if ( subjects.isEmpty() )
			throw new IllegalArgumentException( "Cases are made of at least one bone; there is none." );
		this.subjects = List.copyOf( subjects );
		this.settings = settings;
	}

	/**
	 * Makes one case. Bones take turns.
	 *
	 * @param index
	 *            which case, 0 or more; the same index gives the same case
	 * @return the case
	 */
	public Case generate( final long index )
	{
		throw new UnsupportedOperationException();
	}
}
