/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;

import org.raywarp.anatomy.BoneDensity;
import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.Side;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.anatomy.Surroundings;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.io.MeshFiles;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Makes a labeled CT of the surface of a femur, in the femur's reference frame.
 */
@Plugin( type = Command.class, headless = true, description = "Makes a labeled CT of the surface of a femur.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Surface to CT...", weight = 2 ) } )
public final class SurfaceToCtCommand extends RayWarpCommand
{
	@Parameter( label = "Closed surface (mm, LPS)", style = "open", persist = false, description = "STL, PLY or OBJ" )
	private File surface;

	@Parameter( label = "Side", persist = false, description = "A left femur is mirrored to a right one" )
	private Side side = Side.RIGHT;

	@Parameter( label = "Grid size", persist = false, description = "FULL is 192 x 128 x 192 voxels of 0.664 x 0.664 x 1 mm" )
	private GridSize size = GridSize.FULL;

	@Parameter( label = "Random seed", persist = false, description = "Of the modeled inside of the bone" )
	private long seed = 1;

	@Parameter( label = "Density", persist = false, description = "TEXTBOOK, as the bundled model was trained with, or POPULATION: random fields of published spread" )
	private BoneDensity density = BoneDensity.TEXTBOOK;

	@Parameter( label = "Surroundings", persist = false, description = "PLAIN is an even thigh, THIGH has muscles, HIP a pelvis too" )
	private Surroundings surroundings = Surroundings.PLAIN;

	@Parameter( label = "Soft edge (mm)", min = "0", persist = false, description = "Over which the tissue thins out to air at the border of the grid" )
	private double soft_edge = 0;

	@Parameter( label = "Continue the shaft", persist = false, description = "Draws a shaft that was cut off out to beyond the grid" )
	private boolean continue_shaft = false;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for ct.nii.gz and labels.nii.gz; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "CT (HU)" )
	private ImagePlus ct;

	@Parameter( type = ItemIO.OUTPUT, label = "Labels (1 = femur)" )
	private ImagePlus labels;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to );
		final LabeledCt made = make( progress );
		ct = results.add( "ct", made.ct() );
		labels = results.add( "labels", made.labels() );
		results.deliver();
	}

	/** Errors name the file. */
	private LabeledCt make( final Progress progress ) throws IOException
	{
		final TriangleMesh mesh = MeshFiles.read( surface.toPath() );
		try
		{
			return SurfaceToCt.make( mesh, side, size, new FemurModelSettings( density, surroundings, soft_edge, continue_shaft ), seed,
					progress );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IllegalArgumentException( surface + ": " + e.getMessage(), e );
		}
	}
}
