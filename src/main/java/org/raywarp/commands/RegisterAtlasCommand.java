/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.network.Device;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.ViewUncertainty;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Registers an atlas to calibrated X-ray images: the main job.
 */
@Plugin( type = Command.class, headless = true, description = "Registers a CT atlas to two calibrated X-ray images.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Register Atlas to X-rays...", weight = 7 ) } )
public final class RegisterAtlasCommand extends RayWarpCommand
{
	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false, description = "None: the atlas of the model" )
	private ImagePlus atlas;

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false, description = "Label 1 is the registered bone" )
	private ImagePlus atlas_labels;

	@Parameter( label = "Atlas population (optional)", required = false, persist = false, description = "File population.modes of Build Atlas: how bones differ from the atlas" )
	private String atlas_population = "";

	@Parameter( label = "Frontal X-ray (log attenuation)", autoFill = false, persist = false, description = "Bones bright; or a stack of both views" )
	private ImagePlus frontal;

	@Parameter( label = "Lateral X-ray (log attenuation)", required = false, autoFill = false, persist = false, description = "None where the frontal stack holds both" )
	private ImagePlus lateral;

	@Parameter( label = "Frontal mask (optional)", required = false, autoFill = false, persist = false, description = "Above 0 where the bone is seen; or a stack. None: the model finds the bone, if it has learned to" )
	private ImagePlus frontal_mask;

	@Parameter( label = "Lateral mask (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus lateral_mask;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "The calibration of the two views" )
	private File geometry;

	@Parameter( label = "Model (name, folder or none)", required = false, persist = false, description = "Empty: the model that comes with RayWarp; none: refinement alone, from one X-ray on" )
	private String model = "";

	@Parameter( label = "Refine", persist = false, description = "Improve pose and shape by comparing projections with the X-rays" )
	private boolean refine = true;

	@Parameter( label = "What refinement may change", persist = false )
	private RefinementSettings.Freedom freedom = RefinementSettings.Freedom.DEFORMATION;

	@Parameter( label = "Initial pose", required = false, persist = false, description = "rx, ry, rz (degrees), tx, ty, tz (mm), scale, from the subject to the atlas, in place of the model's; empty: none" )
	private String initial_pose = "";

	@Parameter( label = "Refine the geometry", persist = false, description = "The views may move within their uncertainties; the angles of the first view hold" )
	private boolean refine_geometry = false;

	@Parameter( label = "Uncertainty of primary angles (degrees)", min = "0", persist = false )
	private double angle_uncertainty = ViewUncertainty.STANDARD.angle();

	@Parameter( label = "Uncertainty of tilts (degrees)", min = "0", persist = false )
	private double tilt_uncertainty = ViewUncertainty.STANDARD.tilt();

	@Parameter( label = "Uncertainty of principal points (mm)", min = "0", persist = false )
	private double point_uncertainty = ViewUncertainty.STANDARD.principalPoint();

	@Parameter( label = "Uncertainty of distances (fraction)", min = "0", persist = false )
	private double distance_uncertainty = ViewUncertainty.STANDARD.magnification();

	@Parameter( label = "Device", persist = false, description = "AUTO takes a GPU where there is one" )
	private Device device = Device.AUTO;

	@Parameter( label = "Show in BigDataViewer", persist = false )
	private boolean bigdataviewer = false;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for warped_atlas.nii.gz, warped_labels.nii.gz, displacement.tif, drr.tif, report.txt; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Warped atlas (HU)" )
	private ImagePlus warped_atlas;

	@Parameter( type = ItemIO.OUTPUT, label = "Warped labels" )
	private ImagePlus warped_labels;

	@Parameter( type = ItemIO.OUTPUT, label = "Displacement (mm, subject to atlas)" )
	private ImagePlus displacement;

	@Parameter( type = ItemIO.OUTPUT, label = "DRR of the registered bone" )
	private ImagePlus drr;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( atlas, atlas_labels, frontal, lateral, frontal_mask, lateral_mask );
		final RefinementInputs refinement = RefinementInputs.of( refine, freedom, refine_geometry, initial_pose, angle_uncertainty,
				tilt_uncertainty, point_uncertainty, distance_uncertainty );
		final RegistrationRun.Outcome outcome = new RegistrationRun( AtlasInputs.atlas( atlas, atlas_labels, atlas_population ), model,
				device, refinement ).on( new RadiographInputs( frontal, lateral, frontal_mask, lateral_mask ), geometry, progress );
		warped_atlas = outcome.registration().map( r -> results.add( "warped_atlas", r.ct() ) ).orElse( null );
		warped_labels = results.add( "warped_labels", outcome.labels() );
		displacement = outcome.registration().map( r -> results.add( "displacement", r.displacement() ) ).orElse( null );
		drr = outcome.drr( results );
		report = results.add( "report.txt", outcome.report() + ( bigdataviewer ? RegistrationReport.show( outcome ) : "" ) );
		results.deliver();
	}
}
