/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.awt.GraphicsEnvironment;
import java.util.logging.Level;
import java.util.logging.Logger;

import ij.ImageJ;

import net.imagej.patcher.LegacyInjector;

/**
 * The program: ImageJ with RayWarp's menu, or one command, Jython script or ImageJ macro without a screen. In Fiji this
 * class is not used.
 * <p>
 * The exit status is 0 only on success. An error is one line on the standard error stream; the environment variable
 * {@code RAYWARP_DEBUG} adds the stack trace.
 */
public final class RayWarp
{
	private static final String USAGE = "usage: raywarp                                                      ImageJ with Plugins>RayWarp\n"
			+ "       raywarp --headless --run command:CLASS 'key=\"value\",...'       one command\n"
			+ "       raywarp --headless --run FILE.py|FILE.ijm 'key=\"value\",...'    a Jython script or an ImageJ macro";

	private RayWarp()
	{}

	/**
	 * @param args
	 *            nothing, or {@code --headless --run WHAT [PARAMETERS]}
	 */
	public static void main( final String... args )
	{
		if ( args.length == 0 && !GraphicsEnvironment.isHeadless() )
			Screen.open();
		else
			System.exit( headless( args ) );
	}

	/**
	 * Runs without a screen.
	 *
	 * @param args
	 *            as for {@link #main}
	 * @return the exit status
	 */
	static int headless( final String... args )
	{
		try
		{
			if ( args.length == 1 && args[ 0 ].equals( "--help" ) )
				System.out.println( USAGE );
			else if ( args.length < 3 || args.length > 4 || !args[ 0 ].equals( "--headless" ) || !args[ 1 ].equals( "--run" ) )
				throw new IllegalArgumentException( "expected --headless --run WHAT 'key=\"value\",...', not \"" + String.join( " ", args )
						+ "\" (--help says more)" );
			else
				run( args[ 2 ], args.length == 4 ? args[ 3 ] : "" );
			return 0;
		}
		catch ( final Throwable t )
		{
			System.err.println( "raywarp: " + Failure.sentence( t ) );
			if ( isDebugging() )
				t.printStackTrace();
			return 1;
		}
	}

	private static boolean isDebugging()
	{
		return System.getenv( "RAYWARP_DEBUG" ) != null;
	}

	private static void run( final String what, final String parameters ) throws Exception
	{
		System.setProperty( "java.awt.headless", "true" );
		// Says on the standard error stream when it makes its folder.
		Logger.getLogger( "java.util.prefs" ).setLevel( Level.OFF );
		// SciJava warns of every output that has no window, and prints the stack of every exception that is thrown on.
		System.setProperty( "scijava.log.level", System.getProperty( "scijava.log.level", isDebugging() ? "error" : "none" ) );
		// Before any class of ImageJ 1 is loaded, or its macros need a screen.
		LegacyInjector.preinit();
		new HeadlessRun( Standalone.context(), System.out ).run( what, parameters );
	}

	/** Apart, so that no class of ImageJ 1 is loaded before it is patched. */
	private static final class Screen
	{
		static void open()
		{
			new ImageJ();
		}
	}
}
