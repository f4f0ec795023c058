/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import ij.IJ;
import ij.WindowManager;

/**
 * The program, run with one macro after the other, as {@link RayWarp} runs one: ImageJ takes seconds to start.
 */
public final class WrongMacros
{
	private WrongMacros()
	{}

	/**
	 * @param args
	 *            the folder that is watched, and files of macros; prints for each what the exit status is, which windows and
	 *            images are left, what is in the log, and what has changed in the folder
	 */
	public static void main( final String... args ) throws Exception
	{
		final Path folder = Path.of( args[ 0 ] );
		for ( final String macro : Arrays.copyOfRange( args, 1, args.length ) )
		{
			final Set< String > before = WrongFiles.tree( folder );
			System.err.println( "== " + Path.of( macro ).getFileName() );
			final int status = RayWarp.headless( "--headless", "--run", macro );
			final Set< String > changed = new TreeSet<>( WrongFiles.tree( folder ) );
			changed.removeAll( before );
			System.out.println( "status " + status + ", " + Left.text() + ", files " + changed );
		}
		System.exit( 0 );
	}

	/** Apart, so that no class of ImageJ 1 is loaded before it is patched. */
	private static final class Left
	{
		static String text()
		{
			return "images " + WindowManager.getImageCount() + ", windows " + WindowManager.getNonImageTitles().length + ", log "
					+ IJ.getLog();
		}
	}
}
