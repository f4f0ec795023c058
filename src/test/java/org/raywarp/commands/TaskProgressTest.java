/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.raywarp.volume.Progress;
import org.scijava.app.DefaultStatusService;
import org.scijava.app.event.StatusEvent;

import ij.IJ;
import ij.macro.Interpreter;

/**
 * What a command leaves in the status bar, and how it is stopped.
 */
class TaskProgressTest
{
	/** Keeps what the status bar is told. */
	private static final class Told extends DefaultStatusService
	{
		private final List< StatusEvent > events = new ArrayList<>();

		@Override
		protected void publish( final StatusEvent event )
		{
			events.add( event );
		}
	}

	private final Told told = new Told();

	@AfterEach
	void releaseKeys()
	{
		IJ.resetEscape();
	}

	private TaskProgress progress()
	{
		return new TaskProgress( new AboutCommand(), "test", told, null );
	}

	@Test
	void barIsNotLeftHalfFull()
	{
		try ( TaskProgress progress = progress() )
		{
			progress.report( 0.5, "working" );
		}
		final StatusEvent last = told.events.get( told.events.size() - 1 );
		assertTrue( last.getProgressMaximum() > 0 );
		assertEquals( last.getProgressMaximum(), last.getProgressValue() );
		assertEquals( "", last.getStatusMessage() );
	}

	/** Of which macros run static methods. */
	public static final class Canceled extends RayWarpCommand
	{
		private static boolean goneOn;

		/** Runs a command that was canceled. */
		public static void runCanceled()
		{
			new Canceled().run();
		}

		/** Comes after it. */
		public static void goOn()
		{
			goneOn = true;
		}

		@Override
		void compute( final Progress progress )
		{
			throw new CancellationException( "Canceled: working." );
		}
	}

	@Test
	void macroDoesNotGoOnWithoutAResult()
	{
		final String name = Canceled.class.getName();
		new Interpreter().run( "call(\"" + name + ".goOn\");" );
		assertTrue( Canceled.goneOn );
		Canceled.goneOn = false;
		new Interpreter().run( "call(\"" + name + ".runCanceled\"); call(\"" + name + ".goOn\");" );
		assertFalse( Canceled.goneOn );
	}

	@Test
	void escapeKeyStopsWhatRuns()
	{
		IJ.setKeyDown( KeyEvent.VK_ESCAPE );
		try ( TaskProgress progress = progress() )
		{
			progress.report( 0, "beginning" );
			IJ.setKeyDown( KeyEvent.VK_ESCAPE );
			assertEquals( "Canceled: working.",
					assertThrows( CancellationException.class, () -> progress.report( 0.5, "working" ) ).getMessage() );
		}
	}
}
