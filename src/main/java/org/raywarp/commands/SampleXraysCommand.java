/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.evaluation.SampleXrays;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Opens the sample X-rays of a femur with their masks. Their files, with the geometry that a registration needs, are
 * written to the user's folder, and each image has the path of the geometry as its property {@code geometry}.
 */
@Plugin( type = Command.class, headless = true, description = "Frontal and lateral X-ray of a modeled femur, with masks.", menu = {
		@Menu( label = "File" ), @Menu( label = "Open Samples" ), @Menu( label = "RayWarp" ),
		@Menu( label = "Femur X-rays with Masks" ) } )
public final class SampleXraysCommand extends RayWarpCommand
{
	/** The system property that names the folder of the files; without it they are in {@code .raywarp/samples} of the user's home. */
	static final String PROPERTY = "raywarp.samples";

	@Parameter( type = ItemIO.OUTPUT, label = "Frontal X-ray (log attenuation)" )
	private ImagePlus frontal;

	@Parameter( type = ItemIO.OUTPUT, label = "Lateral X-ray (log attenuation)" )
	private ImagePlus lateral;

	@Parameter( type = ItemIO.OUTPUT, label = "Frontal mask" )
	private ImagePlus frontal_mask;

	@Parameter( type = ItemIO.OUTPUT, label = "Lateral mask" )
	private ImagePlus lateral_mask;

	@Parameter( type = ItemIO.OUTPUT, label = "Path of the geometry" )
	private String geometry;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final String set = System.getProperty( PROPERTY, "" );
		final Path folder =
				set.isBlank() ? Path.of( System.getProperty( "user.home" ), ".raywarp", "samples" ) : Path.of( set ).toAbsolutePath();
		SampleXrays.write( folder );
		geometry = folder.resolve( "geometry.json" ).toString();
		frontal = open( folder.resolve( "frontal.tif" ) );
		lateral = open( folder.resolve( "lateral.tif" ) );
		frontal_mask = open( folder.resolve( "frontal-mask.tif" ) );
		lateral_mask = open( folder.resolve( "lateral-mask.tif" ) );
	}

	private ImagePlus open( final Path file ) throws IOException
	{
		final ImagePlus image = ImageFiles.read( file.toFile() );
		image.setProp( "geometry", geometry );
		return image;
	}
}
