/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.IOException;

import org.raywarp.anatomy.CtPreparation;
import org.raywarp.anatomy.PreparedCt;
import org.raywarp.anatomy.Side;
import org.raywarp.io.FrameTransformFile;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;
import org.raywarp.xray.HounsfieldUnits;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Brings one femur of a patient's labeled CT into the femur's reference frame, and keeps the way back.
 */
@Plugin( type = Command.class, headless = true, description = "Brings a femur of a labeled CT into its reference frame.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Prepare CT...", weight = 2.5 ) } )
public final class PrepareCtCommand extends RayWarpCommand
{
	@Parameter( label = "CT (HU)", autoFill = false, persist = false, description = "Of a patient, with its world frame" )
	private ImagePlus volume;

	@Parameter( type = ItemIO.OUTPUT, label = "CT in the frame (HU)" )
	private ImagePlus ct;

	@Parameter( type = ItemIO.BOTH, label = "Labels of the patient's bones", autoFill = false, persist = false, description = "In the CT's world. As an output: the femur in the frame, 1" )
	private ImagePlus labels;

	@Parameter( label = "Label of the femur", min = "1", max = "255", persist = false, description = "The value of its voxels" )
	private int label = 1;

	@Parameter( label = "Side", persist = false, description = "A left femur is mirrored to a right one" )
	private Side side = Side.RIGHT;

	@Parameter( label = "Grid size", persist = false, description = "FULL is 192 x 128 x 192 voxels of 0.664 x 0.664 x 1 mm" )
	private GridSize size = GridSize.FULL;

	@Parameter( label = "Save results to", style = "directory", required = false, persist = false, description = "Folder for ct.nii.gz, labels.nii.gz and transform.json; empty: not saved" )
	private String save_to = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Transform (the text of its file)" )
	private String transform;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final Results results = new Results( save_to ).from( volume, labels );
		final Volume< FloatType > patient = Inputs.volume( volume, "volume" );
		HounsfieldUnits.require( patient, "volume" );
		final PreparedCt prepared =
				CtPreparation.prepare( patient, Inputs.labels( labels, "labels" ), label, side, size, progress );
		ct = results.add( "ct", prepared.labeled().ct() );
		labels = results.add( "labels", prepared.labeled().labels() );
		transform = results.add( "transform.json", FrameTransformFile.text( prepared.transform() ) );
		report = prepared.report();
		results.deliver();
	}
}
