/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Shows how well a registration fits its X-rays, in a window, as images, and as a report on one page.
 */
@Plugin( type = Command.class, headless = true, description = "Shows how well a registration fits its X-rays.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Review Registration...", weight = 7.5 ) } )
public final class ReviewRegistrationCommand extends RayWarpCommand
{
	@Parameter( label = "Frontal X-ray (log attenuation)", autoFill = false, persist = false, description = "Or a stack of all views" )
	private ImagePlus frontal;

	@Parameter( label = "Lateral X-ray (log attenuation)", required = false, autoFill = false, persist = false, description = "None where the frontal stack holds all" )
	private ImagePlus lateral;

	@Parameter( label = "Frontal mask (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus frontal_mask;

	@Parameter( label = "Lateral mask (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus lateral_mask;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "The calibration of the views" )
	private File geometry;

	@Parameter( label = "Folder of the results", style = "directory", required = false, persist = false, description = "Where Register Atlas saved to; images given below count before its files" )
	private String results = "";

	@Parameter( label = "Warped labels", required = false, autoFill = false, persist = false, description = "Label 1 is the registered bone" )
	private ImagePlus warped_labels;

	@Parameter( label = "Warped atlas (HU, optional)", required = false, autoFill = false, persist = false )
	private ImagePlus warped_atlas;

	@Parameter( label = "Displacement (mm, optional)", required = false, autoFill = false, persist = false )
	private ImagePlus displacement;

	@Parameter( label = "DRR (optional)", required = false, autoFill = false, persist = false, description = "One slice a view" )
	private ImagePlus drr;

	@Parameter( label = "Report of the registration (optional)", required = false, persist = false, description = "Text that Register Atlas gave" )
	private String registration_report = "";

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false, description = "As they were before" )
	private ImagePlus atlas_labels;

	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false )
	private ImagePlus atlas;

	@Parameter( label = "True labels (optional)", required = false, autoFill = false, persist = false, description = "On the grid of the warped labels" )
	private ImagePlus reference_labels;

	@Parameter( label = "True CT (HU, optional)", required = false, autoFill = false, persist = false )
	private ImagePlus reference;

	@Parameter( label = "Show", persist = false, description = "Without a screen always the images" )
	private ReviewOutputs.Show show = ReviewOutputs.Show.WINDOW;

	@Parameter( label = "Show in BigDataViewer", persist = false, description = "Where it is not installed, as an image with a channel a volume" )
	private boolean bigdataviewer = false;

	@Parameter( label = "Save the report as", style = "save", required = false, persist = false, description = "HTML file that stands alone; empty: not saved" )
	private String save_report = "";

	@Parameter( label = "Save images to", style = "directory", required = false, persist = false, description = "Folder for the pictures, jacobian.nii.gz and table.csv; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT )
	private ImagePlus overlay, swipe, checkerboard, difference, slices, jacobian_map, jacobian, surface;

	@Parameter( type = ItemIO.OUTPUT, label = "Agreement with the truth" )
	private ResultsTable table;

	@Parameter( type = ItemIO.OUTPUT )
	private String report, report_file;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results made =
				new Results( save_to ).from( frontal, lateral, frontal_mask, lateral_mask, warped_labels, warped_atlas, displacement, drr,
						atlas_labels, atlas, reference_labels, reference );
		ReviewOutputs.reportFile( save_report );
		final ReviewInputs found = new ReviewInputs( warped_labels, warped_atlas, displacement, drr, registration_report ).from( results );
		final ReviewOutputs outputs = found.review( new RadiographInputs( frontal, lateral, frontal_mask, lateral_mask ), geometry,
				ReviewInputs.bone( "atlas", "atlas_labels", atlas_labels, "atlas", atlas ),
				ReviewInputs.bone( "subject", "reference_labels", reference_labels, "reference", reference ), progress );
		if ( show.images() || Optionals.path( save_to ) != null )
		{
			overlay = outputs.add( "X-rays", "overlay", made );
			swipe = outputs.add( "Swipe", "swipe", made );
			checkerboard = outputs.add( "Checkerboard", "checkerboard", made );
			difference = outputs.add( "Difference", "difference", made );
			slices = outputs.add( "Slices", "slices", made );
			jacobian_map = outputs.add( "Jacobian", "jacobian_map", made );
			jacobian = outputs.jacobian( made );
			surface = outputs.surface( made );
			table = outputs.table( made );
		}
		report = outputs.text() + ( bigdataviewer ? System.lineSeparator() + outputs.showVolumes() : "" );
		made.deliver();
		report_file = outputs.finish( ReviewOutputs.reportFile( save_report ), show );
	}
}
