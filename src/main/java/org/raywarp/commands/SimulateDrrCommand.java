/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.Physics;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Simulates the radiographs that the views of a geometry file would take of a CT.
 */
@Plugin( type = Command.class, headless = true, description = "Simulates X-ray images of a CT.", menu = { @Menu( label = "Plugins" ),
		@Menu( label = "RayWarp" ), @Menu( label = "Simulate DRR...", weight = 3 ) } )
public final class SimulateDrrCommand extends RayWarpCommand
{
	@Parameter( label = "CT (HU)", autoFill = false, persist = false )
	private ImagePlus volume;

	@Parameter( label = "Labels (optional)", required = false, autoFill = false, persist = false, description = "For the mask of label 1" )
	private ImagePlus labels;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "Every view becomes one slice" )
	private File geometry;

	@Parameter( label = "Physics", persist = false, description = "Photons of one energy in water, or the spectrum of a tube in tissues" )
	private Physics physics = Physics.MONOENERGETIC;

	@Parameter( label = "Tube voltage (kV)", min = "20", max = "300", persist = false, description = "POLYENERGETIC: 40 to 150; MONOENERGETIC takes photons of half of it, in keV" )
	private double kilovoltage = 70;

	@Parameter( label = "Filtration (mm Al)", min = "0", persist = false, description = "POLYENERGETIC: inherent and added" )
	private double filtration = 2.5;

	@Parameter( label = "Photons a pixel", min = "0", persist = false, description = "Where nothing is in the way; 0: no noise" )
	private double photons = 0;

	@Parameter( label = "Electronic noise", min = "0", persist = false, description = "Standard deviation, in photons; with photons only" )
	private double electronic_noise = 0;

	@Parameter( label = "Scatter", persist = false )
	private boolean scatter = false;

	@Parameter( label = "Anti-scatter grid", persist = false, description = "Of ratio 12" )
	private boolean grid = false;

	@Parameter( label = "Focal spot (mm)", persist = false, description = "Side; 0: a point" )
	private double focal_spot = 0;

	@Parameter( label = "Scintillator blur H (mm2)", persist = false, description = "MTF = 1 / (1 + H f2); cesium iodide: 0.3; 0: none" )
	private double blur = 0;

	@Parameter( label = "Detector", persist = false, description = "AUTOMATIC: ideal for MONOENERGETIC, cesium iodide for POLYENERGETIC" )
	private DetectorModel detector = DetectorModel.AUTOMATIC;

	@Parameter( label = "Rays a pixel side", persist = false, description = "Their intensities are averaged" )
	private int oversampling = 1;

	@Parameter( label = "Raster of rays", required = false, persist = false, description = "Columns x rows, such as 422x640, averaged over the pixels' areas; empty: the pixels" )
	private String raster = "";

	@Parameter( label = "Output", persist = false )
	private DrrOutput output = DrrOutput.LOG_ATTENUATION;

	@Parameter( label = "Masked", persist = false, description = "Only the rays through label 1; all on them stays visible" )
	private boolean masked = false;

	@Parameter( label = "Project all labels", persist = false )
	private LabelProjection label_projection = LabelProjection.NONE;

	@Parameter( label = "Random seed", persist = false, description = "Of the noise" )
	private long seed = 1;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for drr.tif and mask.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "DRR" )
	private ImagePlus drr;

	@Parameter( type = ItemIO.OUTPUT, label = "Mask of label 1" )
	private ImagePlus mask;

	@Parameter( type = ItemIO.OUTPUT, label = "Projected labels" )
	private ImagePlus projected_labels;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( volume, labels );
		final DrrOptions options = new DrrOptions( physics, kilovoltage, filtration, detector ).rays( raster, oversampling )
				.noise( photons, electronic_noise, seed ).scatter( scatter, grid ).blur( focal_spot, blur );
		final CtInputs body = CtInputs.of( volume, labels, masked || label_projection != LabelProjection.NONE );
		final List< View > views = Inputs.viewsOnto( geometry, body.ct() );
		progress.report( 0, "simulating radiographs" );
		final List< Drr > drrs = DrrSimulator.simulate( body.ct(), body.labels(), Atlas.BONE, views, options.settings() );
		drr = results.add( "drr", output.of( drrs, masked ), views );
		mask = labels == null ? null : results.add( "mask", drrs.stream().map( Drr::mask ).toList(), views );
		projected_labels = label_projection.of( body.labels(), views, results );
		results.deliver();
	}
}
