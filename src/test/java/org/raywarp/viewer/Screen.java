/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;

/**
 * A screen of its own for windows under test, made by Xvfb, which nobody sees and nobody's mouse disturbs.
 */
final class Screen implements AutoCloseable
{
	private final Process server;

	private final String display;

	/** A screen of 1280 x 800 pixels. */
	Screen() throws IOException
	{
		server = new ProcessBuilder( "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp" )
				.redirectError( ProcessBuilder.Redirect.DISCARD ).start();
		final String number = new BufferedReader( new InputStreamReader( server.getInputStream() ) ).readLine();
		if ( number == null )
			throw new IOException( "Xvfb does not start." );
		display = ":" + number.strip();
	}

	/** @return whether Xvfb is installed */
	static boolean isAvailable()
	{
		return Arrays.stream( System.getenv().getOrDefault( "PATH", "" ).split( File.pathSeparator ) )
				.anyMatch( folder -> new File( folder, "Xvfb" ).canExecute() );
	}

	/** @return what DISPLAY has to be */
	String display()
	{
		return display;
	}

	@Override
	public void close()
	{
		server.destroy();
	}
}
