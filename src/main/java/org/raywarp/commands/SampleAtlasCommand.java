/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.network.ModelZoo;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Opens the atlas of the model that comes with RayWarp.
 */
@Plugin( type = Command.class, headless = true, description = "CT and labels of the femur atlas that comes with RayWarp.", menu = {
		@Menu( label = "File" ), @Menu( label = "Open Samples" ), @Menu( label = "RayWarp" ),
		@Menu( label = "Femur Atlas CT with Labels" ) } )
public final class SampleAtlasCommand extends RayWarpCommand
{
	@Parameter( type = ItemIO.OUTPUT, label = "CT of the atlas (HU)" )
	private ImagePlus atlas;

	@Parameter( type = ItemIO.OUTPUT, label = "Labels of the atlas" )
	private ImagePlus atlas_labels;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		progress.report( 0, "reading the atlas" );
		final Atlas read = ModelZoo.atlas( ModelZoo.bundled().stream().findFirst()
				.orElseThrow( () -> new IllegalArgumentException( "No model comes with this build of RayWarp, and so no atlas." ) ) );
		atlas = ImagePlusVolumes.toImagePlus( "atlas", read.ct() );
		atlas_labels = ImagePlusVolumes.toImagePlus( "atlas_labels", read.labels() );
	}
}
