/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import org.raywarp.network.LossWeights;
import org.raywarp.network.NetworkConfig;

/**
 * Everything that determines a training, its cases and atlas apart.
 *
 * @param network
 *            what is trained
 * @param loss
 *            what is minimized
 * @param schedule
 *            how long and how fast
 * @param seed
 *            of the first weights and of the order of the cases
 */
public record TrainingConfig( NetworkConfig network, LossWeights loss, Schedule schedule, long seed )
{
	/**
	 * How long and how fast a network is trained.
	 *
	 * @param steps
	 *            number of steps of one case each
	 * @param learningRate
	 *            at the start
	 * @param decay
	 *            how the learning rate changes
	 * @param validateEvery
	 *            number of steps between two validations, after each of which a checkpoint is written too
	 * @param minutes
	 *            the training ends after this long even if steps are left; 0 for no limit
	 */
	public record Schedule( long steps, double learningRate, LearningRate decay, long validateEvery, double minutes )
	{
		/**
		 * @throws IllegalArgumentException
		 *             if a number is not positive, or the limit is negative
		 */
		public Schedule
		{
			if ( steps < 1 || steps > 100_000_000 || validateEvery < 1 || !( learningRate > 0 && learningRate <= 1 ) || !( minutes >= 0 ) )
				throw new IllegalArgumentException(
						"A training has 1 to 10^8 steps, a learning rate above 0 and up to 1, validates every 1 step or more and lasts 0 minutes or more, not "
								+ steps + ", " + learningRate + ", " + validateEvery + ", " + minutes + "." );
		}

		double rate( final long step )
		{
			return learningRate * decay.factor( ( double ) step / steps );
		}
	}
}
