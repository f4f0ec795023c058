/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Map;

import javax.script.ScriptException;
import javax.script.SimpleBindings;

import org.scijava.script.AbstractScriptEngine;

import ij.IJ;
import ij.macro.Interpreter;

/**
 * Runs ImageJ macros. Bindings become variables of the macro; the binding {@link #ARGUMENT} is what {@code getArgument()}
 * returns.
 */
final class MacroEngine extends AbstractScriptEngine
{
	/** Key of the macro's argument. */
	static final String ARGUMENT = "raywarp.argument";

	MacroEngine()
	{
		engineScopeBindings = new SimpleBindings();
	}

	@Override
	public Object eval( final Reader reader ) throws ScriptException
	{
		try
		{
			final StringWriter text = new StringWriter();
			reader.transferTo( text );
			return eval( text.toString() );
		}
		catch ( final IOException e )
		{
			throw new ScriptException( e );
		}
	}

	@Override
	public Object eval( final String macro ) throws ScriptException
	{
		final Object argument = engineScopeBindings.get( ARGUMENT );
		final Run run = new Run( variables() + macro, argument == null ? "" : argument.toString() );
		// ImageJ ends a macro at an error only on a thread of such a name.
		final Thread thread = new Thread( run, "RayWarp Macro$" );
		thread.start();
		try
		{
			thread.join();
		}
		catch ( final InterruptedException e )
		{
			Thread.currentThread().interrupt();
			throw new ScriptException( e );
		}
		if ( run.failure != null )
			throw new ScriptException( run.failure );
		return run.result;
	}

	/** On one line, so that the line numbers of the macro stay what they are. */
	private String variables()
	{
		final StringBuilder declarations = new StringBuilder();
		for ( final Map.Entry< String, Object > entry : engineScopeBindings.entrySet() )
		{
			final Object value = entry.getValue();
			if ( !entry.getKey().matches( "[A-Za-z_][A-Za-z0-9_]*" ) || value == null )
				continue;
			declarations.append( entry.getKey() ).append( " = " );
			if ( value instanceof Number || value instanceof Boolean )
				declarations.append( value );
			else
				declarations.append( '"' ).append( value.toString().replace( "\\", "\\\\" ).replace( "\"", "\\\"" ) ).append( '"' );
			declarations.append( "; " );
		}
		return declarations.toString();
	}

	private static final class Run implements Runnable
	{
		private final String macro;

		private final String argument;

		private volatile String result;

		private volatile String failure;

		Run( final String macro, final String argument )
		{
			this.macro = macro;
			this.argument = argument;
		}

		@Override
		public void run()
		{
			// The interpreter prints its errors over several lines; what else is printed is passed on.
			final ByteArrayOutputStream printed = new ByteArrayOutputStream();
			final PrintStream standardError = System.err;
			System.setErr( new PrintStream( printed, true ) );
			final Interpreter interpreter = new Interpreter();
			try
			{
				result = interpreter.run( macro, argument );
				failure = interpreter.getErrorMessage();
			}
			catch ( final Throwable t )
			{
				failure = interpreter.getErrorMessage();
				if ( failure == null )
					failure = IJ.getErrorMessage();
				if ( failure == null )
					failure = Failure.sentence( t );
			}
			finally
			{
				System.setErr( standardError );
			}
			if ( failure == null )
				standardError.print( printed );
			else
				failure = failure + " (near line " + interpreter.getLineNumber() + " of the macro)";
		}
	}
}
