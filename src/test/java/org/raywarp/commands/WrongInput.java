/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/**
 * Inputs of which one is wrong, and what the sentence that refuses them has to name.
 *
 * @param command
 *            the command
 * @param inputs
 *            texts by parameter; {@code @} stands for the folder of the files
 * @param words
 *            parts of the sentence
 */
record WrongInput( Class< ? extends Command > command, Map< String, String > inputs, List< String > words )
{

	private static final int LONGEST = 420;

	/**
	 * @param inputs
	 *            {@code name=value}, separated by {@code ;}; no value has a semicolon
	 */
	static WrongInput of( final Class< ? extends Command > command, final String inputs, final String... words )
	{
		final Map< String, String > map = new LinkedHashMap<>();
		for ( final String input : inputs.split( ";" ) )
			map.put( input.strip().split( "=", 2 )[ 0 ], input.strip().split( "=", 2 )[ 1 ] );
		return new WrongInput( command, map, List.of( words ) );
	}

	/** The same in a folder. */
	WrongInput in( final Path folder )
	{
		final Map< String, String > map = new LinkedHashMap<>();
		inputs.forEach( ( name, value ) -> map.put( name, value.replace( "@", folder + "/" ) ) );
		return new WrongInput( command, map, words );
	}

	/** A line of an ImageJ macro. */
	String macro()
	{
		final var menu = command.getAnnotation( Plugin.class ).menu();
		return "run(\"" + menu[ menu.length - 1 ].label() + "\", \""
				+ inputs.entrySet().stream().map( e -> e.getKey() + "=[" + e.getValue() + "]" ).collect( Collectors.joining( " " ) )
				+ "\");\n";
	}

	/** Whether the command looks at the atlas of the bundled model before it refuses. */
	boolean needsAtlas()
	{
		return inputs.containsKey( "atlas" );
	}

	/** One sentence, for a person, with all that it has to name. */
	void requireSentence( final String sentence )
	{
		final String all = this + " was refused with: " + sentence;
		assertTrue( sentence != null && !sentence.isBlank() && sentence.length() <= LONGEST, all );
		assertTrue( sentence.lines().count() == 1 && sentence.strip().endsWith( "." ), all );
		for ( final String trace : List.of( "Exception", "java.", "\tat ", "Error:", "null", ".partial" ) )
			assertFalse( sentence.contains( trace ), all );
		for ( final String word : words )
			assertTrue( sentence.contains( word ), all + " without " + word );
	}

	@Override
	public String toString()
	{
		return command.getSimpleName() + " " + inputs.entrySet().stream()
				.map( e -> e.getKey() + "=" + e.getValue().replaceAll( ".*/", "" ) ).collect( Collectors.joining( " " ) );
	}
}
