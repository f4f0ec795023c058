/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.raywarp.volume.Progress;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;

/**
 * What all forms share: progress, cancel, and one sentence where something is wrong.
 */
abstract class RayWarpCommand extends ContextCommand
{
	@Parameter( required = false )
	private StatusService statusService;

	@Parameter( required = false )
	private TaskService taskService;

	/**
	 * Runs {@link #compute}.
	 *
	 * @throws IllegalArgumentException
	 *             with one sentence, if an input is unusable or a file cannot be read or written
	 */
	@Override
	public final void run()
	{
		try ( TaskProgress progress = new TaskProgress( this, "RayWarp", statusService, taskService ) )
		{
			compute( progress );
		}
		catch ( final CancellationException e )
		{
			cancel( e.getMessage() );
		}
		catch ( final IOException e )
		{
			throw new IllegalArgumentException( Failure.sentence( e ), e );
		}
	}

	/**
	 * Checks the inputs, makes the call, sets the outputs at the end.
	 *
	 * @param progress
	 *            to pass on
	 * @throws IOException
	 *             if a file cannot be read or written
	 * @throws CancellationException
	 *             from the progress
	 */
	abstract void compute( Progress progress ) throws IOException;
}
