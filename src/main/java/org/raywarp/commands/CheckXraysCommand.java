/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.registration.Atlas;
import org.raywarp.registration.Finding;
import org.raywarp.registration.InputChecks;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Says what is wrong with X-rays, masks and geometry before they are registered.
 */
@Plugin( type = Command.class, headless = true, description = "Checks X-rays, masks and geometry before a registration.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Check X-rays...", weight = 6.8 ) } )
public final class CheckXraysCommand extends RayWarpCommand
{
	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false, description = "None: the atlas of the model" )
	private ImagePlus atlas;

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false, description = "Label 1 is the registered bone" )
	private ImagePlus atlas_labels;

	@Parameter( label = "Frontal X-ray (log attenuation)", autoFill = false, persist = false, description = "Bones bright; or a stack of both views" )
	private ImagePlus frontal;

	@Parameter( label = "Lateral X-ray (log attenuation)", required = false, autoFill = false, persist = false, description = "None where the frontal stack holds both" )
	private ImagePlus lateral;

	@Parameter( label = "Frontal mask (optional)", required = false, autoFill = false, persist = false, description = "Above 0 where the bone is seen; or a stack" )
	private ImagePlus frontal_mask;

	@Parameter( label = "Lateral mask (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus lateral_mask;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "The calibration of the two views" )
	private File geometry;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		progress.report( 0, "reading the atlas" );
		final Atlas source = AtlasInputs.atlas( AtlasInputs.atlas( atlas, atlas_labels, "" ), null );
		progress.report( 0.5, "checking" );
		final List< Finding > findings = InputChecks.of( source,
				new RadiographInputs( frontal, lateral, frontal_mask, lateral_mask ).on( Inputs.views( geometry, source.ct() ) ) );
		report = findings.isEmpty() ? "Nothing wrong was found." : RegistrationReport.lines( findings );
	}
}
