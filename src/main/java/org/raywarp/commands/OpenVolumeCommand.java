/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Opens a volume with its world frame. The title of the image is the name of the file.
 */
@Plugin( type = Command.class, headless = true, description = "Opens a volume with its position in the patient.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Open Volume...", weight = 1 ) } )
public final class OpenVolumeCommand extends RayWarpCommand
{
	@Parameter( label = "File or DICOM folder", style = "both", persist = false, description = "NIfTI (.nii, .nii.gz), MetaImage (.mha, .mhd), NRRD, TIFF, or uncompressed DICOM" )
	private File path;

	@Parameter( type = ItemIO.OUTPUT )
	private ImagePlus volume;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( null );
		progress.report( 0, "reading " + path.getName() );
		volume = results.add( ImageFiles.read( path ) );
		results.deliver();
	}
}
