/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

/**
 * Where long computations say how far they are, and learn that nobody waits for them any more.
 */
@FunctionalInterface
public interface Progress
{
	/** Tells nobody and never cancels. */
	Progress NONE = ( fraction, what ) -> {};

	/**
	 * Called about once a step, from any thread.
	 *
	 * @param fraction
	 *            how much is done, 0 to 1
	 * @param what
	 *            what is being done, a few words
	 * @throws java.util.concurrent.CancellationException
	 *             if the computation shall stop; it passes the exception on and leaves nothing half done
	 */
	void report( double fraction, String what );
}
