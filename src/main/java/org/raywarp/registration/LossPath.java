/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

/**
 * How the loss of a refinement fell.
 *
 * @param stages
 *            one after the other; empty where nothing was refined
 */
public record LossPath( List< Stage > stages )
{
	/** The path of a registration that was not refined. */
	public static final LossPath NONE = new LossPath( List.of() );

	/**
	 * One stage. The losses of different stages are sums of different penalties and need not join.
	 *
	 * @param name
	 *            what may change, a few words
	 * @param losses
	 *            at the start and after each iteration
	 */
	public record Stage( String name, List< Double > losses )
	{
		/**
		 * @throws IllegalArgumentException
		 *             if there is no loss
		 */
		public Stage
		{
			losses = List.copyOf( losses );
			if ( losses.isEmpty() )
				throw new IllegalArgumentException( "A stage of a refinement has at least the loss at its start; " + name + " has none." );
		}

		/**
		 * @return number of iterations
		 */
		public int iterations()
		{
			return losses.size() - 1;
		}

		/**
		 * @return the loss at the start
		 */
		public double first()
		{
			return losses.get( 0 );
		}

		/**
		 * @return the loss at the end
		 */
		public double last()
		{
			return losses.get( losses.size() - 1 );
		}
	}

	/**
	 * Copies the list.
	 */
	public LossPath
	{
		stages = List.copyOf( stages );
	}
}
