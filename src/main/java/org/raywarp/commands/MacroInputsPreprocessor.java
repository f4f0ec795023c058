/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Map;

import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.Macro;

/**
 * Gives an input what a macro in Fiji wrote for it, and not for another whose name ends in its name. ImageJ takes the first
 * {@code labels=} that no letter precedes: in {@code reference_labels=a labels=b} that is {@code a} for both.
 * <p>
 * Runs after Fiji has read the options of a macro.
 */
@Plugin( type = PreprocessorPlugin.class, priority = 1.75 * Priority.VERY_HIGH )
public final class MacroInputsPreprocessor extends AbstractPreprocessorPlugin
{
	@Parameter
	private ConvertService convertService;

	/**
	 * @param module
	 *            about to run
	 */
	@Override
	public void process( final Module module )
	{
		final String options = IJ.isMacro() ? Macro.getOptions() : null;
		if ( options != null && module.getDelegateObject() instanceof RayWarpCommand )
			correct( convertService, module, options );
	}

	/**
	 * @param converter
	 *            of what is written
	 * @param module
	 *            with the inputs that Fiji read from the options
	 * @param options
	 *            of the macro
	 */
	static void correct( final ConvertService converter, final Module module, final String options )
	{
		final Map< String, String > texts;
		try
		{
			texts = MacroOptions.parse( module.getInfo(), options );
		}
		catch ( final IllegalArgumentException e )
		{
			// Fiji passes over keys that there are not; what it read stays.
			return;
		}
		for ( final ModuleItem< ? > item : ParameterValue.asked( module.getInfo() ) )
			if ( !item.getType().equals( boolean.class ) )
				correct( converter, module, item, Macro.getValue( options, item.getName(), "" ), texts.getOrDefault( item.getName(), "" ) );
	}

	private static void correct( final ConvertService converter, final Module module, final ModuleItem< ? > item, final String taken,
			final String written )
	{
		final String name = item.getName();
		if ( taken.equals( written ) )
			return;
		module.unresolveInput( name );
		module.setInput( name, initial( module, name ) );
		if ( !written.isEmpty() && converter.supports( written, item.getType() ) )
		{
			module.setInput( name, converter.convert( written, item.getType() ) );
			module.resolveInput( name );
		}
	}

	private static Object initial( final Module module, final String name )
	{
		try
		{
			return module.getInfo().createModule().getInput( name );
		}
		catch ( final ModuleException e )
		{
			throw new IllegalStateException( e );
		}
	}
}
