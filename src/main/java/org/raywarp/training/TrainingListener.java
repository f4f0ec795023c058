/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import org.raywarp.network.Losses;

/**
 * Hears how a training goes, on the thread that trains.
 */
public interface TrainingListener
{
	/** Listens to nothing. */
	TrainingListener NONE = new TrainingListener()
	{};

	/**
	 * After every step.
	 *
	 * @param step
	 *            its number, from 1
	 * @param losses
	 *            of the case of this step, before it
	 */
	default void stepped( final long step, final Losses losses )
	{}

	/**
	 * After every validation.
	 *
	 * @param step
	 *            number of steps taken
	 * @param losses
	 *            mean over the validation cases
	 * @param best
	 *            whether no earlier total loss was as low
	 */
	default void validated( final long step, final Losses losses, final boolean best )
	{}
}
