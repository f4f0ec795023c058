/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.net.URL;
import java.util.concurrent.CancellationException;

import org.raywarp.volume.Progress;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;
import org.scijava.widget.Button;

import ij.macro.Interpreter;

/**
 * What all forms share: progress, cancel, and one sentence where something is wrong.
 */
abstract class RayWarpCommand extends ContextCommand
{
	/** Name of the input that is the Help button. */
	static final String HELP = "help";

	@Parameter( required = false )
	private StatusService statusService;

	@Parameter( required = false )
	private TaskService taskService;

	@Parameter( required = false )
	private UIService uiService;

	@Parameter( required = false )
	private PlatformService platformService;

	/** In Fiji's dialogs; those of plain ImageJ have their own. */
	@Parameter( label = "Help", required = false, persist = false, callback = "openHelp", description = "Opens the section of the README on this command in the browser" )
	private Button help;

	/**
	 * Runs {@link #compute}. If an input is unusable or a file cannot be read or written, one sentence says so: as the reason
	 * of a cancellation, which SciJava shows in a dialog, where it has a screen, or else in an exception.
	 *
	 * @throws IllegalArgumentException
	 *             with that sentence, without a screen
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
			// What a macro does next is meant for a result.
			Interpreter.abort();
			cancel( e.getMessage() );
		}
		catch ( final IOException | IllegalArgumentException | IllegalStateException | OutOfMemoryError | LinkageError e )
		{
			refuse( e );
		}
	}

	/** Fiji shows the exception of a command from its menu as a stack trace in two windows. */
	private void refuse( final Throwable reason )
	{
		final String sentence = Failure.sentence( reason );
		if ( uiService == null || uiService.getVisibleUIs().stream().allMatch( ui -> ui instanceof HeadlessUI ) )
			throw new IllegalArgumentException( sentence, reason );
		Interpreter.abort();
		cancel( sentence );
	}

	@SuppressWarnings( "unused" )
	private void openHelp()
	{
		final String page = HelpPages.url( getClass() );
		try
		{
			platformService.open( new URL( page ) );
		}
		catch ( final IOException e )
		{
			uiService.showDialog( "No browser could be opened; help is at " + page );
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
