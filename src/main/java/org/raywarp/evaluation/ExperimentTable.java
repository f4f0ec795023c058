/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.List;

/**
 * The scores of many cases as tables.
 *
 * @param scores
 *            one for each case and stage
 */
public record ExperimentTable( List< Score > scores )
{
	/**
	 * Copies the list.
	 */
	public ExperimentTable
	{
		scores = List.copyOf( scores );
	}

	/**
	 * @return comma-separated values: a header line, then one line a case and stage
	 */
	public String csv()
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * @return a Markdown table of mean and standard deviation over the cases, one line a stage
	 */
	public String markdown()
	{
		throw new UnsupportedOperationException();
	}
}
