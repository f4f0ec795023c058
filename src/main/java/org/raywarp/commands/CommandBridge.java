/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;

/**
 * Runs the command that {@code plugins.config} names from ImageJ 1, where nobody else would: with a dialog, or from a
 * macro with the same keys as in Fiji. In Fiji the commands themselves stand in the menu, and this class is not used.
 * <p>
 * In a macro an image is given by the title of its window or by the path of its file.
 */
public final class CommandBridge implements PlugIn
{
	/**
	 * @param className
	 *            of the command
	 */
	@Override
	public void run( final String className )
	{
		final Context context = context();
		final CommandInfo info = context.service( CommandService.class ).getCommand( className );
		try
		{
			final CommandModule module = ( CommandModule ) info.createModule();
			final Map< String, String > texts =
					Macro.getOptions() == null ? CommandDialog.ask( module ) : MacroOptions.parse( info, Macro.getOptions() );
			if ( texts == null )
				return;
			setInputs( context.service( ConvertService.class ), module, texts );
			runWatched( context.service( EventService.class ), module );
			if ( module.isCanceled() )
				IJ.showStatus( module.getCancelReason() );
			else
				show( module );
		}
		catch ( final ModuleException | RuntimeException | LinkageError | OutOfMemoryError e )
		{
			IJ.error( info.getTitle(), Failure.sentence( e ) );
		}
	}

	private static Context context()
	{
		final Object fiji = IJ.runPlugIn( "org.scijava.Context", "" );
		return fiji instanceof Context ? ( Context ) fiji : Standalone.context();
	}

	private static void setInputs( final ConvertService converter, final CommandModule module, final Map< String, String > texts )
	{
		texts.forEach( ( name, text ) -> {
			final ModuleItem< ? > item = module.getInfo().getInput( name );
			if ( !text.isEmpty() && !text.equals( CommandDialog.NONE ) )
				module.setInput( name, item.getType() == ImagePlus.class ? image( converter, item, text )
						: ParameterValue.convert( converter, item, text ) );
		} );
		for ( final ModuleItem< ? > item : ParameterValue.asked( module.getInfo() ) )
			if ( item.isRequired() && module.getInput( item.getName() ) == null )
				throw new IllegalArgumentException( "The parameter " + item.getName() + " is missing." );
	}

	private static ImagePlus image( final ConvertService converter, final ModuleItem< ? > item, final String titleOrPath )
	{
		final ImagePlus open = WindowManager.getImage( titleOrPath );
		if ( open != null )
			return open;
		if ( !new File( titleOrPath ).exists() )
			throw new IllegalArgumentException(
					"The parameter " + item.getName() + " is an open image or an image file, not \"" + titleOrPath + "\"." );
		return ( ImagePlus ) ParameterValue.convert( converter, item, titleOrPath );
	}

	private static void runWatched( final EventService events, final CommandModule module )
	{
		final List< EventSubscriber< ? > > subscribers = events.subscribe( new StatusBar() );
		try
		{
			module.run();
		}
		finally
		{
			events.unsubscribe( subscribers );
			IJ.showProgress( 1.0 );
		}
	}

	/** Shows the outputs, the first one last: it is the active image then. */
	private static void show( final CommandModule module )
	{
		final List< Object > outputs = new ArrayList<>();
		for ( final ModuleItem< ? > item : module.getInfo().outputs() )
			outputs.add( module.getOutput( item.getName() ) );
		Collections.reverse( outputs );
		outputs.removeIf( Objects::isNull );
		for ( final Object output : outputs )
			if ( output instanceof ImagePlus && WindowManager.getImage( ( ( ImagePlus ) output ).getID() ) == null )
				( ( ImagePlus ) output ).show();
			else if ( output instanceof ImagePlus )
				WindowManager.setTempCurrentImage( ( ImagePlus ) output );
			else if ( output instanceof final ResultsTable table )
				TablePostprocessor.show( table );
			else
				IJ.log( output.toString() );
	}

	/** Progress in ImageJ's status bar. */
	public static final class StatusBar
	{
		/**
		 * @param event
		 *            how far the command is
		 */
		@EventHandler
		public void onEvent( final StatusEvent event )
		{
			IJ.showStatus( event.getStatusMessage() );
			if ( event.getProgressMaximum() > 0 )
				IJ.showProgress( event.getProgressValue(), event.getProgressMaximum() );
		}
	}
}
