/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
	void saysWhatIsWrongWithAPath()
	{
		assertEquals( "a.json does not exist or cannot be made.",
				Failure.sentence( new UncheckedIOException( new NoSuchFileException( "a.json" ) ) ) );
		assertEquals( "a is there already and is not a folder.", Failure.sentence( new FileAlreadyExistsException( "a" ) ) );
		assertEquals( "a/b cannot be read or written (Not a directory).",
				Failure.sentence( new FileSystemException( "a/b", null, "Not a directory" ) ) );
	}

	@Test
	void namesTheExceptionWithoutAMessage()
	{
		assertTrue( Failure.sentence( new NullPointerException() ).startsWith( "java.lang.NullPointerException at org.raywarp" ) );
	}
}
