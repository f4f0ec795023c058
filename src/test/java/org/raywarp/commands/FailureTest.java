/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

class FailureTest
{
	@Test
	void findsTheFirstSentence()
	{
		final Exception first = new IllegalArgumentException( "A grid has three sizes.", new NumberFormatException( "detail" ) );
		assertEquals( "A grid has three sizes.",
				Failure.sentence( new ExecutionException( new RuntimeException( "Module threw exception", first ) ) ) );
	}

	@Test
	void fitsOnOneLine()
	{
		assertEquals( "one two", Failure.sentence( new IllegalStateException( "one \n  two\n" ) ) );
	}

	@Test
	void saysWhatAPathIsMissingFor()
	{
		assertEquals( "NoSuchFileException: a.json", Failure.sentence( new UncheckedIOException( new NoSuchFileException( "a.json" ) ) ) );
	}

	@Test
	void namesTheExceptionWithoutAMessage()
	{
		assertTrue( Failure.sentence( new NullPointerException() ).startsWith( "java.lang.NullPointerException at org.raywarp" ) );
	}
}
