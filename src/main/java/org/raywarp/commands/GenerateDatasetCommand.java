/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.dataset.DatasetGenerator;
import org.raywarp.dataset.DatasetSettings;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.ShapeSettings;
import org.raywarp.dataset.ShapeSource;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Writes a data set of labeled CTs in random poses with their radiographs. A run that was stopped is taken up again.
 */
@Plugin( type = Command.class, headless = true, description = "Writes a data set of CTs and their X-ray images.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Generate Dataset...", weight = 10 ) } )
public final class GenerateDatasetCommand extends RayWarpCommand
{
	@Parameter( label = "Folder of surfaces (optional)", style = "directory", required = false, persist = false, description = "Closed femora, STL, PLY or OBJ in mm, LPS; empty: parametric femora" )
	private String surfaces = "";

	@Parameter( label = "Folder of the data set", style = "directory", persist = false )
	private File output;

	@Parameter( label = "Number of cases", min = "1", persist = false )
	private int cases = 100;

	@Parameter( label = "Geometry", persist = false, description = "GENERALIZED turns each view by up to 30 degrees" )
	private GeometryMode geometry_mode = GeometryMode.ORTHOGONAL;

	@Parameter( label = "Grid size", persist = false )
	private GridSize size = GridSize.QUARTER;

	@Parameter( label = "Random seed", persist = false )
	private long seed = 1;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Path folder = Optionals.path( surfaces );
		final ShapeSettings shapes = ShapeSettings.of( folder == null ? ShapeSource.PARAMETRIC : ShapeSource.SURFACES, folder, cases );
		final int written = DatasetGenerator.generate( new DatasetSettings( shapes, output.toPath(), cases,
				PhantomSettings.augmented( size, geometry_mode, seed ) ), progress );
		report = written + " of " + cases + " cases written to " + output + ( written < cases ? ", the others were there" : "" );
	}
}
