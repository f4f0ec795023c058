/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.Iterator;

import org.raywarp.dataset.Case;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.volume.Progress;

/**
 * Registers an atlas to many cases with one model and scores the results.
 */
public final class RegistrationExperiment
{
	private RegistrationExperiment()
	{}

	/**
	 * @param cases
	 *            the cases, one at a time, so that they need not fit into memory together
	 * @param count
	 *            number of cases, for the progress
	 * @param atlas
	 *            the atlas
	 * @param model
	 *            the model
	 * @param progress
	 *            told after every case
	 * @return three scores a case: before, after the affine and after the local module
	 */
	public static ExperimentTable run( final Iterator< Case > cases, final int count, final Atlas atlas, final RegistrationModel model,
			final Progress progress )
	{
		throw new UnsupportedOperationException();
	}
}
