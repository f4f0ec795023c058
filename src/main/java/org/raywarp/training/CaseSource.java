/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;

import org.raywarp.network.TrainingCase;

/**
 * Where cases to train on or to validate with come from. Used by one thread at a time.
 */
public interface CaseSource
{
	/**
	 * @return number of cases
	 */
	int size();

	/**
	 * @param index
	 *            which case, from 0
	 * @return the case; the same index gives the same case
	 * @throws IOException
	 *             if it cannot be read
	 */
	TrainingCase get( int index ) throws IOException;
}
