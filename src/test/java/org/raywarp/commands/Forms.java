/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/**
 * Runs commands as the menu does, without their log.
 */
final class Forms implements AutoCloseable
{
	private final Context context = new Context();

	Forms()
	{
		context.service( LogService.class ).setLevel( LogLevel.NONE );
	}

	/** @return what a command was run with and gave; names and values of inputs by turns */
	CommandModule run( final Class< ? extends Command > command, final Object... inputs ) throws Exception
	{
		final CommandModule module = context.service( CommandService.class ).run( command, true, inputs ).get();
		assertNull( module.getCancelReason() );
		return module;
	}

	/** @return the sentence with which a command refuses its inputs */
	String refusal( final Class< ? extends Command > command, final Object... inputs )
	{
		return Failure.sentence( assertThrows( ExecutionException.class, () -> run( command, inputs ) ) );
	}

	@Override
	public void close()
	{
		context.dispose();
	}
}
