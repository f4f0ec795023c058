/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * Where the Help buttons lead.
 */
class HelpPagesTest
{
	/** As GitHub makes them: in lower case, without punctuation, hyphens for spaces. */
	private static String anchor( final String heading )
	{
		return heading.strip().toLowerCase( Locale.ROOT ).replaceAll( "[^a-z0-9 _-]", "" ).replace( ' ', '-' );
	}

	@Test
	void everyCommandHasASectionOfTheReadme() throws Exception
	{
		final Set< String > anchors = Files.readAllLines( Path.of( "README.md" ) ).stream().filter( l -> l.matches( "#+ .*" ) )
				.map( l -> anchor( l.replaceFirst( "#+", "" ) ) ).collect( Collectors.toSet() );
		try ( Context context = new Context() )
		{
			final List< CommandInfo > commands = context.service( CommandService.class ).getCommands().stream()
					.filter( c -> c.getClassName().startsWith( "org.raywarp." ) && !c.getMenuPath().isEmpty() ).toList();
			assertFalse( commands.isEmpty() );
			for ( final CommandInfo command : commands )
			{
				final Class< ? > type = Class.forName( command.getClassName() );
				assertTrue( anchors.contains( HelpPages.anchor( type ) ), type + ": " + HelpPages.url( type ) );
				assertTrue( HelpPages.url( type ).endsWith( "#" + HelpPages.anchor( type ) ) );
				final String own = anchor( command.getMenuPath().getLeaf().getName() );
				assertTrue( !anchors.contains( own ) || own.equals( HelpPages.anchor( type ) ), type + " has a section " + own );
			}
		}
	}
}
