/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptService;

import ij.ImagePlus;

/**
 * The SciJava context where there is no Fiji. Fiji brings its own context, Jython and macro language; here they are
 * added, and only where they are missing.
 */
final class Standalone
{
	private Standalone()
	{}

	/**
	 * @return the one context of this program, made at the first call
	 */
	static Context context()
	{
		return Holder.CONTEXT;
	}

	private static final class Holder
	{
		static final Context CONTEXT = create();

		private static Context create()
		{
			final Context context = new Context();
			final PluginService plugins = context.service( PluginService.class );
			// Asked of the plugins, because the script service lists its languages once, when it is first asked.
			register( plugins, "Jython", JythonLanguage.class );
			register( plugins, "IJ1Macro", MacroLanguage.class );
			final ScriptService scripts = context.service( ScriptService.class );
			if ( !scripts.getAliases().containsKey( "ImagePlus" ) )
				scripts.addAlias( "ImagePlus", ImagePlus.class );
			return context;
		}

		private static void register( final PluginService plugins, final String name, final Class< ? extends ScriptLanguage > language )
		{
			if ( plugins.getPluginsOfType( ScriptLanguage.class ).stream().anyMatch( p -> p.getClassName().contains( "." + name ) ) )
				return;
			plugins.addPlugin( new PluginInfo<>( language, ScriptLanguage.class ) );
		}
	}
}
