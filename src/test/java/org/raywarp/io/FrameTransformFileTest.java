/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;

class FrameTransformFileTest
{
	private static final FrameTransform LEFT =
			new FrameTransform( Affine3D.of( -0.6, -0.8, 0, 20, -0.8, 0.6, 0, -30.123456789, 0, 0, 1, 400 ),
					new Grid( new int[] { 512, 400, 3 }, Affine3D.of( 0, -0.7, 0, 1, 0.7, 0, 0, 2, 0, 0, 3, 4 ) ) );

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsRead() throws IOException
	{
		final Path file = folder.resolve( "transform.json" );
		FrameTransformFile.write( LEFT, file );
		assertEquals( LEFT, FrameTransformFile.read( file ) );
		assertEquals( LEFT, FrameTransformFile.parse( "here", FrameTransformFile.text( LEFT ) ) );
	}

	@ParameterizedTest
	@CsvSource( delimiter = ';', value = { "raywarp-frame; raywarp-geometry; \"format\"", "\"version\":1; \"version\":2; \"version\"",
			"\"mirrored\":true; \"mirrored\":false; \"mirrored\"", "\"mirrored\":true; \"mirrored\":1; \"mirrored\"",
			"-0.6; -0.7; a rotation", "20.0; NaN; \"frameFromPatient\"", "[512,; [0,; \"patient.size\"", "[512,; [1e9,; \"patient.size\"",
			"[512,; [1.5,; \"patient.size\"", "400,3]; 400]; \"patient.size\"", "0.7; 0.0; \"patient\"",
			"\"version\":1; \"version\":1,\"more\":1; \"more\"", "\"size\"; \"length\"; patient.length", "{; [{; JSON" } )
	void anythingElseIsRefusedByItsKey( final String text, final String instead, final String key )
	{
		final String changed = FrameTransformFile.text( LEFT ).replace( text, instead );
		final String message =
				assertThrows( IOException.class, () -> FrameTransformFile.parse( "file.json", changed ), changed ).getMessage();
		assertTrue( message.startsWith( "file.json" ) && message.contains( key ), message );
	}

	@Test
	void missingAndHugeFilesAreRefused() throws IOException
	{
		final Path file = folder.resolve( "huge.json" );
		Files.write( file, new byte[ 1 << 17 ] );
		assertTrue( assertThrows( IOException.class, () -> FrameTransformFile.read( file ) ).getMessage().contains( "131072 bytes" ) );
		assertTrue( assertThrows( IOException.class, () -> FrameTransformFile.read( folder.resolve( "none" ) ) ).getMessage()
				.contains( "does not exist" ) );
	}
}
