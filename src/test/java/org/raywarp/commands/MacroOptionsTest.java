/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;

class MacroOptionsTest
{
	private final CommandInfo drr = new CommandInfo( SimulateDrrCommand.class );

	@Test
	void readsValuesWithAndWithoutSpaces()
	{
		assertEquals( Map.of( "volume", "my ct [1].nii.gz", "geometry", "/a b/g.json", "photons", "1e4", "scatter", "true" ),
				MacroOptions.parse( drr, "volume=[my ct [1].nii.gz] geometry='/a b/g.json' photons=1e4 scatter " ) );
	}

	@Test
	void switchesTakeValuesToo()
	{
		assertEquals( Map.of( "scatter", "false", "labels", "" ), MacroOptions.parse( drr, "scatter=false labels=[]" ) );
	}

	@Test
	void emptyOptionsAreNoOptions()
	{
		assertEquals( Map.of(), MacroOptions.parse( drr, "  " ) );
	}

	@Test
	void refusesUnknownKeysAndUnclosedBrackets()
	{
		assertTrue( assertThrows( IllegalArgumentException.class, () -> MacroOptions.parse( drr, "Volume=ct" ) ).getMessage()
				.startsWith( "There is no parameter Volume; there are volume, labels, geometry," ) );
		assertThrows( IllegalArgumentException.class, () -> MacroOptions.parse( drr, "volume=[my ct geometry=g.json" ) );
		assertThrows( IllegalArgumentException.class, () -> MacroOptions.parse( drr, "volume=ct ???" ) );
	}
}
