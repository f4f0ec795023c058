/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.raywarp.xray.Physics;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Simulates the radiographs that the views of a geometry file would take of a CT, as log attenuation.
 */
@Plugin( type = Command.class, headless = true, description = "Simulates X-ray images of a CT.", menu = { @Menu( label = "Plugins" ),
		@Menu( label = "RayWarp" ), @Menu( label = "Simulate DRR...", weight = 3 ) } )
public final class SimulateDrrCommand extends RayWarpCommand
{
	@Parameter( label = "CT (HU)", persist = false )
	private ImagePlus volume;

	@Parameter( label = "Labels (optional)", required = false, autoFill = false, persist = false, description = "For the mask of label 1" )
	private ImagePlus labels;

	@Parameter( label = "Geometry (JSON)", style = "open", persist = false, description = "Every view becomes one slice" )
	private File geometry;

	@Parameter( label = "Physics", persist = false )
	private Physics physics = Physics.MONOENERGETIC;

	@Parameter( label = "Tube voltage (kV)", min = "20", max = "300", persist = false, description = "MONOENERGETIC takes photons of half of it, in keV" )
	private double kilovoltage = 70;

	@Parameter( label = "Photons a pixel", min = "0", persist = false, description = "Where nothing is in the way; 0: no noise" )
	private double photons = 0;

	@Parameter( label = "Scatter", persist = false )
	private boolean scatter = false;

	@Parameter( label = "Random seed", persist = false, description = "Of the photon noise" )
	private long seed = 1;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for drr.tif and mask.tif; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "DRR (log attenuation)" )
	private ImagePlus drr;

	@Parameter( type = ItemIO.OUTPUT, label = "Mask of label 1" )
	private ImagePlus mask;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		if ( physics == Physics.POLYENERGETIC || scatter )
			throw new IllegalArgumentException( ( scatter ? "Scatter is" : "The physics POLYENERGETIC is" )
					+ " not simulated yet; expected physics MONOENERGETIC and scatter false." );
		final Volume< FloatType > ct = Inputs.volume( volume, "volume" );
		final Volume< UnsignedByteType > bone = labels == null ? null : Inputs.labelsWith( labels, "labels", Atlas.BONE );
		final List< View > views = Inputs.views( geometry, ct );
		progress.report( 0, "simulating radiographs" );
		final List< Drr > drrs =
				DrrSimulator.simulate( ct, bone, Atlas.BONE, views, DrrSettings.ofKilovoltage( kilovoltage ).withNoise( photons, seed ) );
		final Results results = new Results();
		drr = results.add( "drr", drrs.stream().map( Drr::image ).toList(), views );
		if ( bone != null )
			mask = results.add( "mask", drrs.stream().map( Drr::mask ).toList(), views );
		results.deliver( save_to );
	}
}
