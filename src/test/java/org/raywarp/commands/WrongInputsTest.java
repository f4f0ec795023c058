/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.UserModels;

/**
 * Wrong inputs as Fiji runs commands: one sentence in a dialog, nothing on the console, nothing left.
 */
class WrongInputsTest
{
	private static final int SECONDS = 120;

	@TempDir
	static Path folder;

	private static FijiLike fiji;

	@BeforeAll
	static void prepare() throws Exception
	{
		System.setProperty( UserModels.PROPERTY, folder.resolve( "models" ).toString() );
		try ( Forms forms = new Forms() )
		{
			WrongFiles.write( folder, forms );
		}
		// Where imported models are kept, which may be there before.
		Files.createDirectory( folder.resolve( "models" ) );
		fiji = new FijiLike();
	}

	@AfterAll
	static void dispose()
	{
		System.clearProperty( UserModels.PROPERTY );
		fiji.close();
	}

	@TestFactory
	Stream< DynamicTest > inADialogOfFiji()
	{
		return WrongInputs.all().stream().map( w -> dynamicTest( w.toString(), () -> refuse( w.in( folder ) ) ) );
	}

	/** Through ImageJ's interpreter; without those that unpack the atlas of the bundled model each time. */
	@Test
	void inMacros( @TempDir final Path scripts ) throws Exception
	{
		final List< WrongInput > all = WrongInputs.all().stream().filter( w -> !w.needsAtlas() ).map( w -> w.in( folder ) ).toList();
		assertTrue( all.size() > 50 );
		final List< String > args = new ArrayList<>( List.of( folder.toString() ) );
		for ( int i = 0; i < all.size(); ++i )
		{
			final Path macro = scripts.resolve( i + ".ijm" );
			Files.writeString( macro, all.get( i ).macro() + "print(\"went on\");\n" );
			args.add( macro.toString() );
		}
		final Program program = Program.run( WrongMacros.class, scripts, args.toArray( new String[ 0 ] ) );
		assertEquals( 2 * all.size(), program.errors().size(), program.errors().toString() );
		for ( int i = 0; i < all.size(); ++i )
		{
			assertEquals( "== " + i + ".ijm", program.errors().get( 2 * i ) );
			final String error = program.errors().get( 2 * i + 1 );
			assertTrue( error.startsWith( "raywarp: " ), error );
			all.get( i )
					.requireSentence( error.substring( "raywarp: ".length() ).replaceFirst( " \\(near line \\d of the macro\\)$", "" ) );
			assertEquals( "status 1, images 0, windows 0, log null, files []", program.output().get( i ), all.get( i ).toString() );
		}
	}

	/** On a screen, in plain ImageJ. */
	@Test
	void inDialogsOfImageJ( @TempDir final Path scripts ) throws Exception
	{
		assumeTrue( ReviewWindowTest.hasXvfb(), "xvfb-run is not installed: the dialogs of ImageJ were not tested" );
		final Path output = scripts.resolve( "output.txt" ), errors = scripts.resolve( "errors.txt" );
		final ProcessBuilder builder = new ProcessBuilder( "xvfb-run", "-a", "-s", "-screen 0 1280x1024x24",
				System.getProperty( "java.home" ) + "/bin/java", "-Xmx1g", "-Dplugins.dir=" + Program.plugins( scripts ),
				"-Duser.home=" + scripts, "-cp", Program.classPath(), WrongDialogs.class.getName(), folder.toString() )
						.redirectOutput( output.toFile() ).redirectError( errors.toFile() );
		// Java would name them among the errors.
		builder.environment().remove( "JAVA_TOOL_OPTIONS" );
		final Process process = builder.start();
		if ( !process.waitFor( SECONDS, TimeUnit.SECONDS ) )
			process.destroyForcibly().waitFor();
		final List< String > lines = Files.readAllLines( output );
		assertEquals( List.of(), Files.readAllLines( errors ), lines.toString() );
		final List< WrongInput > all = WrongInputs.dialogs();
		assertEquals( 2 * all.size(), lines.size(), lines.toString() );
		for ( int i = 0; i < all.size(); ++i )
		{
			all.get( i ).requireSentence( lines.get( 2 * i ) );
			assertEquals( "windows [], log null, files []", lines.get( 2 * i + 1 ), all.get( i ).toString() );
		}
	}

	private static void refuse( final WrongInput wrong ) throws Exception
	{
		final Set< String > before = WrongFiles.tree( folder );
		final PrintStream out = System.out, err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final String sentence, dialog;
		try ( PrintStream stream = new PrintStream( printed, true ) )
		{
			System.setOut( stream );
			System.setErr( stream );
			sentence = fiji.refusal( wrong.command(), wrong.inputs() );
			dialog = fiji.dialog();
		}
		finally
		{
			System.setOut( out );
			System.setErr( err );
		}
		wrong.requireSentence( sentence );
		assertEquals( sentence, dialog, wrong.toString() );
		assertFalse( fiji.hasMoreDialogs(), wrong.toString() );
		assertEquals( "", printed.toString(), wrong.toString() );
		assertEquals( before, WrongFiles.tree( folder ), wrong.toString() );
	}
}
