/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

/**
 * The experiments of Van Houtte et al. 2022.
 */
public enum Experiment
{
	/** All for which systems are given. */
	ALL,
	/** Table 1: our model beside others. */
	TABLE_1,
	/** Table 2: our model beside those that lack a part. */
	TABLE_2,
	/** Figure 2: pictures of single cases. */
	FIGURE_2,
	/** Figure 3: a wrong angle of the second view. */
	FIGURE_3,
	/** Figure 4: pairs of views. */
	FIGURE_4;

	/**
	 * @param other
	 *            a single experiment
	 * @return whether this one asks for it
	 */
	boolean includes( final Experiment other )
	{
		return this == ALL || this == other;
	}
}
