/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Dialog;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.raywarp.viewer.Hands;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;

/**
 * The dialogs of plain ImageJ, as its menu opens them.
 */
final class ImageJDialogs
{
	private final Context context = new Context();

	final Hands hands;

	ImageJDialogs() throws AWTException
	{
		hands = new Hands();
	}

	/** Chooses a command in the menu and fills its dialog; texts by parameter, titles for images. */
	GenericDialog open( final Class< ? extends Command > command, final Map< String, String > inputs )
	{
		final CommandInfo info = context.service( CommandService.class ).getCommand( command );
		IJ.doCommand( info.getMenuPath().getLeaf().getName() );
		final GenericDialog dialog = ( GenericDialog ) shown( "the dialog of " + info.getTitle(), w -> w instanceof GenericDialog );
		Hands.inEventThread( () -> {
			fill( dialog, info, inputs );
			return null;
		} );
		return dialog;
	}

	/** In the order in which {@link CommandDialog} adds them. */
	private static void fill( final GenericDialog dialog, final CommandInfo info, final Map< String, String > inputs )
	{
		final Iterator< ? > choices = iterator( dialog.getChoices() ), texts = iterator( dialog.getStringFields() ),
				checkboxes = iterator( dialog.getCheckboxes() );
		for ( final ModuleItem< ? > item : ParameterValue.asked( info ) )
		{
			final String text = inputs.get( item.getName() );
			if ( item.getType() == ImagePlus.class || item.getType().isEnum() )
				select( ( Choice ) choices.next(), text );
			else if ( item.getType() == boolean.class )
				check( ( Checkbox ) checkboxes.next(), text );
			else
				write( ( TextField ) texts.next(), text );
		}
	}

	private static Iterator< ? > iterator( final Iterable< ? > all )
	{
		return all == null ? Set.of().iterator() : all.iterator();
	}

	private static void select( final Choice choice, final String text )
	{
		if ( text != null )
			choice.select( text );
	}

	private static void check( final Checkbox checkbox, final String text )
	{
		if ( text != null )
			checkbox.setState( Boolean.parseBoolean( text ) );
	}

	private static void write( final TextField field, final String text )
	{
		if ( text != null )
			field.setText( text );
	}

	/** Waits for a window. */
	Window shown( final String what, final Predicate< Window > is )
	{
		hands.await( what, () -> windows().stream().anyMatch( is ) );
		return windows().stream().filter( is ).findFirst().orElseThrow();
	}

	/** @return all windows that are to be seen */
	static Set< Window > windows()
	{
		return Arrays.stream( Window.getWindows() ).filter( Window::isShowing ).collect( Collectors.toSet() );
	}

	/** Does what a click on a button of a dialog does, and waits until the dialog is gone. */
	void press( final Dialog dialog, final String label )
	{
		final Button button = Hands.find( dialog, Button.class, b -> label.equals( b.getLabel().strip() ) );
		button.dispatchEvent( new ActionEvent( button, ActionEvent.ACTION_PERFORMED, button.getActionCommand() ) );
		hands.await( "end of the dialog " + dialog.getTitle(), () -> !dialog.isShowing() );
	}
}
