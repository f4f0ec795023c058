/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.raywarp.deformation.VelocityModes;
import org.raywarp.io.Folders;
import org.raywarp.io.VelocityModesFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.BiplanarModel;

/**
 * Finds models by name or folder. A model is checked before it is used: its files, their checksums, its version, its
 * operations, the names and shapes of its tensors.
 */
public final class ModelZoo
{
	/** The resource that lists the models in the jar, one name a line; each is a folder of resources beside it. */
	private static final String INDEX = "models/names.txt";

	private ModelZoo()
	{}

	/**
	 * @return names of the models that come with the software and then of those that the user imported
	 * @throws UncheckedIOException
	 *             if the user's folder cannot be read
	 */
	public static List< String > names()
	{
		try
		{
			return Stream.concat( bundled().stream(), UserModels.names().stream() ).toList();
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}

	/**
	 * @return names of the models that come with the software
	 */
	public static List< String > bundled()
	{
		try ( InputStream in = ModelZoo.class.getResourceAsStream( INDEX ) )
		{
			return in == null ? List.of() : new String( in.readAllBytes(), StandardCharsets.UTF_8 ).lines().map( String::strip )
					.filter( n -> !n.isEmpty() ).toList();
		}
		catch ( final IOException e )
		{
			throw new UncheckedIOException( e );
		}
	}

	/**
	 * Loads a model.
	 *
	 * @param nameOrFolder
	 *            one of {@link #names()}, or the path of a model folder
	 * @param device
	 *            where to compute
	 * @return the model, of the kind that its {@link Method} makes it; close it after use
	 * @throws IOException
	 *             if there is no such model, or it is incomplete, damaged, foreign or of another version
	 * @throws IllegalStateException
	 *             if TensorFlow or the device is missing
	 */
	public static BiplanarModel load( final String nameOrFolder, final Device device ) throws IOException
	{
		final Path copy = Files.createTempDirectory( "raywarp-model" );
		try
		{
			return open( source( nameOrFolder, copy ), copy, device );
		}
		catch ( final IOException | RuntimeException e )
		{
			Folders.delete( copy );
			throw e;
		}
	}

	/**
	 * Reads the weights of a model, which is checked as by {@link #load}.
	 *
	 * @param nameOrFolder
	 *            one of {@link #names()}, or the path of a model folder
	 * @return its weights
	 * @throws IOException
	 *             if there is no such model, or it is incomplete, damaged, foreign or of another version
	 */
	public static PretrainedWeights weights( final String nameOrFolder ) throws IOException
	{
		final Path copy = Files.createTempDirectory( "raywarp-model" );
		try
		{
			final Path source = source( nameOrFolder, copy );
			return PretrainedWeights.read( nameOrFolder, checkedGraph( ModelFolder.description( source ), source, copy ) );
		}
		finally
		{
			Folders.delete( copy );
		}
	}

	/**
	 * Reads the atlas of a model, for which no engine is needed.
	 *
	 * @param nameOrFolder
	 *            one of {@link #names()}, or the path of a model folder
	 * @return its atlas
	 * @throws IOException
	 *             if there is no such model, or its atlas is damaged
	 */
	public static Atlas atlas( final String nameOrFolder ) throws IOException
	{
		final Path copy = Files.createTempDirectory( "raywarp-model" );
		try
		{
			final Path source = source( nameOrFolder, copy );
			return atlas( ModelFolder.description( source ), source );
		}
		finally
		{
			Folders.delete( copy );
		}
	}

	/**
	 * Reads what is known of a model, after all checks of {@link #load} that need no engine.
	 *
	 * @param nameOrFolder
	 *            one of {@link #names()}, or the path of a model folder
	 * @return its description
	 * @throws IOException
	 *             if there is no such model, or it is incomplete, damaged, foreign, unsafe or of another version
	 */
	public static ModelDescription describe( final String nameOrFolder ) throws IOException
	{
		final Path copy = Files.createTempDirectory( "raywarp-model" );
		try
		{
			final Path source = source( nameOrFolder, copy );
			final ModelDescription description = ModelFolder.description( source );
			checkedGraph( description, source, copy );
			atlas( description, source );
			return description;
		}
		finally
		{
			Folders.delete( copy );
		}
	}

	/** The folder of a model; one that comes with the software is first copied there, with the first one's atlas where it has none of its own. */
	private static Path source( final String nameOrFolder, final Path copy ) throws IOException
	{
		if ( !bundled().contains( nameOrFolder ) )
			return UserModels.names().contains( nameOrFolder ) ? UserModels.folder().resolve( nameOrFolder ) : folder( nameOrFolder );
		final boolean ownAtlas = ModelZoo.class.getResource( resource( nameOrFolder, ModelFolder.ATLAS_CT ) ) != null;
		final String atlas = ownAtlas ? nameOrFolder : bundled().get( 0 );
		for ( final String file : ModelFolder.FILES )
		{
			final boolean ofAtlas = file.equals( ModelFolder.ATLAS_CT ) || file.equals( ModelFolder.ATLAS_LABELS );
			if ( !copied( ofAtlas ? atlas : nameOrFolder, file, copy ) )
				throw new IOException( "The bundled model " + nameOrFolder + " lacks the file " + file + "." );
		}
		copied( atlas, ModelFolder.POPULATION, copy );
		return copy;
	}

	private static String resource( final String name, final String file )
	{
		return "models/" + name + "/" + file;
	}

	private static boolean copied( final String name, final String file, final Path copy ) throws IOException
	{
		try ( InputStream in = ModelZoo.class.getResourceAsStream( resource( name, file ) ) )
		{
			return in != null && Files.copy( in, copy.resolve( file ) ) >= 0;
		}
	}

	private static Path folder( final String name ) throws IOException
	{
		try
		{
			final Path folder = Path.of( name );
			if ( !name.isBlank() && Files.isDirectory( folder ) )
				return folder;
		}
		catch ( final InvalidPathException e )
		{
			throw new IOException( "There is no model \"" + name + "\": it is no path (" + e.getReason() + "); expected one of " + names()
					+ " or a model folder.", e );
		}
		throw new IOException( "There is no model \"" + name + "\"; expected one of " + names() + " or a model folder." );
	}

	/** TensorFlow loads the private copy of what was checked, so that nobody can swap it in between. */
	private static BiplanarModel open( final Path source, final Path copy, final Device device ) throws IOException
	{
		final ModelDescription description = ModelFolder.description( source );
		// Starts TensorFlow, for which a wrong name need not wait.
		TensorFlowRuntime.require( device );
		checkedGraph( description, source, copy );
		final Atlas atlas = atlas( description, source );
		final SavedModelRunner runner = new SavedModelRunner( copy, device );
		return description.network().method() == Method.LABELS ? new TensorFlowLabelModel( description, atlas, runner, copy )
				: new TensorFlowModel( description, atlas, runner, copy );
	}

	private static Atlas atlas( final ModelDescription description, final Path source ) throws IOException
	{
		ModelFolder.requireChecksum( source.resolve( ModelFolder.ATLAS_CT ), description.checksums().atlasCt() );
		ModelFolder.requireChecksum( source.resolve( ModelFolder.ATLAS_LABELS ), description.checksums().atlasLabels() );
		final Path file = source.resolve( ModelFolder.POPULATION );
		if ( description.checksums().population().isEmpty() && Files.exists( file ) )
			throw new IOException( file + " does not belong to this model: " + ModelFolder.DESCRIPTION + " has no checksum of it." );
		Optional< VelocityModes > population = Optional.empty();
		if ( description.checksums().population().isPresent() )
		{
			if ( !Files.isRegularFile( file ) )
				throw new IOException( "The model folder " + source + " lacks the file " + ModelFolder.POPULATION + "." );
			ModelFolder.requireChecksum( file, description.checksums().population().get() );
			population = Optional.of( VelocityModesFile.read( file ) );
		}
		return new Atlas( VolumeFiles.read( source.resolve( ModelFolder.ATLAS_CT ) ),
				VolumeFiles.readLabels( source.resolve( ModelFolder.ATLAS_LABELS ) ), population );
	}

	private static Path checkedGraph( final ModelDescription description, final Path source, final Path copy ) throws IOException
	{
		ModelFolder.requireChecksum( source.resolve( ModelFolder.GRAPH ), description.checksums().graph() );
		final Path graph = copy.resolve( ModelFolder.GRAPH );
		if ( !source.equals( copy ) )
			Files.copy( source.resolve( ModelFolder.GRAPH ), graph );
		SavedModelCheck.require( graph, RegistrationGraph.inputs( description.network() ),
				RegistrationGraph.outputs( description.network() ) );
		return graph;
	}
}
