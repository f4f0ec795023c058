/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.dataset.StandardViews;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.ViewCandidates;
import org.raywarp.registration.ViewPlanning;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Says which second X-ray helps most beside a first one, among those that a C-arm can take.
 */
@Plugin( type = Command.class, headless = true, description = "Predicts which second view helps a registration most.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Plan Views...", weight = 6.5 ) } )
public final class PlanViewsCommand extends RayWarpCommand
{
	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false, description = "None: the atlas that comes with RayWarp" )
	private ImagePlus atlas;

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false, description = "Label 1 is the registered bone" )
	private ImagePlus atlas_labels;

	@Parameter( label = "Atlas population (optional)", required = false, persist = false, description = "File population.modes of Build Atlas: what shapes are expected" )
	private String atlas_population = "";

	@Parameter( label = "Geometry of the first view (JSON, optional)", style = "open", required = false, persist = false, description = "Empty: the standard C-arm, from the front" )
	private String geometry = "";

	@Parameter( label = "Name of the first view", required = false, persist = false, description = "Empty: the first of the file" )
	private String first_view = "";

	@Parameter( label = "Least primary angle (degrees, LAO positive)", persist = false )
	private double primary_minimum = -120;

	@Parameter( label = "Greatest primary angle", persist = false )
	private double primary_maximum = 120;

	@Parameter( label = "Least secondary angle (degrees, cranial positive)", persist = false )
	private double secondary_minimum = -30;

	@Parameter( label = "Greatest secondary angle", persist = false )
	private double secondary_maximum = 30;

	@Parameter( label = "Step (degrees)", persist = false )
	private double step = 10;

	@Parameter( label = "Save the best pair to", style = "save", required = false, persist = false, description = "Geometry file (.json) of the first view and the best second one; empty: not saved" )
	private String best_geometry = "";

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for table.csv and plot.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Second views" )
	private ResultsTable table;

	@Parameter( type = ItemIO.OUTPUT, label = "Second views" )
	private ImagePlus plot;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( atlas, atlas_labels ).from( Optionals.path( geometry ) );
		final Path best = Optionals.path( best_geometry );
		if ( best != null )
			Outputs.requireWritable( best );
		final ViewCandidates angles = new ViewCandidates( ViewCandidates.range( primary_minimum, primary_maximum, step ),
				ViewCandidates.range( secondary_minimum, secondary_maximum, step ) );
		progress.report( 0, "preparing the atlas" );
		final Atlas source = AtlasInputs.atlas( AtlasInputs.atlas( atlas, atlas_labels, atlas_population ), null );
		final View first = first( source );
		final double[] center = source.ct().grid().center();
		final ViewPlanning planning = new ViewPlanning( source );
		final List< ViewCandidates.Candidate > candidates =
				angles.rate( planning, first, first.name().equals( "lateral" ) ? "frontal" : "lateral", center, progress );
		table = results.add( "table", PlanOutput.table( candidates ) );
		plot = results.add( PlanOutput.plot( angles, candidates ) );
		report = PlanOutput.report( ViewPlanning.angulation( first, center ), planning.expectedError( planning.information( first ) ),
				candidates );
		results.deliver();
		if ( best != null )
			GeometryFile.writeViews( List.of( first, PlanOutput.best( candidates ).view() ), best );
	}

	private View first( final Atlas source ) throws IOException
	{
		final Path file = Optionals.path( geometry );
		if ( file == null )
			return StandardViews.orthogonal( GridSize.FULL ).get( 0 );
		final List< View > views = Inputs.viewsOnto( file.toFile(), source.ct() );
		return first_view == null || first_view.isBlank() ? views.get( 0 )
				: Inputs.view( file.toFile(), source.ct(), first_view.strip() );
	}
}
