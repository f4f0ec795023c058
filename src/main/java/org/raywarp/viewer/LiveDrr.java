/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.raywarp.geometry.View;

/**
 * Makes radiographs in a thread of its own, as they are asked for: the latest request wins. A request to be quick is answered
 * with as much detail as {@value #QUICK} ms allow and always comes to its end, so that the image follows the mouse whatever
 * the machine; one in full detail is dropped as soon as there is another. What has not changed is not made again.
 */
final class LiveDrr implements AutoCloseable
{
	/** Gets the radiographs, in the thread that makes them. */
	@FunctionalInterface
	interface Listener
	{
		/**
		 * @param view
		 *            index of the view in the request
		 * @param image
		 *            its radiograph
		 */
		void made( int view, DrrImage image );
	}

	/** Name of the thread. */
	static final String THREAD = "RayWarp virtual C-arm";

	/** Milliseconds for all views of a quick request: 30 a second leave room for drawing. */
	private static final double QUICK = 33;

	private record Request( List< View > views, boolean quick )
	{}

	/** What was made last for a view. */
	private record Made( View view, int factor )
	{}

	private final DrrLevels levels;

	private final Listener listener;

	private final Thread thread;

	private final List< Made > made = new ArrayList<>();

	/** Guarded by this, as is {@link #closed}. */
	private Request pending;

	private boolean closed;

	LiveDrr( final DrrLevels levels, final Listener listener )
	{
		this.levels = levels;
		this.listener = listener;
		thread = new Thread( this::serve, THREAD );
		thread.setDaemon( true );
		thread.start();
	}

	/**
	 * Asks for radiographs and returns at once.
	 *
	 * @param views
	 *            all of them
	 * @param quick
	 *            whether detail matters less than time
	 */
	synchronized void request( final List< View > views, final boolean quick )
	{
		pending = new Request( views, quick );
		notifyAll();
	}

	/** Ends the thread; a radiograph that is being made is dropped. */
	@Override
	public synchronized void close()
	{
		closed = true;
		notifyAll();
	}

	/** For tests: waits until the thread has ended. */
	void join( final long milliseconds ) throws InterruptedException
	{
		thread.join( milliseconds );
		if ( thread.isAlive() )
			throw new IllegalStateException( "The thread of the virtual C-arm did not end." );
	}

	private synchronized boolean isSuperseded()
	{
		return closed || pending != null;
	}

	private synchronized boolean isClosed()
	{
		return closed;
	}

	/** @return the latest request, or null at the end */
	private synchronized Request take()
	{
		try
		{
			while ( pending == null && !closed )
				wait();
		}
		catch ( final InterruptedException e )
		{
			closed = true;
		}
		final Request latest = closed ? null : pending;
		pending = null;
		return latest;
	}

	private void serve()
	{
		for ( Request request = take(); request != null; request = take() )
			for ( int i = 0; i < request.views().size(); ++i )
				if ( !isClosed() && ( request.quick() || !isSuperseded() ) )
					make( request, i );
	}

	private void make( final Request request, final int index )
	{
		while ( made.size() <= index )
			made.add( null );
		final View view = request.views().get( index );
		final int factor = request.quick() ? levels.factorWithin( view, QUICK / request.views().size() ) : DrrLevels.finest( view );
		final Made last = made.get( index );
		if ( last != null && last.view().equals( view ) && last.factor() <= factor )
			return;
		final DrrImage image = image( view, factor, request.quick() );
		if ( image == null )
			return;
		made.set( index, new Made( view, factor ) );
		listener.made( index, image );
	}

	/** Whatever goes wrong becomes a sentence where the image would be. */
	private DrrImage image( final View view, final int factor, final boolean quick )
	{
		try
		{
			return levels.project( view, factor, quick ? this::isClosed : this::isSuperseded );
		}
		catch ( final OutOfMemoryError e )
		{
			return DrrImage
					.nothing( "There is not enough memory for a radiograph of " + view.columns() + " x " + view.rows() + " pixels." );
		}
		catch ( final RuntimeException e )
		{
			return DrrImage.nothing( "The radiograph could not be made: " + Objects.requireNonNullElse( e.getMessage(), e.toString() ) );
		}
	}
}
