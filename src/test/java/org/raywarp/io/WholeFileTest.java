/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest
{
	@TempDir
	Path folder;

	@Test
	void aFinishedFileReplacesTheOldOne() throws IOException
	{
		final Path file = Files.writeString( folder.resolve( "f.txt" ), "old" );
		WholeFile.write( file, temporary -> {
			assertEquals( "old", Files.readString( file ) );
			Files.writeString( temporary, "new" );
		} );
		assertEquals( "new", Files.readString( file ) );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}

	@Test
	void anExceptionLeavesTheOldFileAlone() throws IOException
	{
		final Path file = Files.writeString( folder.resolve( "f.txt" ), "old" );
		assertThrows( CancellationException.class, () -> WholeFile.write( file, temporary -> {
			Files.writeString( temporary, "half" );
			throw new CancellationException();
		} ) );
		assertEquals( "old", Files.readString( file ) );
		assertEquals( 1, SampleVolumes.fileCount( folder ) );
	}
}
