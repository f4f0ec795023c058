/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.io.FrameTransformFile;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.io.MeshFiles;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Puts what lies in a femur's reference frame back into the patient that Prepare CT made the frame of: an image, labels, a
 * displacement, or a surface.
 */
@Plugin( type = Command.class, headless = true, description = "Puts a result back into the patient it came from.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Return to Patient...", weight = 8.5 ) } )
public final class ReturnToPatientCommand extends RayWarpCommand
{
	@Parameter( label = "Image in the frame (optional)", required = false, autoFill = false, persist = false, description = "CT, labels or anything else; three channels are a displacement in mm" )
	private ImagePlus image;

	@Parameter( label = "Surface in the frame (optional)", style = "open", required = false, persist = false, description = "STL, PLY or OBJ; saved under its name" )
	private String surface = "";

	@Parameter( label = "Transform (JSON)", style = "open", persist = false, description = "The transform.json of Prepare CT, or its text" )
	private String transform;

	@Parameter( label = "Image of the patient (optional)", required = false, autoFill = false, persist = false, description = "The result has its grid; none: the grid of the CT that was prepared" )
	private ImagePlus template;

	@Parameter( label = "Interpolation", persist = false, description = "NEAREST for labels: each voxel takes the label that has most of it" )
	private Interpolation interpolation = Interpolation.LINEAR;

	@Parameter( label = "Value outside the image", persist = false, description = "-1000 is air in a CT" )
	private double outside = 0;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for returned.nii.gz (a displacement: returned.tif) and the surface; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Image in the patient" )
	private ImagePlus returned;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		if ( transform.isBlank() )
			throw new IllegalArgumentException(
					"The parameter transform is empty; expected the transform.json of Prepare CT, or its text." );
		final FrameTransform back = transform.strip().startsWith( "{" ) ? FrameTransformFile.parse( "The transform", transform )
				: FrameTransformFile.read( Path.of( transform.strip() ) );
		final Path mesh = Optionals.path( surface );
		if ( image == null && mesh == null )
			throw new IllegalArgumentException( "There is nothing to return; expected an image or a surface." );
		if ( mesh != null && Optionals.path( save_to ) == null )
			throw new IllegalArgumentException( "The surface " + mesh + " has nowhere to go; expected a folder in save_to." );
		final Results results = new Results( save_to ).from( image, template ).from( mesh );
		if ( mesh != null )
			results.add( mesh.getFileName().toString(), MeshFiles.read( mesh ).transformed( back.patientFromFrame() ) );
		progress.report( 0, "returning to the patient" );
		final Grid grid = template == null ? back.patientGrid() : Inputs.grid( template, "template" );
		if ( image != null )
			returned =
					new ReturnedImage( back, grid, interpolation, ( float ) outside ).of( ImagePlusVolumes.requireImage( image, "image" ),
							results );
		results.deliver();
	}
}
