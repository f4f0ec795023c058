/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.List;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Lets a command that a macro or a script gave inputs run in Fiji without a dialog for those that it left out: they keep
 * their defaults. Fiji would ask, also when it replays what its recorder wrote, because that leaves out images that were
 * not chosen. What is required and has no default stays open, for the active image or the dialog. The Help button alone
 * brings up no dialog.
 * <p>
 * Runs after Fiji has read the options of a macro and before it fills in the active image.
 */
@Plugin( type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH )
public final class GivenInputsPreprocessor extends AbstractPreprocessorPlugin
{
	/**
	 * @param module
	 *            about to run
	 */
	@Override
	public void process( final Module module )
	{
		if ( !( module.getDelegateObject() instanceof RayWarpCommand ) )
			return;
		final List< ModuleItem< ? > > items = ParameterValue.asked( module.getInfo() );
		if ( !items.isEmpty() && items.stream().noneMatch( item -> module.isInputResolved( item.getName() ) ) )
			return;
		module.resolveInput( RayWarpCommand.HELP );
		for ( final ModuleItem< ? > item : items )
			if ( !item.isRequired() || module.getInput( item.getName() ) != null )
				module.resolveInput( item.getName() );
	}
}
