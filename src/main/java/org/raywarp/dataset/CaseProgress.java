/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

import org.raywarp.volume.Progress;

/**
 * How far many cases are: how many are made and how long the others take, by the rate of the last ones. Passes on what
 * happens within cases now and then, so that a cancel is heard soon, and stops all threads once one has failed. Safe for
 * use by several threads.
 */
final class CaseProgress implements Progress
{
	/** Number of cases whose rate counts. */
	private static final int WINDOW = 64;

	/** Least time between two reports from within cases, in ns: a tenth of a second. */
	private static final long PAUSE = 100_000_000;

	private final int total;

	private final Progress target;

	private final LongSupplier clock;

	/** Times in ns at which the start and the last cases were, in a ring. */
	private final long[] times = new long[ WINDOW + 1 ];

	private int made;

	private long reported;

	private boolean stopped;

	/**
	 * @param total
	 *            number of cases to make
	 * @param target
	 *            to pass on to
	 * @param clock
	 *            in ns
	 */
	CaseProgress( final int total, final Progress target, final LongSupplier clock )
	{
		this.total = total;
		this.target = target;
		this.clock = clock;
		times[ 0 ] = reported = clock.getAsLong();
	}

	@Override
	public synchronized void report( final double fraction, final String what )
	{
		final long now = clock.getAsLong();
		if ( !stopped && now - reported < PAUSE )
			return;
		pass( now, what );
	}

	/** To be told after every case. */
	synchronized void made( final String name )
	{
		++made;
		final long now = clock.getAsLong();
		times[ made % times.length ] = now;
		pass( now, "made " + name );
	}

	/** Lets every thread that reports end. */
	synchronized void stop()
	{
		stopped = true;
	}

	private void pass( final long now, final String what )
	{
		if ( stopped )
			throw new CancellationException( "Stopped." );
		reported = now;
		target.report( ( double ) made / total, what + ", " + made + " of " + total + " cases" + left( now ) );
	}

	private String left( final long now )
	{
		if ( made == 0 || made == total )
			return "";
		final int counted = Math.min( made, WINDOW );
		final double each = ( now - times[ ( made - counted ) % times.length ] ) / 1e9 / counted;
		return ", " + duration( Math.round( each * ( total - made ) ) ) + " left";
	}

	/** @return a duration in seconds as a person would say it */
	static String duration( final long seconds )
	{
		if ( seconds < 90 )
			return seconds + " s";
		final long minutes = Math.round( seconds / 60.0 );
		return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}
}
