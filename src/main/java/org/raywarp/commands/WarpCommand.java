/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.volume.Interpolation;
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
 * Warps an image with a displacement field, onto the grid of the field.
 */
@Plugin( type = Command.class, headless = true, description = "Warps an image with a displacement field.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Warp with Displacement...", weight = 8 ) } )
public final class WarpCommand extends RayWarpCommand
{
	@Parameter( label = "Image", autoFill = false, persist = false, description = "Anything that lies in the atlas's world" )
	private ImagePlus image;

	@Parameter( label = "Displacement (mm)", autoFill = false, persist = false, description = "Three channels x, y, z; from subject to atlas" )
	private ImagePlus displacement;

	@Parameter( label = "Interpolation", persist = false, description = "NEAREST for labels, which stay 8-bit" )
	private Interpolation interpolation = Interpolation.LINEAR;

	@Parameter( label = "Value outside the image", persist = false, description = "-1000 is air in a CT" )
	private double outside = 0;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for warped.nii.gz; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Warped image" )
	private ImagePlus warped;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( image, displacement );
		final Volume< FloatType > source = Inputs.volume( image, "image" );
		final DisplacementField field = Inputs.displacement( displacement, "displacement" );
		progress.report( 0, "warping" );
		final boolean keepsLabels = interpolation == Interpolation.NEAREST && image.getType() == ImagePlus.GRAY8 && outside == 0;
		warped = results.add( "warped", keepsLabels ? Deformations.warpLabels( Inputs.labels( image, "image" ), field )
				: Deformations.warp( source, field, field.grid(), interpolation, ( float ) outside ) );
		results.deliver();
	}
}
