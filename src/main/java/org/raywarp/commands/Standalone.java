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
			register( context, "py", JythonLanguage.class );
			register( context, "ijm", MacroLanguage.class );
			final ScriptService scripts = context.service( ScriptService.class );
			if ( !scripts.getAliases().containsKey( "ImagePlus" ) )
				scripts.addAlias( "ImagePlus", ImagePlus.class );
			return context;
		}

		private static void register( final Context context, final String extension, final Class< ? extends ScriptLanguage > language )
		{
			if ( context.service( ScriptService.class ).getLanguageByExtension( extension ) == null )
				context.service( PluginService.class ).addPlugin( new PluginInfo<>( language, ScriptLanguage.class ) );
		}
	}
}
