/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.evaluation.RegistrationSystem;
import org.raywarp.network.Device;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.BiplanarModel;

/**
 * The systems that experiments compare, from the texts of a form. Closing them closes their models.
 */
final class SystemInputs implements AutoCloseable
{
	/** The first system's name in tables. */
	private static final String OURS = "ours";

	private final Device device;

	private final List< BiplanarModel > models = new ArrayList<>();

	/**
	 * @param device
	 *            where models compute
	 */
	SystemInputs( final Device device )
	{
		this.device = device;
	}

	/**
	 * @param model
	 *            name or folder of our model; blank for the one that comes with RayWarp
	 * @param refined
	 *            whether to compare it with refinement after it, and with refinement alone
	 * @param others
	 *            names and folders of models, as {@link #named} takes them
	 * @return our model, then all that it is compared with
	 * @throws IOException
	 *             if a model is not there or not usable
	 */
	List< RegistrationSystem > compared( final String model, final boolean refined, final String others ) throws IOException
	{
		final String name = AtlasInputs.orBundled( model );
		final String version = version( name );
		final BiplanarModel ours = load( name );
		final List< RegistrationSystem > systems = new ArrayList<>();
		systems.add( new RegistrationSystem( OURS, version, Optional.of( ours ), RefinementSettings.NONE ) );
		systems.addAll( named( others, "rivals" ) );
		if ( refined )
		{
			systems.add( new RegistrationSystem( OURS + " refined", version, Optional.of( ours ), RefinementSettings.STANDARD ) );
			systems.add( new RegistrationSystem( "refinement alone", "none on the atlas of " + version, Optional.empty(),
					RefinementSettings.FROM_POSE ) );
		}
		return systems;
	}

	/**
	 * @param text
	 *            such as {@code no skips=FOLDER;single decoder=FOLDER}
	 * @param parameter
	 *            the parameter it comes from, for messages
	 * @return the systems
	 * @throws IOException
	 *             if a model is not there or not usable
	 */
	List< RegistrationSystem > named( final String text, final String parameter ) throws IOException
	{
		final List< RegistrationSystem > systems = new ArrayList<>();
		for ( final String part : text == null ? new String[ 0 ] : text.split( ";" ) )
		{
			final int equals = part.indexOf( '=' );
			if ( part.isBlank() )
				continue;
			if ( equals < 1 || part.substring( equals + 1 ).isBlank() )
				throw new IllegalArgumentException(
						"The parameter " + parameter + " has \"" + part.strip()
								+ "\"; expected names and models such as no skips=FOLDER, with ; between them." );
			final String folder = part.substring( equals + 1 ).strip();
			systems.add( new RegistrationSystem( part.substring( 0, equals ).strip().replace( ',', ' ' ), version( folder ),
					Optional.of( load( folder ) ), RefinementSettings.NONE ) );
		}
		return systems;
	}

	/**
	 * @return the atlas of our model, which is loaded
	 * @throws IllegalArgumentException
	 *             if it has none
	 * @throws IOException
	 *             if it cannot be read
	 */
	Atlas atlas() throws IOException
	{
		return AtlasInputs.atlas( null, models.get( 0 ) );
	}

	/** What tells a model from others of its name. */
	private static String version( final String nameOrFolder ) throws IOException
	{
		return ModelZoo.describe( nameOrFolder ).checksums().graph();
	}

	private BiplanarModel load( final String nameOrFolder ) throws IOException
	{
		final BiplanarModel model = ModelZoo.load( nameOrFolder, device );
		models.add( model );
		return model;
	}

	@Override
	public void close()
	{
		models.forEach( BiplanarModel::close );
	}
}
