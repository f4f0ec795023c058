/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.evaluation.SampleRegistration;
import org.raywarp.network.Device;
import org.raywarp.registration.BiplanarModel;
import org.raywarp.registration.RegistrationModel;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Registers the sample atlas to the sample X-rays and compares the result with the truth: what {@code scripts/demo} runs.
 * Not in the menu: the sample data come with the sources.
 */
@Plugin( type = Command.class, headless = true, visible = false, description = "Registers the sample atlas to the sample X-rays." )
public final class DemoCommand extends RayWarpCommand
{
	@Parameter( label = "Folder of the sample data", style = "directory", persist = false )
	private File sample_data;

	@Parameter( label = "Folder of the results", style = "directory", persist = false )
	private File output;

	@Parameter( label = "Model (name or folder)", required = false, persist = false, description = "Empty: the model that comes with RayWarp" )
	private String model = "";

	@Parameter( label = "Refine", persist = false, description = "Improve the result by comparing projections" )
	private boolean refine = true;

	@Parameter( type = ItemIO.OUTPUT )
	private String table;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		try ( BiplanarModel loaded = AtlasInputs.model( model, Device.AUTO ) )
		{
			if ( !( loaded instanceof final RegistrationModel registers ) )
				throw new IllegalArgumentException(
						"The model " + loaded.name() + " regresses a label map; expected one that registers an atlas." );
			table = System.lineSeparator() + SampleRegistration.run( sample_data.toPath(), registers, refine, output.toPath(), progress );
		}
	}
}
