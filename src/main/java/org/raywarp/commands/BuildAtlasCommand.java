/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.Locale;

import org.raywarp.anatomy.BoneDensity;
import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.population.ShapeModelFile;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.PopulationAtlas;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Makes an atlas of a population: the CT of its mean shape, and how its members differ from it.
 */
@Plugin( type = Command.class, headless = true, description = "Makes the atlas of a population of femora.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Build Atlas...", weight = 9.6 ) } )
public final class BuildAtlasCommand extends RayWarpCommand
{
	@Parameter( label = "Shape model file", style = "open", persist = false, description = "As Build Shape Model writes it" )
	private File model;

	@Parameter( label = "Grid size", persist = false )
	private GridSize size = GridSize.FULL;

	@Parameter( label = "Number of modes at most", min = "1", max = "300", persist = false )
	private int modes = 60;

	@Parameter( label = "Bone density", persist = false )
	private BoneDensity density = BoneDensity.TEXTBOOK;

	@Parameter( label = "Random seed", persist = false, description = "Of the modeled inside" )
	private long seed = 1;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for atlas.nii.gz, atlas_labels.nii.gz, population.modes; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Atlas CT (HU)" )
	private ImagePlus atlas;

	@Parameter( type = ItemIO.OUTPUT, label = "Atlas labels" )
	private ImagePlus atlas_labels;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( model.toPath() );
		if ( modes < 1 || modes > VelocityModes.MAX_MODES )
			throw new IllegalArgumentException( "The number of modes is " + modes + "; expected 1 to " + VelocityModes.MAX_MODES + "." );
		final Atlas made = PopulationAtlas.of( ShapeModelFile.read( model.toPath() ).truncated( modes ), size,
				FemurModelSettings.STANDARD.with( density ), seed, progress );
		final VelocityModes population = made.population().orElseThrow();
		atlas = results.add( "atlas", made.ct() );
		atlas_labels = results.add( "atlas_labels", made.labels() );
		results.add( "population.modes", population );
		report = String.format( Locale.ROOT, "the mean of %s with %d modes", model.getName(), population.count() );
		results.deliver();
	}
}
