/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.raywarp.dataset.CaseFiles;
import org.raywarp.io.Folders;
import org.raywarp.io.VelocityModesFile;
import org.raywarp.io.VolumeFiles;
import org.raywarp.network.ModelDescription.Checksums;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.registration.Atlas;

/**
 * A model as a folder: the graph with its weights, its description, and its atlas.
 */
public final class ModelFolder
{
	/** The SavedModel. */
	static final String GRAPH = SavedModels.FILE;

	/** The description. */
	static final String DESCRIPTION = "model.json";

	/** The atlas's CT in HU. */
	static final String ATLAS_CT = "atlas-ct.nii.gz";

	/** The atlas's labels. */
	static final String ATLAS_LABELS = "atlas-labels.nii.gz";

	/** How the population differs from the atlas; not every model has it. */
	static final String POPULATION = "population.modes";

	/** The files that every model has. */
	static final List< String > FILES = List.of( DESCRIPTION, GRAPH, ATLAS_CT, ATLAS_LABELS );

	private ModelFolder()
	{}

	/**
	 * What to say of a model that is written.
	 *
	 * @param name
	 *            for reports
	 * @param network
	 *            the configuration the checkpoint was trained with
	 * @param views
	 *            the geometry it was trained for
	 * @param training
	 *            what it was trained on
	 * @param metrics
	 *            results on persons it was not trained on
	 */
	public record Facts( String name, NetworkConfig network, List< ViewRange > views, Training training, Map< String, Double > metrics )
	{}

	/**
	 * Writes a model.
	 *
	 * @param facts
	 *            its description without the checksums, which are computed
	 * @param checkpoint
	 *            of {@link TrainableNetwork#save}
	 * @param atlas
	 *            the atlas it was trained with
	 * @param folder
	 *            must not exist, or be an earlier model, which is replaced
	 * @throws IOException
	 *             if the checkpoint cannot be read or the folder not be written; nothing is left then
	 */
	public static void write( final Facts facts, final Path checkpoint, final Atlas atlas, final Path folder ) throws IOException
	{
		if ( Files.exists( folder ) && !Files.exists( folder.resolve( DESCRIPTION ) ) )
			throw new IOException( folder + " exists and is no model; expected a new folder." );
		final Path parent = folder.toAbsolutePath().getParent();
		Files.createDirectories( parent );
		final Path temporary = Files.createTempDirectory( parent, ".model" );
		try
		{
			RegistrationGraph.export( facts.network, Checkpoint.read( checkpoint, Long.MAX_VALUE ).values(), atlas.population(),
					temporary );
			VolumeFiles.write( CaseFiles.rounded( atlas.ct() ), temporary.resolve( ATLAS_CT ) );
			VolumeFiles.write( atlas.labels(), temporary.resolve( ATLAS_LABELS ) );
			final Path population = temporary.resolve( POPULATION );
			if ( atlas.population().isPresent() )
				VelocityModesFile.write( atlas.population().get(), population );
			final Checksums sums = new Checksums( sha256( temporary.resolve( GRAPH ) ), sha256( temporary.resolve( ATLAS_CT ) ),
					sha256( temporary.resolve( ATLAS_LABELS ) ),
					Files.exists( population ) ? Optional.of( sha256( population ) ) : Optional.empty() );
			Files.write( temporary.resolve( DESCRIPTION ),
					ModelDescriptionFile
							.write( new ModelDescription( facts.name, facts.network, facts.views, facts.training, facts.metrics, sums ) ) );
			Folders.delete( folder );
			Files.createDirectory( folder );
			for ( final String file : FILES )
				Files.move( temporary.resolve( file ), folder.resolve( file ) );
			if ( Files.exists( population ) )
				Files.move( population, folder.resolve( POPULATION ) );
		}
		finally
		{
			Folders.delete( temporary );
		}
	}

	/** Reads and checks the description of the model in a folder. */
	static ModelDescription description( final Path folder ) throws IOException
	{
		for ( final String file : FILES )
			if ( !Files.isRegularFile( folder.resolve( file ) ) )
				throw new IOException( "The model folder " + folder + " lacks the file " + file + "." );
		try ( var files = Files.list( folder ) )
		{
			final String foreign = files.map( f -> f.getFileName().toString() )
					.filter( f -> !f.startsWith( "." ) && !FILES.contains( f ) && !f.equals( POPULATION ) )
					.sorted().findFirst().orElse( null );
			if ( foreign != null )
				throw new IOException( "The model folder " + folder + " has the foreign file " + foreign + "; expected only "
						+ String.join( ", ", FILES ) + ", " + POPULATION + "." );
		}
		final Path file = folder.resolve( DESCRIPTION );
		if ( Files.size( file ) > 1 << 20 )
			throw new IOException( file + " has " + Files.size( file ) + " bytes; expected at most 1 MiB." );
		return ModelDescriptionFile.read( file.toString(), Files.readString( file, StandardCharsets.UTF_8 ) );
	}

	/** Checks that a file is the one the description speaks of. */
	static void requireChecksum( final Path file, final String expected ) throws IOException
	{
		final String actual = sha256( file );
		if ( !actual.equalsIgnoreCase( expected ) )
			throw new IOException(
					file + " does not belong to this model: its SHA-256 is " + actual + ", " + DESCRIPTION + " says " + expected + "." );
	}

	static String sha256( final Path file ) throws IOException
	{
		try ( InputStream in = Files.newInputStream( file ) )
		{
			final MessageDigest digest = MessageDigest.getInstance( "SHA-256" );
			final byte[] buffer = new byte[ 1 << 16 ];
			for ( int n = in.read( buffer ); n >= 0; n = in.read( buffer ) )
				digest.update( buffer, 0, n );
			return HexFormat.of().formatHex( digest.digest() );
		}
		catch ( final NoSuchAlgorithmException e )
		{
			throw new IllegalStateException( e );
		}
	}
}
