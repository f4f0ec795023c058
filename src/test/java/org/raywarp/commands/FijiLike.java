/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.display.Display;
import org.scijava.ui.AbstractUserInterface;
import org.scijava.ui.DialogPrompt;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.DialogPrompt.OptionType;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;
import org.scijava.ui.viewer.DisplayWindow;

import ij.IJ;
import ij.ImagePlus;

/**
 * SciJava with a user interface that is visible, as in Fiji, except that its dialogs are kept, not drawn.
 */
final class FijiLike implements AutoCloseable
{
	private static final int SECONDS = 10;

	private final Context context = new Context();

	private final Dialogs dialogs = new Dialogs();

	FijiLike()
	{
		dialogs.setContext( context );
		context.service( UIService.class ).addUI( dialogs );
	}

	/**
	 * Texts of images that Fiji opens itself become images.
	 *
	 * @return why a command was canceled, whose future has to give no exception: Fiji would show its stack trace
	 */
	String refusal( final Class< ? extends Command > command, final Map< String, String > texts ) throws Exception
	{
		final CommandService commands = context.service( CommandService.class );
		final Map< String, Object > inputs = new HashMap<>( texts );
		inputs.replaceAll( ( name, text ) -> commands.getCommand( command ).getInput( name ).getType() == ImagePlus.class
				&& text.toString().endsWith( ".tif" ) ? IJ.openImage( text.toString() ) : text );
		return commands.run( command, true, inputs ).get().getCancelReason();
	}

	/** @return the text of the next dialog, which SciJava shows on another thread; null if there is none within seconds */
	String dialog() throws InterruptedException
	{
		return dialogs.messages.poll( SECONDS, TimeUnit.SECONDS );
	}

	/** @return whether more dialogs were shown */
	boolean hasMoreDialogs()
	{
		return !dialogs.messages.isEmpty();
	}

	@Override
	public void close()
	{
		context.dispose();
	}

	private static final class Dialogs extends AbstractUserInterface implements UserInterface
	{
		private final BlockingQueue< String > messages = new LinkedBlockingQueue<>();

		@Override
		public boolean isVisible()
		{
			return true;
		}

		@Override
		public DisplayWindow createDisplayWindow( final Display< ? > display )
		{
			return null;
		}

		@Override
		public DialogPrompt dialogPrompt( final String message, final String title, final MessageType messageType,
				final OptionType optionType )
		{
			messages.add( message );
			return () -> null;
		}

		@Override
		public File chooseFile( final String title, final File file, final String style )
		{
			return null;
		}

		@Override
		public void showContextMenu( final String menuRoot, final Display< ? > display, final int x, final int y )
		{}

		@Override
		public boolean requiresEDT()
		{
			return false;
		}
	}
}
