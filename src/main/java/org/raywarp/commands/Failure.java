/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.script.ScriptException;

/**
 * What went wrong, as one line for a person.
 */
final class Failure
{
	private Failure()
	{}

	/**
	 * @param thrown
	 *            what was thrown, perhaps wrapped by those who passed it on
	 * @return the sentence of the exception that was thrown first, on one line
	 */
	static String sentence( final Throwable thrown )
	{
		Throwable t = thrown;
		while ( isWrapper( t ) && t.getCause() != null )
			t = t.getCause();
		return oneLine( t );
	}

	private static boolean isWrapper( final Throwable t )
	{
		return t instanceof ExecutionException || t instanceof CompletionException || t instanceof InvocationTargetException
				|| t instanceof UncheckedIOException || t instanceof ScriptException || isPython( t )
				|| t.getClass() == RuntimeException.class || t.getClass() == Error.class;
	}

	private static String oneLine( final Throwable t )
	{
		final String message = isPython( t ) ? lastLine( t.toString() ) : t.getMessage();
		if ( t instanceof OutOfMemoryError )
			return "There is not enough memory (" + message + "); take smaller images, or give Java more memory.";
		if ( message == null || message.isBlank() )
			return t.getClass().getName() + ( t.getStackTrace().length == 0 ? "" : " at " + t.getStackTrace()[ 0 ] );
		if ( t instanceof FileSystemException )
			return ofFile( ( FileSystemException ) t );
		final String line = message.strip().replaceAll( "\\s*\\R\\s*", " " );
		// The messages of errors say what is missing or wrong only together with their name.
		return t instanceof Error ? t.getClass().getSimpleName() + ": " + line : line;
	}

	/** Their messages are a bare path, or a path and a word of the operating system. */
	private static String ofFile( final FileSystemException e )
	{
		final String problem;
		if ( e instanceof NoSuchFileException )
			problem = "does not exist or cannot be made";
		else if ( e instanceof FileAlreadyExistsException )
			problem = "is there already and is not a folder";
		else if ( e instanceof AccessDeniedException )
			problem = "may not be read or written by this user";
		else
			problem = "cannot be read or written" + ( e.getReason() == null ? "" : " (" + e.getReason() + ")" );
		return e.getFile() + " " + problem + ".";
	}

	/** Asked by name: where no Jython is installed there is no such class. */
	private static boolean isPython( final Throwable t )
	{
		return t.getClass().getName().equals( "org.python.core.PyException" );
	}

	/** The last line of a Python traceback, with the line of the script it ends in. */
	private static String lastLine( final String traceback )
	{
		final String[] lines = traceback.strip().split( "\\R" );
		final Matcher place = Pattern.compile( ", line (\\d+)" ).matcher( traceback );
		String line = null;
		while ( place.find() )
			line = place.group( 1 );
		return lines[ lines.length - 1 ] + ( line == null ? "" : " (line " + line + " of the script)" );
	}
}
