/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongToIntFunction;

import org.raywarp.network.TrainingCase;

/**
 * Prepares the case of the next step while the present one is computed.
 */
final class CasesAhead implements AutoCloseable
{
	private final CaseSource source;

	private final LongToIntFunction index;

	private final long steps;

	private final ExecutorService thread = Executors.newSingleThreadExecutor( task -> {
		final Thread daemon = new Thread( task, "training cases" );
		daemon.setDaemon( true );
		return daemon;
	} );

	private Future< TrainingCase > next;

	private long nextStep = -1;

	/**
	 * @param index
	 *            which case the step after so many steps takes
	 * @param steps
	 *            total number of steps
	 */
	CasesAhead( final CaseSource source, final LongToIntFunction index, final long steps )
	{
		this.source = source;
		this.index = index;
		this.steps = steps;
	}

	/** @return the case of the step after so many steps */
	TrainingCase take( final long step ) throws IOException
	{
		final Future< TrainingCase > present = nextStep == step ? next : submit( step );
		final TrainingCase taken = await( present );
		if ( step + 1 < steps )
		{
			next = submit( step + 1 );
			nextStep = step + 1;
		}
		return taken;
	}

	private Future< TrainingCase > submit( final long step )
	{
		final int which = index.applyAsInt( step );
		final Callable< TrainingCase > task = () -> source.get( which );
		return thread.submit( task );
	}

	private static TrainingCase await( final Future< TrainingCase > future ) throws IOException
	{
		try
		{
			return future.get();
		}
		catch ( final InterruptedException e )
		{
			Thread.currentThread().interrupt();
			throw new CancellationException( "The training was interrupted." );
		}
		catch ( final ExecutionException e )
		{
			if ( e.getCause() instanceof IOException io )
				throw io;
			if ( e.getCause() instanceof UncheckedIOException io )
				throw io.getCause();
			if ( e.getCause() instanceof RuntimeException runtime )
				throw runtime;
			throw new IllegalStateException( e.getCause() );
		}
	}

	@Override
	public void close()
	{
		thread.shutdownNow();
	}
}
