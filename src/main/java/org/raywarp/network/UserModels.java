/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.raywarp.io.Folders;

/**
 * The models that a user imported: one folder each in a folder of the user.
 */
public final class UserModels
{
	/** The system property that names the folder; without it models live in {@code .raywarp/models} of the user's home. */
	public static final String PROPERTY = "raywarp.models";

	/** Marks what was imported here, so that nothing else is ever deleted. */
	private static final String MARK = ".imported";

	/** A name of a file on every system, and no path. */
	private static final Pattern NAME = Pattern.compile( "[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9]" );

	private static final Pattern RESERVED = Pattern.compile( "(?i)(none|con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?" );

	/** Of one file: the graph, which is checked again, the atlas of the largest grid, or its population. */
	private static final long MAX_BYTES = 512L << 20;

	private UserModels()
	{}

	/**
	 * @return where models are imported to; need not exist
	 * @throws IOException
	 *             if the system property is no path
	 */
	public static Path folder() throws IOException
	{
		final String set = System.getProperty( PROPERTY, "" );
		try
		{
			return set.isBlank() ? Path.of( System.getProperty( "user.home" ), ".raywarp", "models" ) : Path.of( set ).toAbsolutePath();
		}
		catch ( final InvalidPathException e )
		{
			throw new IOException( "The system property " + PROPERTY + " is \"" + set + "\"; expected the path of a folder.", e );
		}
	}

	/**
	 * @return the names of the imported models, sorted
	 * @throws IOException
	 *             if the folder cannot be read
	 */
	public static List< String > names() throws IOException
	{
		final Path folder = folder();
		final List< String > names = new ArrayList<>();
		if ( Files.isDirectory( folder ) )
			try ( DirectoryStream< Path > models = Files.newDirectoryStream( folder ) )
			{
				for ( final Path model : models )
					if ( isImported( model ) )
						names.add( model.getFileName().toString() );
			}
		names.sort( null );
		return names;
	}

	private static boolean isImported( final Path model )
	{
		return isName( model.getFileName().toString() ) && Files.isDirectory( model, LinkOption.NOFOLLOW_LINKS )
				&& Files.isRegularFile( model.resolve( MARK ), LinkOption.NOFOLLOW_LINKS );
	}

	private static boolean isName( final String name )
	{
		return NAME.matcher( name ).matches() && !RESERVED.matcher( name ).matches();
	}

	/**
	 * Copies a model to the user's folder, under the name in its description, after all checks of {@link ModelZoo#describe}.
	 * What is checked is the copy, which appears whole or not at all.
	 *
	 * @param source
	 *            a model folder without links
	 * @return its name, by which {@link ModelZoo} finds it from now on
	 * @throws IOException
	 *             if it is no model, or unsafe, too large, or there is one of this name
	 */
	public static String copyFrom( final Path source ) throws IOException
	{
		if ( !Files.isDirectory( source ) )
			throw new IOException( source + " is no folder; expected a model folder." );
		final Path folder = folder();
		final String name = ModelFolder.description( source ).name();
		if ( !isName( name ) )
			throw new IOException( source.resolve( ModelFolder.DESCRIPTION ) + ": the key \"name\" is \"" + name
					+ "\"; expected 2 to 64 letters, digits, dots, underscores or hyphens that can name a folder." );
		requireUnused( name, folder );
		final Path temporary = Files.createTempDirectory( existing( folder ), ".import" );
		try
		{
			for ( final String file : ModelFolder.FILES )
				copy( source.resolve( file ), temporary.resolve( file ) );
			if ( Files.exists( source.resolve( ModelFolder.POPULATION ), LinkOption.NOFOLLOW_LINKS ) )
				copy( source.resolve( ModelFolder.POPULATION ), temporary.resolve( ModelFolder.POPULATION ) );
			if ( !ModelZoo.describe( temporary.toString() ).name().equals( name ) )
				throw new IOException( source + " changed while it was copied; expected one name in " + ModelFolder.DESCRIPTION + "." );
			Files.createFile( temporary.resolve( MARK ) );
			requireUnused( name, folder );
			Files.createDirectories( folder );
			Files.move( temporary, folder.resolve( name ), StandardCopyOption.ATOMIC_MOVE );
			return name;
		}
		catch ( final FileSystemException e )
		{
			throw e;
		}
		catch ( final IOException e )
		{
			// The user knows the folder that was given, not the copy that was checked.
			throw new IOException( String.valueOf( e.getMessage() ).replace( temporary.toString(), source.toString() ), e );
		}
		finally
		{
			Folders.delete( temporary );
		}
	}

	/** The folder, or the one that it will be made in, where a refused import leaves nothing behind: on the same file system. */
	private static Path existing( final Path folder )
	{
		final Path path = folder.toAbsolutePath();
		return Files.isDirectory( path ) || path.getParent() == null ? path : existing( path.getParent() );
	}

	/** Also where it differs in case only: some file systems do not tell these apart. */
	private static void requireUnused( final String name, final Path folder ) throws IOException
	{
		if ( ModelZoo.bundled().stream().anyMatch( name::equalsIgnoreCase ) )
			throw new IOException( "A model named " + name + " comes with the software; expected another \"name\" in "
					+ ModelFolder.DESCRIPTION + "." );
		if ( Files.exists( folder.resolve( name ), LinkOption.NOFOLLOW_LINKS ) || names().stream().anyMatch( name::equalsIgnoreCase ) )
			throw new IOException( "There is a model named " + name + " in " + folder + " already; remove it first." );
	}

	private static void copy( final Path from, final Path to ) throws IOException
	{
		if ( !Files.isRegularFile( from, LinkOption.NOFOLLOW_LINKS ) )
			throw new IOException( from + " is a link or no file; expected a file of the model itself." );
		try ( InputStream in = Files.newInputStream( from, LinkOption.NOFOLLOW_LINKS ); OutputStream out = Files.newOutputStream( to ) )
		{
			final byte[] buffer = new byte[ 1 << 16 ];
			long bytes = 0;
			for ( int n = in.read( buffer ); n >= 0; n = in.read( buffer ) )
			{
				bytes += n;
				if ( bytes > MAX_BYTES )
					throw new IOException( from + " has more than " + MAX_BYTES + " bytes; expected at most as many." );
				out.write( buffer, 0, n );
			}
		}
	}

	/**
	 * Deletes an imported model.
	 *
	 * @param name
	 *            one of {@link #names()}, never a path
	 * @return the folder that was deleted
	 * @throws IOException
	 *             if no such model was imported, or it cannot be deleted
	 */
	public static Path remove( final String name ) throws IOException
	{
		if ( !names().contains( name ) )
			throw new IOException( "\"" + name + "\" is no imported model and not removed; expected one of " + names() + "." );
		final Path model = folder().resolve( name );
		final Path gone = Files.createTempDirectory( folder(), ".remove" );
		// Away in one step: nobody finds half a model.
		Files.move( model, gone.resolve( name ), StandardCopyOption.ATOMIC_MOVE );
		Folders.delete( gone );
		return model;
	}
}
