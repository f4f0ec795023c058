/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

/**
 * The choice of a constant in Fiji's dialogs. Fiji's own holds the names of the constants and looks for the default, which is
 * no name, among them: it shows the first constant, whatever the command then runs with.
 */
@Plugin( type = InputWidget.class, priority = Priority.HIGH )
public final class EnumWidget extends ChoiceWidget
{
	@Override
	public boolean supports( final WidgetModel model )
	{
		return super.supports( model ) && model.getItem().getType().isEnum();
	}

	@Override
	void fill( final WidgetModel model )
	{
		for ( final Object constant : model.getItem().getType().getEnumConstants() )
			choice.addItem( constant );
		refreshWidget();
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
}
