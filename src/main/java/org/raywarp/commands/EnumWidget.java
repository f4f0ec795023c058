/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.BorderLayout;

import javax.swing.JComboBox;
import javax.swing.JPanel;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.ObjectWidget;
import org.scijava.widget.WidgetModel;

/**
 * The choice of a constant in Fiji's dialogs. Fiji's own holds the names of the constants and looks for the default, which is
 * no name, among them: it shows the first constant, whatever the command then runs with.
 */
@Plugin( type = InputWidget.class, priority = Priority.HIGH )
public final class EnumWidget extends AbstractInputWidget< Object, JPanel > implements ObjectWidget< JPanel >
{
	private final JPanel panel = new JPanel( new BorderLayout() );

	private final JComboBox< Object > choice = new JComboBox<>();

	/**
	 * @param model
	 *            of an input
	 * @return whether it is a constant of an enumeration for one of RayWarp's commands, and the dialog is one of Swing
	 */
	@Override
	public boolean supports( final WidgetModel model )
	{
		return super.supports( model ) && model.getItem().getType().isEnum()
				&& model.getModule().getDelegateObject() instanceof RayWarpCommand;
	}

	/**
	 * @param model
	 *            of the input
	 */
	@Override
	public void set( final WidgetModel model )
	{
		super.set( model );
		for ( final Object constant : model.getItem().getType().getEnumConstants() )
			choice.addItem( constant );
		refreshWidget();
		choice.setToolTipText( model.getItem().getDescription() );
		choice.addActionListener( e -> updateModel() );
		panel.add( choice );
	}

	/** @return the constant that is chosen */
	@Override
	public Object getValue()
	{
		return choice.getSelectedItem();
	}

	/** Shows what the command would run with. */
	@Override
	public void refreshWidget()
	{
		if ( choice.getSelectedItem() != get().getValue() )
			choice.setSelectedItem( get().getValue() );
	}

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
