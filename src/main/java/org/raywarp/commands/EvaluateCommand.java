/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.metrics.LabelMetrics;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Compares labels, and optionally images, with the truth: one row a label, surface distances in mm.
 */
@Plugin( type = Command.class, headless = true, description = "Compares warped labels and images with the truth.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Evaluate Registration...", weight = 9 ) } )
public final class EvaluateCommand extends RayWarpCommand
{
	@Parameter( label = "True labels", autoFill = false, persist = false )
	private ImagePlus reference_labels;

	@Parameter( label = "Labels", autoFill = false, persist = false, description = "On the same grid" )
	private ImagePlus labels;

	@Parameter( label = "True image (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus reference;

	@Parameter( label = "Image (optional)", required = false, autoFill = false, persist = false, description = "For SSIM and NCC over the whole image" )
	private ImagePlus image;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for table.csv; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Evaluation" )
	private ResultsTable table;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to );
		progress.report( 0, "comparing" );
		table = results.add( "table",
				MetricsTable.of(
						LabelMetrics.evaluate( Inputs.labels( reference_labels, "reference_labels" ), Inputs.labels( labels, "labels" ),
								reference == null ? null : Inputs.volume( reference, "reference" ),
								image == null ? null : Inputs.volume( image, "image" ) ) ) );
		results.deliver();
	}
}
