/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.io.GeometryFile;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Turns a C-arm about a CT and shows what it sees: in a window, or once as an image.
 */
@Plugin( type = Command.class, headless = true, description = "Turns a C-arm about a CT, with live X-ray images.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Virtual C-arm...", weight = 3.5 ) } )
public final class VirtualCArmCommand extends RayWarpCommand
{
	@Parameter( label = "CT (HU)", persist = false )
	private ImagePlus volume;

	@Parameter( label = "Geometry (JSON, optional)", style = "open", required = false, persist = false, description = "Where the C-arm begins; empty: a standard C-arm about the center of the CT, frontal and lateral" )
	private String geometry = "";

	@Parameter( label = "LAO / RAO (degrees)", min = "-180", max = "180", persist = false, description = "LAO positive; turns both views by that, 0 and 90 without a geometry" )
	private double primary_angle = 0;

	@Parameter( label = "Cranial / caudal (degrees)", min = "-90", max = "90", persist = false, description = "Cranial positive; tilts both views by that" )
	private double secondary_angle = 0;

	@Parameter( label = "Tube voltage (kV)", min = "20", max = "300", persist = false, description = "Photons of half of it, in keV" )
	private double kilovoltage = 70;

	@Parameter( label = "Open the window", persist = false, description = "Off, or without a screen: the X-ray images at these angles are the output" )
	private boolean window = true;

	@Parameter( label = "Save geometry as (optional)", required = false, persist = false, description = "Geometry file (JSON) of the views at these angles; empty: not saved" )
	private String save_geometry = "";

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for drr.tif, without the window; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "DRR, without the window" )
	private ImagePlus drr;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Volume< FloatType > ct = CtInputs.of( volume, null, false ).ct();
		final Path from = Optionals.path( geometry ), to = Optionals.path( save_geometry );
		final Results results = new Results( save_to ).from( volume ).from( from );
		if ( to != null )
			Outputs.requireWritable( to );
		final Map< String, ConeBeamGeometry > arms = CArmInputs.turned( CArmInputs.read( from, ct.grid().center() ), primary_angle,
				secondary_angle );
		final DrrSettings settings = DrrSettings.ofKilovoltage( kilovoltage );
		if ( window && CArmWindow.isPossible() )
		{
			save( arms, to );
			final boolean asRead = primary_angle == 0 && secondary_angle == 0;
			CArmWindow.open( volume, ct, kilovoltage, arms, to == null && asRead ? from : to );
			return;
		}
		final List< View > views = arms.entrySet().stream().map( arm -> arm.getValue().view( arm.getKey() ) ).toList();
		for ( final View view : views )
			Inputs.requireShadow( from == null ? "The virtual C-arm" : from, view, ct.grid() );
		progress.report( 0, "simulating radiographs" );
		drr = results.add( "drr", DrrOutput.LOG_ATTENUATION.of( DrrSimulator.simulate( ct, null, Atlas.BONE, views, settings ), false ),
				views );
		results.deliver();
		save( arms, to );
	}

	private static void save( final Map< String, ConeBeamGeometry > arms, final Path to ) throws IOException
	{
		if ( to != null )
			GeometryFile.writeCArms( arms, to );
	}
}
