/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

/**
 * The dialog of a command in ImageJ 1. Every field is labeled with the name of its parameter, followed by its unit, so
 * that recorded macros have the same keys as in Fiji.
 */
final class CommandDialog
{
	/** The choice of no image, also in recorded macros. */
	static final String NONE = "(none)";

	/** Width of a text field. */
	private static final int COLUMNS = 12;

	private CommandDialog()
	{}

	/**
	 * @param module
	 *            the command, with its defaults
	 * @return what the user entered, as texts by the names of the parameters, or null if the dialog was canceled
	 */
	static Map< String, String > ask( final CommandModule module )
	{
		final List< ModuleItem< ? > > items = ParameterValue.asked( module.getInfo() );
		// Before there is a dialog, which a macro without a screen could not make.
		if ( items.isEmpty() )
			return Map.of();
		final GenericDialog dialog = new GenericDialog( module.getInfo().getTitle() );
		dialog.addHelp( HelpPages.url( module.getCommand().getClass() ) );
		for ( final ModuleItem< ? > item : items )
			add( dialog, item, module.getInput( item.getName() ) );
		dialog.showDialog();
		if ( dialog.wasCanceled() )
			return null;
		final Map< String, String > texts = new LinkedHashMap<>();
		for ( final ModuleItem< ? > item : items )
			texts.put( item.getName(), read( dialog, item ) );
		return texts;
	}

	private static void add( final GenericDialog dialog, final ModuleItem< ? > item, final Object value )
	{
		final Class< ? > type = Types.box( item.getType() );
		final String label = label( item );
		if ( type == ImagePlus.class )
			addImage( dialog, item, label );
		else if ( type.isEnum() )
			dialog.addChoice( label, Arrays.stream( type.getEnumConstants() ).map( Object::toString ).toArray( String[]::new ),
					String.valueOf( value ) );
		else if ( type == Boolean.class )
			dialog.addCheckbox( label, ( Boolean ) value );
		else if ( "directory".equals( item.getWidgetStyle() ) )
			dialog.addDirectoryField( label, value == null ? "" : value.toString() );
		else if ( type == File.class || "open".equals( item.getWidgetStyle() ) )
			dialog.addFileField( label, value == null ? "" : value.toString() );
		else
			dialog.addStringField( label, value == null ? "" : value.toString(), COLUMNS );
	}

	private static void addImage( final GenericDialog dialog, final ModuleItem< ? > item, final String label )
	{
		final List< String > titles = new ArrayList<>( Arrays.asList( WindowManager.getImageTitles() ) );
		if ( !item.isRequired() )
			titles.add( 0, NONE );
		if ( titles.isEmpty() )
			throw new IllegalArgumentException( "No image is open; open one with Plugins>RayWarp>Open Volume... first." );
		dialog.addChoice( label, titles.toArray( new String[ 0 ] ), titles.get( 0 ) );
	}

	private static String read( final GenericDialog dialog, final ModuleItem< ? > item )
	{
		final Class< ? > type = Types.box( item.getType() );
		if ( type == Boolean.class )
			return String.valueOf( dialog.getNextBoolean() );
		if ( type != ImagePlus.class && !type.isEnum() )
			return dialog.getNextString();
		return dialog.getNextChoice();
	}

	/** The name, and what the label says in parentheses: the unit. */
	private static String label( final ModuleItem< ? > item )
	{
		final int unit = item.getLabel().indexOf( '(' );
		return unit < 0 ? item.getName() : item.getName() + " " + item.getLabel().substring( unit );
	}
}
