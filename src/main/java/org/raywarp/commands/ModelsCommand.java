/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.network.ModelZoo;
import org.raywarp.network.UserModels;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Lists, inspects, imports and removes the models that registrations name.
 */
@Plugin( type = Command.class, headless = true, description = "Lists, inspects, imports and removes models.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Models...", weight = 89 ) } )
public final class ModelsCommand extends RayWarpCommand
{
	/** What is done. */
	public enum Action
	{
		/** Names all models. */
		LIST,
		/** Checks one model and says what is known of it. */
		INSPECT,
		/** Copies a model folder to those of the user, after all checks. */
		IMPORT,
		/** Deletes an imported model. */
		REMOVE
	}

	@Parameter( label = "Action", persist = false, description = "LIST, INSPECT, IMPORT (a folder) or REMOVE (an imported model)" )
	private Action action = Action.LIST;

	@Parameter( label = "Model (name or folder)", required = false, persist = false, description = "Empty for LIST; INSPECT takes the model that comes with RayWarp then" )
	private String model = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Models" )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		progress.report( 0, "reading models" );
		final String named = model == null ? "" : model.strip();
		report = switch ( action )
		{
		case LIST -> ModelFacts.list();
		case INSPECT -> ModelFacts.of( ModelZoo.describe( named.isEmpty() ? ModelZoo.names().get( 0 ) : named ) );
		case IMPORT ->
				"Imported the model " + UserModels.copyFrom( Optionals.path( required( named ) ) ) + " to " + UserModels.folder() + ".";
		case REMOVE -> "Removed " + UserModels.remove( required( named ) ) + ".";
		};
	}

	private String required( final String named )
	{
		if ( named.isEmpty() )
			throw new IllegalArgumentException( "The parameter model is missing; " + action + " needs one." );
		return named;
	}
}
