/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

/**
 * Shows the tables of RayWarp's commands in Fiji, whose display of outputs knows no tables of ImageJ and leaves them out with
 * a warning. A macro reads them as results, as in plain ImageJ.
 */
@Plugin( type = PostprocessorPlugin.class )
public final class TablePostprocessor extends AbstractPostprocessorPlugin
{
	/**
	 * @param module
	 *            that has run
	 */
	@Override
	public void process( final Module module )
	{
		if ( module.getDelegateObject() instanceof RayWarpCommand )
			for ( final ModuleItem< ? > output : module.getInfo().outputs() )
				if ( output.getValue( module ) instanceof final ResultsTable table )
				{
					show( table );
					module.resolveOutput( output.getName() );
				}
	}

	/**
	 * @param table
	 *            becomes ImageJ's table of results, in its window where there is a screen
	 */
	static void show( final ResultsTable table )
	{
		Analyzer.setResultsTable( table );
		if ( !GraphicsEnvironment.isHeadless() )
			table.show( "Results" );
	}
}
