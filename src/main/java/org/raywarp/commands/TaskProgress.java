/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.concurrent.CancellationException;

import org.raywarp.volume.Progress;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

import ij.IJ;

/**
 * Shows the progress of a command as a SciJava task and in the status bar, and stops the command when the task or the
 * command was canceled, or the escape key was pressed in ImageJ since it began.
 */
final class TaskProgress implements Progress, AutoCloseable
{
	private static final int STEPS = 1000;

	private final Cancelable command;

	private final StatusService status;

	private final Task task;

	/**
	 * @param command
	 *            asked whether it was canceled
	 * @param name
	 *            of the task
	 * @param status
	 *            the status bar, or null
	 * @param tasks
	 *            where the task is shown, or null
	 */
	TaskProgress( final Cancelable command, final String name, final StatusService status, final TaskService tasks )
	{
		this.command = command;
		this.status = status;
		IJ.resetEscape();
		task = tasks == null ? null : tasks.createTask( name );
		if ( task != null )
		{
			task.setProgressMaximum( STEPS );
			task.start();
		}
	}

	@Override
	public void report( final double fraction, final String what )
	{
		if ( command.isCanceled() || task != null && task.isCanceled() || IJ.escapePressed() )
			throw new CancellationException( "Canceled: " + what + "." );
		final int step = ( int ) Math.round( STEPS * fraction );
		if ( task != null )
		{
			task.setStatusMessage( what );
			task.setProgressValue( step );
		}
		if ( status != null )
			status.showStatus( step, STEPS, what );
	}

	@Override
	public void close()
	{
		if ( task != null )
			task.finish();
		// Clearing the text alone leaves Fiji's bar as full as it was last; a full one goes away.
		if ( status != null )
			status.showStatus( STEPS, STEPS, "" );
	}
}
