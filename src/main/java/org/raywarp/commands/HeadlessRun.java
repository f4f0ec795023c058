/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

import javax.script.ScriptEngine;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.parse.Items;
import org.scijava.parse.ParseService;
import org.scijava.plugin.PluginService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * Runs one command, Jython script or ImageJ macro and prints its outputs. Unlike SciJava's own runner it does not go on
 * after an unknown parameter, a value that does not convert, or an exception.
 */
final class HeadlessRun
{
	private static final String COMMAND = "command:";

	private final Context context;

	private final PrintStream out;

	HeadlessRun( final Context context, final PrintStream out )
	{
		this.context = context;
		this.out = out;
	}

	/**
	 * @param what
	 *            {@code command:} and a class name, or the path of a script
	 * @param parameters
	 *            {@code key="value",...}; may be empty
	 * @throws Exception
	 *             whatever went wrong; {@link Failure#sentence} finds the words
	 */
	void run( final String what, final String parameters ) throws Exception
	{
		final Module module = what.startsWith( COMMAND ) ? command( what.substring( COMMAND.length() ) ) : script( new File( what ) );
		if ( takesAny( module ) )
		{
			setInputs( module, parse( parameters ) );
			requireInputs( module );
		}
		else if ( !( module instanceof ScriptModule ) && !parameters.isBlank() )
			throw new IllegalArgumentException( what + " takes no parameters, not " + parameters + "." );
		preprocess( module );
		if ( module instanceof ScriptModule )
			eval( ( ScriptModule ) module, parameters );
		else
			module.run();
		for ( final ModuleItem< ? > output : module.getInfo().outputs() )
			if ( module.getOutput( output.getName() ) != null )
				out.println( Printed.line( output.getName(), module.getOutput( output.getName() ) ) );
	}

	private Module command( final String className ) throws ModuleException
	{
		final CommandInfo info = context.service( CommandService.class ).getCommand( className );
		if ( info == null )
			throw new IllegalArgumentException( "there is no command " + className + "; those of RayWarp are "
					+ context.service( CommandService.class ).getCommands().stream().map( CommandInfo::getClassName )
							.filter( c -> c.startsWith( RayWarp.class.getPackageName() ) ).sorted().collect( Collectors.joining( ", " ) ) );
		return info.createModule();
	}

	private Module script( final File file ) throws IOException, ModuleException
	{
		if ( !file.isFile() )
			throw new FileNotFoundException( "there is no script " + file );
		final ScriptService scripts = context.service( ScriptService.class );
		if ( !scripts.canHandleFile( file ) )
			throw new IllegalArgumentException( file + " is neither a Jython script (.py) nor an ImageJ macro (.ijm)" );
		return scripts.getScript( file ).createModule();
	}

	private static boolean takesAny( final Module module )
	{
		return module.getInfo().inputs().iterator().hasNext();
	}

	private Map< String, Object > parse( final String parameters )
	{
		if ( parameters.isBlank() )
			return Map.of();
		final Items items;
		try
		{
			items = context.service( ParseService.class ).parse( parameters, false );
		}
		catch ( final RuntimeException e )
		{
			throw new IllegalArgumentException( "expected parameters such as 'key=\"value\",number=5', not '" + parameters + "'", e );
		}
		if ( !items.isMap() )
			throw new IllegalArgumentException( "expected parameters such as 'key=\"value\",number=5', not '" + parameters + "'" );
		return items.asMap();
	}

	private void setInputs( final Module module, final Map< String, Object > values )
	{
		for ( final Map.Entry< String, Object > entry : values.entrySet() )
		{
			final ModuleItem< ? > item = ParameterValue.item( module.getInfo(), entry.getKey() );
			module.setInput( entry.getKey(), ParameterValue.convert( context.service( ConvertService.class ), item, entry.getValue() ) );
			module.resolveInput( entry.getKey() );
		}
	}

	private static void requireInputs( final Module module )
	{
		final String missing = ParameterValue.asked( module.getInfo() ).stream()
				.filter( i -> i.isRequired() && i.getDefaultValue() == null && module.getInput( i.getName() ) == null )
				.map( ModuleItem::getName )
				.collect( Collectors.joining( ", " ) );
		if ( !missing.isEmpty() )
			throw new IllegalArgumentException( "Required and missing: " + missing + "." );
	}

	private void preprocess( final Module module )
	{
		final ModulePreprocessor refused = new ModuleRunner( context, module,
				context.service( PluginService.class ).createInstancesOfType( PreprocessorPlugin.class ), null ).preProcess();
		if ( refused != null )
			throw new IllegalArgumentException( refused.getCancelReason() );
	}

	/** What {@link ScriptModule#run} does, except that an exception of the script is thrown rather than printed. */
	private static void eval( final ScriptModule module, final String parameters ) throws Exception
	{
		final ScriptInfo info = module.getInfo();
		final ScriptEngine engine = module.getEngine();
		engine.put( ScriptEngine.FILENAME, info.getPath() );
		engine.put( MacroEngine.ARGUMENT, parameters );
		for ( final ModuleItem< ? > input : info.inputs() )
			engine.put( input.getName(), module.getInput( input.getName() ) );
		final Object returned = engine.eval( info.getProcessedScript() );
		for ( final ModuleItem< ? > output : info.outputs() )
			module.setOutput( output.getName(), info.getLanguage()
					.decode( output.getName().equals( ScriptModule.RETURN_VALUE ) ? returned : engine.get( output.getName() ) ) );
	}
}
