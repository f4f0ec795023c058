/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.projection.Projections;
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
 * Brings a beam image back into the world (the inv-ProST layer), onto the grid of a template. The calibration of the beam
 * image says at which distances from the source its slices lie.
 */
@Plugin( type = Command.class, headless = true, description = "Resamples a beam image onto the grid of a volume.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Beam Space to Volume...", weight = 6 ) } )
public final class BeamToVolumeCommand extends RayWarpCommand
{
	@Parameter( label = "Beam image", autoFill = false, persist = false, description = "As Volume to Beam Space makes it: slices at distances from the source" )
	private ImagePlus beam;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false )
	private File geometry;

	@Parameter( label = "Name of the view", persist = false )
	private String view = "frontal";

	@Parameter( label = "Template", autoFill = false, persist = false, description = "The volume whose grid the result has; its values do not matter" )
	private ImagePlus template;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for volume.nii.gz; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Volume" )
	private ImagePlus volume;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to );
		final Volume< FloatType > samples = Inputs.volume( beam, "beam" );
		final Volume< FloatType > target = Volume.floats( Inputs.grid( template, "template" ) );
		final BeamCoordinates coordinates = BeamImages.coordinates( samples, Inputs.view( geometry, target, view ) );
		progress.report( 0, "sampling the beam image" );
		Projections.toVolume( samples.voxels(), coordinates, target );
		volume = results.add( "volume", target );
		results.deliver();
	}
}
