/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * RayWarp as a program of its own, as {@code scripts/raywarp} starts it: ImageJ 1 must be patched before it is loaded.
 *
 * @param status
 *            the exit status
 * @param output
 *            the lines of the standard output stream
 * @param errors
 *            the lines of the standard error stream
 */
public record Program( int status, List< String > output, List< String > errors )
{

	private static final int SECONDS = 180;

	static Program run( final Path folder, final String... args ) throws IOException, InterruptedException
	{
		return run( RayWarp.class, folder, args );
	}

	static Program run( final Class< ? > main, final Path folder, final String... args ) throws IOException, InterruptedException
	{
		final Path output = folder.resolve( "output.txt" ), errors = folder.resolve( "errors.txt" );
		final List< String > command =
				new ArrayList<>( List.of( System.getProperty( "java.home" ) + File.separator + "bin" + File.separator + "java",
						"-Xmx2g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dpython.cachedir.skip=true",
						"-Dorg.bytedeco.javacpp.maxBytes=0", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
						"-Dplugins.dir=" + plugins( folder ), "-cp",
						classPath(), main.getName() ) );
		command.addAll( Arrays.asList( args ) );
		final ProcessBuilder builder = new ProcessBuilder( command ).directory( folder.toFile() ).redirectOutput( output.toFile() )
				.redirectError( errors.toFile() );
		builder.environment().put( "TF_CPP_MIN_LOG_LEVEL", "3" );
		builder.environment().remove( "JAVA_TOOL_OPTIONS" );
		final Process process = builder.start();
		if ( !process.waitFor( SECONDS, TimeUnit.SECONDS ) )
			process.destroyForcibly().waitFor();
		return new Program( process.exitValue(), Files.readAllLines( output, StandardCharsets.UTF_8 ),
				Files.readAllLines( errors, StandardCharsets.UTF_8 ) );
	}

	/** @return what this test was started with */
	public static String classPath()
	{
		if ( Program.class.getClassLoader() instanceof URLClassLoader loader )
			return Arrays.stream( loader.getURLs() ).map( URL::getPath ).collect( Collectors.joining( File.pathSeparator ) );
		return System.getProperty( "surefire.test.class.path", System.getProperty( "java.class.path" ) );
	}

	/** A folder as ImageJ 1 wants it: plugins.config in a jar with an underscore in its name. */
	static Path plugins( final Path folder ) throws IOException
	{
		final Path plugins = Files.createDirectories( folder.resolve( "imagej/plugins" ) );
		try ( JarOutputStream jar = new JarOutputStream( Files.newOutputStream( plugins.resolve( "raywarp_test.jar" ) ) );
				var config = Program.class.getResourceAsStream( "/plugins.config" ) )
		{
			jar.putNextEntry( new JarEntry( "plugins.config" ) );
			config.transferTo( jar );
			jar.closeEntry();
		}
		return plugins.getParent();
	}
}
