/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import ij.macro.Interpreter;

/**
 * The options of a macro's {@code run( command, options )}: {@code key=value}, {@code key=[a value with spaces]},
 * {@code key=&variable}, and {@code key} alone for a switch that is on.
 */
final class MacroOptions
{
	private static final Pattern OPTION =
			Pattern.compile( "\\s*([A-Za-z]\\w*)(?:=(?:\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]|'([^']*)'|(\\S*)))?(?=\\s|$)" );

	private MacroOptions()
	{}

	/**
	 * @param info
	 *            the command, which has the keys
	 * @param options
	 *            of the macro
	 * @return texts by key
	 * @throws IllegalArgumentException
	 *             if a key is unknown, or the options are not of the form above
	 */
	static Map< String, String > parse( final ModuleInfo info, final String options )
	{
		final Map< String, String > texts = new LinkedHashMap<>();
		final Matcher matcher = OPTION.matcher( options );
		int end = 0;
		while ( end < options.stripTrailing().length() )
		{
			if ( !matcher.find( end ) || matcher.start() != end )
				throw new IllegalArgumentException(
						"Expected options such as key=value or key=[a value], not \"" + options.substring( end ).strip() + "\"." );
			end = matcher.end();
			final String key = matcher.group( 1 );
			texts.put( key, value( matcher, ParameterValue.item( info, key ) ) );
		}
		return texts;
	}

	private static String value( final Matcher matcher, final ModuleItem< ? > item )
	{
		if ( matcher.group( 2 ) != null )
			return matcher.group( 2 );
		if ( matcher.group( 3 ) != null )
			return matcher.group( 3 );
		final String text = matcher.group( 4 );
		if ( text == null )
			return item.getType() == boolean.class ? "true" : "";
		final Interpreter macro = text.startsWith( "&" ) ? Interpreter.getInstance() : null;
		final String variable = macro == null ? null : macro.getVariableAsString( text.substring( 1 ) );
		return variable == null ? text : variable;
	}
}
