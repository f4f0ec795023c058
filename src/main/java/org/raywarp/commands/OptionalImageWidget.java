/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.Component;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

import org.scijava.Priority;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

import ij.ImagePlus;

/**
 * The choice of an image in Fiji's dialogs that may be left out. Fiji's own has no such entry: it takes the first open
 * image for whatever is not chosen, the X-ray for its own mask, say.
 */
@Plugin( type = InputWidget.class, priority = Priority.HIGH )
public final class OptionalImageWidget extends ChoiceWidget
{
	@Parameter
	private ObjectService objects;

	@Override
	public boolean supports( final WidgetModel model )
	{
		return super.supports( model ) && model.getItem().getType() == ImagePlus.class && !model.getItem().isRequired();
	}

	@Override
	void fill( final WidgetModel model )
	{
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
}
