/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultLogTest
{
	private static final List< String > SETTINGS = List.of( "cases: é", "system: a" ), COLUMNS = List.of( "case", "dice" );

	@TempDir
	Path folder;

	@Test
	void goesOnBehindTheLastWholeLine() throws IOException
	{
		final Path file = folder.resolve( "log.csv" );
		try ( ResultLog log = ResultLog.open( file, SETTINGS, COLUMNS ) )
		{
			log.append( List.of( "0", "0.9" ) );
			log.append( List.of( "1", "no, none\nat all" ) );
		}
		Files.writeString( file, "2,0.", StandardOpenOption.APPEND );
		try ( ResultLog log = ResultLog.open( file, SETTINGS, COLUMNS ) )
		{
			assertEquals( List.of( List.of( "0", "0.9" ), List.of( "1", "no; none;at all" ) ), log.rows() );
			log.append( List.of( "2", "0.8" ) );
		}
		assertEquals( "# cases: é\n# system: a\ncase,dice\n0,0.9\n1,no; none;at all\n2,0.8\n", Files.readString( file ) );
	}

	@Test
	void refusesOtherSettings() throws IOException
	{
		final Path file = folder.resolve( "log.csv" );
		ResultLog.open( file, SETTINGS, COLUMNS ).close();
		final String message = assertThrows( IOException.class,
				() -> ResultLog.open( file, List.of( "cases: é", "system: b" ), COLUMNS ) ).getMessage();
		assertTrue( message.contains( "\"# system: a\"" ) && message.contains( "\"# system: b\"" ) && message.contains( "log.csv" ),
				message );
		assertThrows( IOException.class, () -> ResultLog.open( file, SETTINGS, List.of( "case" ) ) );
	}
}
