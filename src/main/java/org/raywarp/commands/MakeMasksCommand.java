/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Makes the masks of the bone from regions that are drawn on the X-rays, and proposes them where none is drawn.
 */
@Plugin( type = Command.class, headless = true, description = "Makes masks of the bone from drawn regions, or proposes them.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Make Masks...", weight = 6.7 ) } )
public final class MakeMasksCommand extends RayWarpCommand
{
	@Parameter( label = "Frontal X-ray (log attenuation)", autoFill = false, persist = false, description = "Bones bright; or a stack of all views" )
	private ImagePlus frontal;

	@Parameter( label = "Lateral X-ray (log attenuation)", required = false, autoFill = false, persist = false, description = "None where the frontal stack holds all" )
	private ImagePlus lateral;

	@Parameter( label = "Geometry", style = "open", persist = false, description = "The calibration of the views, in any format of Convert Geometry" )
	private File geometry;

	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false, description = "For proposals; none: the atlas that comes with RayWarp" )
	private ImagePlus atlas;

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false, description = "Label 1 is the bone" )
	private ImagePlus atlas_labels;

	@Parameter( label = "Model (name, folder or none)", required = false, persist = false, description = "One that needs no masks. Empty: the one that comes with RayWarp, for two X-rays and its own atlas; none: the atlas alone" )
	private String model = "";

	@Parameter( label = "Propose what is not drawn", persist = false, description = "From the silhouette of the registered atlas and the edges of the image" )
	private boolean propose = true;

	@Parameter( label = "Search for the pose", persist = false, description = "Try orientations up to 30 degrees away" )
	private boolean search = false;

	@Parameter( label = "Initial pose", required = false, persist = false, description = "rx, ry, rz (degrees), tx, ty, tz (mm), scale, from the subject to the atlas; empty: the atlas as it lies" )
	private String initial_pose = "";

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for frontal_mask.tif and lateral_mask.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Frontal mask" )
	private ImagePlus frontal_mask;

	@Parameter( type = ItemIO.OUTPUT, label = "Lateral mask" )
	private ImagePlus lateral_mask;

	@Parameter( type = ItemIO.OUTPUT, label = "Report" )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( frontal, lateral, atlas, atlas_labels );
		final MaskProposing proposing = new MaskProposing( atlas, atlas_labels, model, search, initial_pose );
		final MaskMaking.Outcome outcome = new MaskMaking( new RadiographInputs( frontal, lateral, null, null ),
				propose ? Optional.of( proposing ) : Optional.empty() ).on( geometry, progress );
		final List< ImagePlus > masks = outcome.images();
		frontal_mask = results.add( masks.get( 0 ) );
		lateral_mask = masks.size() == 1 ? null : results.add( masks.get( 1 ) );
		report = outcome.report();
		results.deliver();
		outcome.show();
	}
}
