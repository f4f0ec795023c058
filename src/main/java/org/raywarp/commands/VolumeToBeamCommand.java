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
import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Resamples a volume along the rays of a view (the ProST layer): x is the detector column, y the row, z the distance from
 * the source along the ray in mm.
 */
@Plugin( type = Command.class, headless = true, description = "Resamples a volume along the rays of an X-ray view.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Volume to Beam Space...", weight = 5 ) } )
public final class VolumeToBeamCommand extends RayWarpCommand
{
	@Parameter( label = "Volume", persist = false )
	private ImagePlus volume;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false )
	private File geometry;

	@Parameter( label = "Name of the view", persist = false )
	private String view = "frontal";

	@Parameter( label = "Samples per ray", min = "2", max = "65536", persist = false, description = "Uniform over the distances from the source at which the volume lies" )
	private int samples_per_ray = 128;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for beam.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Beam image" )
	private ImagePlus beam;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to );
		final Volume< FloatType > source = Inputs.volume( volume, "volume" );
		final BeamCoordinates coordinates = BeamCoordinates.covering( Inputs.view( geometry, source, view ), source.grid().size(),
				source.worldFromVoxel(), samples_per_ray );
		progress.report( 0, "sampling along rays" );
		final ArrayImg< FloatType, ? > samples = BeamImages.room( coordinates );
		Projections.toBeam( source, coordinates, samples );
		beam = results.add( BeamImages.toImagePlus( "beam", samples, coordinates ) );
		results.deliver();
	}
}
