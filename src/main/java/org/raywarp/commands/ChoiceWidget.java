/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.BorderLayout;

import javax.swing.JComboBox;
import javax.swing.JPanel;

import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.ObjectWidget;
import org.scijava.widget.WidgetModel;

/**
 * A list in Fiji's dialogs from which one thing is chosen, for an input of RayWarp's commands.
 */
abstract class ChoiceWidget extends AbstractInputWidget< Object, JPanel > implements ObjectWidget< JPanel >
{
	final JComboBox< Object > choice = new JComboBox<>();

	private final JPanel panel = new JPanel( new BorderLayout() );

	/**
	 * @param model
	 *            of an input
	 * @return whether it is one of RayWarp's commands, and the dialog is one of Swing
	 */
	@Override
	public boolean supports( final WidgetModel model )
	{
		return super.supports( model ) && model.getModule().getDelegateObject() instanceof RayWarpCommand;
	}

	/**
	 * @param model
	 *            of the input
	 */
	@Override
	public void set( final WidgetModel model )
	{
		super.set( model );
		fill( model );
		choice.setToolTipText( model.getItem().getDescription() );
		choice.addActionListener( e -> updateModel() );
		panel.add( choice );
	}

	/**
	 * Adds what there is to choose from, and chooses what the input is at first.
	 *
	 * @param model
	 *            of the input
	 */
	abstract void fill( WidgetModel model );

	@Override
	public JPanel getComponent()
	{
		return panel;
	}

	@Override
	public Class< JPanel > getComponentType()
	{
		return JPanel.class;
	}
}
