/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Importing and removing models.
 */
class UserModelsTest
{
	private static final String NAME = "another-femur";

	@TempDir
	Path temporary;

	private Path models;

	private Path source;

	/** The bundled model under another name. */
	@BeforeEach
	void prepare() throws IOException
	{
		assumeTrue( !ModelZoo.bundled().isEmpty(), "no model comes with this build" );
		models = temporary.resolve( "user" ).resolve( "models" );
		System.setProperty( UserModels.PROPERTY, models.toString() );
		source = Files.createDirectory( temporary.resolve( "source" ) );
		for ( final String file : ModelFolder.FILES )
			copyResource( file );
		copyResource( ModelFolder.POPULATION );
		rename( NAME );
	}

	@AfterEach
	void reset()
	{
		System.clearProperty( UserModels.PROPERTY );
	}

	private void copyResource( final String file ) throws IOException
	{
		try ( InputStream in = UserModels.class.getResourceAsStream( "models/" + ModelZoo.bundled().get( 0 ) + "/" + file ) )
		{
			Files.copy( in, source.resolve( file ) );
		}
	}

	private void rename( final String name ) throws IOException
	{
		final Path file = source.resolve( ModelFolder.DESCRIPTION );
		Files.writeString( file, Files.readString( file ).replaceFirst( "\"name\": \"[^\"]*\"", "\"name\": \"" + name + "\"" ) );
	}

	/** Nothing is left of what was refused, not even the folder of models. */
	private String refusal() throws IOException
	{
		final String sentence = assertThrows( IOException.class, () -> UserModels.copyFrom( source ) ).getMessage();
		assertFalse( sentence.contains( "\n" ) || sentence.contains( ".import" ), sentence );
		assertEquals( List.of(), UserModels.names() );
		assertFalse( Files.exists( models.getParent() ) );
		try ( Stream< Path > left = Files.list( temporary ) )
		{
			assertTrue( left.noneMatch( file -> file.getFileName().toString().startsWith( "." ) ) );
		}
		return sentence;
	}

	@Test
	void importedModelsAreFoundByNameUntilTheyAreRemoved() throws IOException
	{
		assertEquals( List.of(), UserModels.names() );
		assertEquals( NAME, UserModels.copyFrom( source ) );
		assertEquals( List.of( NAME ), UserModels.names() );
		assertEquals( Stream.concat( ModelZoo.bundled().stream(), Stream.of( NAME ) ).toList(), ModelZoo.names() );
		assertEquals( ModelZoo.describe( source.toString() ), ModelZoo.describe( NAME ) );
		assertEquals( ModelZoo.atlas( ModelZoo.bundled().get( 0 ) ).ct().grid(), ModelZoo.atlas( NAME ).ct().grid() );
		assertTrue( assertThrows( IOException.class, () -> UserModels.copyFrom( source ) ).getMessage().contains( "already" ) );
		rename( NAME.toUpperCase() );
		assertTrue( assertThrows( IOException.class, () -> UserModels.copyFrom( source ) ).getMessage().contains( "already" ) );
		assertEquals( models.resolve( NAME ), UserModels.remove( NAME ) );
		assertEquals( List.of(), UserModels.names() );
		assertTrue( Files.exists( source.resolve( ModelFolder.GRAPH ) ) );
		assertThrows( IOException.class, () -> ModelZoo.describe( NAME ) );
	}

	@ParameterizedTest
	@ValueSource( strings = { "../outside", "..", ".", ".hidden", "a/b", "a\\\\b", "none", "NUL", "con.txt", "femur-quarter",
			"Femur-Quarter",
			"x", "" } )
	void namesThatAreNoneAreRefused( final String name ) throws IOException
	{
		rename( name.replace( "\\", "\\\\" ) );
		refusal();
	}

	@Test
	void damagedModelsAreRefused() throws IOException
	{
		Files.write( source.resolve( ModelFolder.ATLAS_LABELS ), new byte[] { 1, 2, 3 } );
		assertTrue( refusal().startsWith( source.resolve( ModelFolder.ATLAS_LABELS ) + " does not belong to this model" ) );
		Files.delete( source.resolve( ModelFolder.GRAPH ) );
		assertTrue( refusal().contains( "lacks the file " + ModelFolder.GRAPH ) );
	}

	@ParameterizedTest
	@ValueSource( strings = { ModelFolder.GRAPH, ModelFolder.DESCRIPTION, ModelFolder.ATLAS_CT, ModelFolder.POPULATION } )
	void linksAreRefused( final String file ) throws IOException
	{
		final Path elsewhere = temporary.resolve( "elsewhere" );
		Files.move( source.resolve( file ), elsewhere );
		Files.createSymbolicLink( source.resolve( file ), elsewhere );
		assertTrue( refusal().startsWith( source.resolve( file ) + " is a link" ) );
	}

	@Test
	void onlyWhatWasImportedIsRemoved() throws IOException
	{
		UserModels.copyFrom( source );
		final Path own = Files.createDirectories( models.resolve( "own-work" ) );
		Files.createSymbolicLink( models.resolve( "linked" ), models.resolve( NAME ) );
		for ( final String name : new String[] { "own-work", "linked", "../models/" + NAME, models.resolve( NAME ).toString(), ".", "..",
				"",
				source.toString(), ModelZoo.bundled().get( 0 ) } )
		{
			final String sentence = assertThrows( IOException.class, () -> UserModels.remove( name ) ).getMessage();
			assertTrue( sentence.contains( "no imported model" ), sentence );
		}
		assertTrue( Files.isDirectory( own ) );
		assertEquals( List.of( NAME ), UserModels.names() );
	}
}
