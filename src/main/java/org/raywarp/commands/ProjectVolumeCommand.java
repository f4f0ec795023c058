/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The line integrals of a volume along the rays of every view: values of the volume times mm, no physics.
 */
@Plugin( type = Command.class, headless = true, description = "Line integrals of a volume along the rays of X-ray views.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Project Volume (ProST)...", weight = 4 ) } )
public final class ProjectVolumeCommand extends RayWarpCommand
{
	@Parameter( label = "Volume", persist = false, description = "In any unit, taken as it is" )
	private ImagePlus volume;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "Every view becomes one slice" )
	private File geometry;

	@Parameter( label = "Method", persist = false, description = "JOSEPH: one bilinear sample a slice; SIDDON: exact lengths through voxels; TRILINEAR and TENSORFLOW: uniform samples" )
	private LineIntegralMethod method = LineIntegralMethod.JOSEPH;

	@Parameter( label = "Samples per ray", min = "2", max = "65536", persist = false, description = "For TRILINEAR and TENSORFLOW" )
	private int samples_per_ray = 256;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for projection.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Projection" )
	private ImagePlus projection;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( volume );
		final Volume< FloatType > source = Inputs.volume( volume, "volume" );
		final List< View > views = Inputs.viewsOnto( geometry, source );
		projection = results.add( "projection", method.project( source, views, samples_per_ray, progress ), views );
		results.deliver();
	}
}
