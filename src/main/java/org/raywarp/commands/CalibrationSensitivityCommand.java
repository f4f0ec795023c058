/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.evaluation.CalibrationSensitivity;
import org.raywarp.network.Device;
import org.raywarp.registration.CalibrationError;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.ViewUncertainty;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Registers again and again with a view that is calibrated wrong, and shows what that costs on a user's own X-rays.
 */
@Plugin( type = Command.class, headless = true, description = "Shows how far a registration moves if a view is calibrated wrong.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Calibration Sensitivity...", weight = 7.4 ) } )
public final class CalibrationSensitivityCommand extends RayWarpCommand
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

	@Parameter( label = "Frontal mask (optional)", required = false, autoFill = false, persist = false, description = "Above 0 where the bone is seen; or a stack" )
	private ImagePlus frontal_mask;

	@Parameter( label = "Lateral mask (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus lateral_mask;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "The calibration of the two views" )
	private File geometry;

	@Parameter( label = "Model (name, folder or none)", required = false, persist = false, description = "Empty: the model that comes with RayWarp; none: refinement alone, from one X-ray on" )
	private String model = "";

	@Parameter( label = "Refine", persist = false, description = "Improve pose and shape by comparing projections with the X-rays" )
	private boolean refine = true;

	@Parameter( label = "Refine the geometry", persist = false, description = "Let the views move within the usual uncertainties, as a remedy" )
	private boolean refine_geometry = false;

	@Parameter( label = "What is wrong", persist = false )
	private CalibrationError error = CalibrationError.PRIMARY_ANGLE;

	@Parameter( label = "View that is wrong", min = "1", persist = false, description = "1: the frontal, 2: the lateral, or their number in the stack" )
	private int view = 2;

	@Parameter( label = "Least error (degrees, mm or percent)", persist = false )
	private double minimum = -10;

	@Parameter( label = "Greatest error", persist = false )
	private double maximum = 10;

	@Parameter( label = "Step", persist = false, description = "Every step is a registration" )
	private double step = 2.5;

	@Parameter( label = "Device", persist = false, description = "AUTO takes a GPU where there is one" )
	private Device device = Device.AUTO;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for table.csv and plot.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Calibration sensitivity" )
	private ResultsTable table;

	@Parameter( type = ItemIO.OUTPUT, label = "Calibration sensitivity" )
	private ImagePlus plot;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( atlas, atlas_labels, frontal, lateral, frontal_mask, lateral_mask );
		final double[] amounts = CalibrationSensitivity.amounts( minimum, maximum, step );
		final ViewUncertainty u = ViewUncertainty.STANDARD;
		final RefinementInputs refinement = RefinementInputs.of( refine, RefinementSettings.Freedom.DEFORMATION, refine_geometry, "",
				u.angle(), u.tilt(), u.principalPoint(), u.magnification() );
		final RegistrationRun run =
				new RegistrationRun( AtlasInputs.atlas( atlas, atlas_labels, atlas_population ), model, device, refinement );
		run.with( new RadiographInputs( frontal, lateral, frontal_mask, lateral_mask ), geometry, progress, p -> {
			final CalibrationSensitivity sensitivity = new CalibrationSensitivity( error, view - 1, p.atlas().ct().grid().center() );
			final List< CalibrationSensitivity.Point > points = sensitivity.run( p.radiographs(), amounts, p.method(), progress );
			table = results.add( "table", SensitivityOutput.table( points ) );
			plot = results.add( SensitivityOutput.plot( sensitivity, points ) );
			report = sensitivity.sentence( p.radiographs().get( view - 1 ).view().name(), points );
			return report;
		} );
		results.deliver();
	}
}
