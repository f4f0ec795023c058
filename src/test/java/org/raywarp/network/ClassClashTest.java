/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of a class path on which another TensorFlow comes first.
 */
class ClassClashTest
{
	@TempDir
	Path folder;

	private URLClassLoader older( final String className, final ClassLoader parent ) throws IOException
	{
		final int dot = className.lastIndexOf( '.' );
		final Path source = folder.resolve( className.substring( dot + 1 ) + ".java" );
		Files.writeString( source,
				"package " + className.substring( 0, dot ) + "; public class " + className.substring( dot + 1 ) + " {}" );
		assertEquals( 0,
				ToolProvider.getSystemJavaCompiler().run( null, null, null, "-proc:none", "-d", folder.toString(), source.toString() ) );
		return new URLClassLoader( new URL[] { folder.toUri().toURL() }, parent );
	}

	/** Asks for the fake classes first, as a class path on which they stand first does. */
	private static final class First extends ClassLoader
	{
		private final ClassLoader fake;

		First( final ClassLoader fake )
		{
			super( ClassClashTest.class.getClassLoader() );
			this.fake = fake;
		}

		@Override
		protected Class< ? > loadClass( final String name, final boolean resolve ) throws ClassNotFoundException
		{
			try
			{
				return name.startsWith( "org.tensorflow." ) ? fake.loadClass( name ) : super.loadClass( name, resolve );
			}
			catch ( final ClassNotFoundException e )
			{
				return super.loadClass( name, resolve );
			}
		}
	}

	@Test
	void theOneThatIsNeededIsNoClash()
	{
		assertEquals( Optional.empty(), ClassClash.find( ClassClash.class.getClassLoader() ) );
	}

	@Test
	void olderClassesAreNamedWithTheirPlace() throws IOException
	{
		for ( final String name : new String[] { "org.tensorflow.Graph", "org.tensorflow.TensorFlow", "org.tensorflow.SavedModelBundle" } )
			try ( URLClassLoader older = older( name, ClassLoader.getPlatformClassLoader() ) )
			{
				final String sentence = ClassClash.find( new First( older ) ).orElseThrow();
				assertTrue( sentence.startsWith( "The class " ) && sentence.endsWith( "." ) && !sentence.contains( "\n" ), sentence );
				assertTrue( sentence.contains( folder.toString() ), sentence );
			}
	}

	@Test
	void anOlderTensorFlowAloneIsNamed() throws IOException
	{
		try ( URLClassLoader alone = older( "org.tensorflow.Graph", ClassLoader.getPlatformClassLoader() ) )
		{
			assertTrue( ClassClash.find( alone ).orElseThrow().startsWith( "The class org.tensorflow.Graph comes from " + folder ) );
		}
		final String none = ClassClash.find( ClassLoader.getPlatformClassLoader() ).orElseThrow();
		assertTrue( none.startsWith( "The class org.tensorflow.Graph is on no class path;" ), none );
	}
}
