/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

/**
 * How the learning rate changes over a training.
 */
public enum LearningRate
{
	/** Stays as it is. */
	CONSTANT
	{
		@Override
		double factor( final double progress )
		{
			return 1;
		}
	},
	/** Falls along a half cosine to a hundredth (Loshchilov and Hutter 2017). */
	COSINE
	{
		@Override
		double factor( final double progress )
		{
			return 0.01 + 0.99 * 0.5 * ( 1 + Math.cos( Math.PI * Math.min( 1, progress ) ) );
		}
	},
	/** Is halved after 50, 70 and 90 percent of the steps. */
	STEPS
	{
		@Override
		double factor( final double progress )
		{
			return progress < 0.5 ? 1 : progress < 0.7 ? 0.5 : progress < 0.9 ? 0.25 : 0.125;
		}
	};

	/**
	 * @param progress
	 *            part of the steps that are done, 0 to 1
	 * @return by what the first learning rate is multiplied
	 */
	abstract double factor( double progress );
}
