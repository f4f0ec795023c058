/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.BorderLayout;
import java.awt.Component;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;

import org.scijava.Priority;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.ObjectWidget;
import org.scijava.widget.WidgetModel;

import ij.ImagePlus;

/**
 * The choice of an image in Fiji's dialogs that may be left out. Fiji's own has no such entry: it takes the first open
 * image for whatever is not chosen, the X-ray for its own mask, say.
 */
@Plugin( type = InputWidget.class, priority = Priority.HIGH )
public final class OptionalImageWidget extends AbstractInputWidget< Object, JPanel > implements ObjectWidget< JPanel >
{
	@Parameter
	private ObjectService objects;

	private final JPanel panel = new JPanel( new BorderLayout() );

	private final JComboBox< Object > choice = new JComboBox<>();

	/**
	 * @param model
	 *            of an input
	 * @return whether it is an optional image of one of RayWarp's commands, and the dialog is one of Swing
	 */
	@Override
	public boolean supports( final WidgetModel model )
	{
		return super.supports( model ) && model.getItem().getType() == ImagePlus.class && !model.getItem().isRequired()
				&& model.getModule().getDelegateObject() instanceof RayWarpCommand;
	}

	/**
	 * @param model
	 *            of the input; its pool holds the open images, or what becomes one
	 */
	@Override
	public void set( final WidgetModel model )
	{
		super.set( model );
		choice.addItem( CommandDialog.NONE );
		model.getObjectPool().forEach( choice::addItem );
		choice.setRenderer( new DefaultListCellRenderer()
		{
			@Override
			public Component getListCellRendererComponent( final JList< ? > list, final Object value, final int index,
					final boolean selected, final boolean focused )
			{
				return super.getListCellRendererComponent( list, value instanceof String ? value : objects.getName( value ), index,
						selected, focused );
			}
		} );
		choice.setToolTipText( model.getItem().getDescription() );
		choice.addActionListener( e -> updateModel() );
		panel.add( choice );
	}

	/** @return what is chosen, or null */
	@Override
	public Object getValue()
	{
		return choice.getSelectedIndex() > 0 ? choice.getSelectedItem() : null;
	}

	/** Nothing: only the user changes an image, and the model's own answer is never none. */
	@Override
	public void refreshWidget()
	{}

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
