/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.xray.Physics;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;

class ParameterValueTest
{
	private static final Context CONTEXT = new Context( ConvertService.class );

	private final CommandInfo drr = new CommandInfo( SimulateDrrCommand.class );

	@AfterAll
	static void dispose()
	{
		CONTEXT.dispose();
	}

	private Object convert( final String name, final Object value )
	{
		return ParameterValue.convert( CONTEXT.service( ConvertService.class ), drr.getInput( name ), value );
	}

	@Test
	void convertsToTheTypeOfTheParameter()
	{
		assertEquals( Physics.POLYENERGETIC, convert( "physics", "Polyenergetic" ) );
		assertEquals( 80.5, convert( "kilovoltage", "80.5" ) );
		assertEquals( 80.0, convert( "kilovoltage", 80 ) );
		assertEquals( 1L << 40, convert( "seed", "1099511627776" ) );
		assertEquals( true, convert( "scatter", "TRUE" ) );
		assertEquals( new File( "a b.json" ), convert( "geometry", "a b.json" ) );
	}

	@ParameterizedTest
	@CsvSource( { "physics, poly", "kilovoltage, high", "kilovoltage, 301", "photons, -1", "seed, 1.5", "seed, 1e30",
			"oversampling, 4294967297", "scatter, maybe",
			"volume, missing.nii.gz" } )
	void namesTheParameterAndTheValueItRefuses( final String name, final String value )
	{
		final String message = assertThrows( IllegalArgumentException.class, () -> convert( name, value ) ).getMessage();
		assertEquals( "The parameter " + name + " is ", message.substring( 0, 18 + name.length() ) );
		assertEquals( ", not \"" + value + "\".", message.substring( message.lastIndexOf( ", not" ) ) );
	}
}
