/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.geometry.View;
import org.raywarp.io.ForeignFrame;
import org.raywarp.io.GeometryFile;
import org.raywarp.io.GeometryFormat;
import org.raywarp.io.WorldAxes;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Turns the geometry of other programs into RayWarp's and back; {@code docs/geometry.md} has the conventions.
 */
@Plugin( type = Command.class, headless = true, description = "Converts calibrated views between file formats.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Convert Geometry...", weight = 3.5 ) } )
public final class ConvertGeometryCommand extends RayWarpCommand
{
	@Parameter( label = "Geometry", style = "open", persist = false, description = "JSON of RayWarp, DeepDRR, DiffDRR or ASTRA, XML of RTK, text of plastimatch or MayaCam, DICOM XA" )
	private File geometry;

	@Parameter( label = "Second geometry (optional)", style = "open", required = false, persist = false, description = "Of the other view, where a file holds one only" )
	private String second_geometry = "";

	@Parameter( label = "Format", persist = false, description = "Of the file to write" )
	private GeometryFormat format = GeometryFormat.RAYWARP;

	@Parameter( label = "Save to", style = "save", persist = false, description = "File; where the format holds one view only, the name of each view is added" )
	private File save_to;

	@Parameter( label = "Volume (optional)", required = false, autoFill = false, persist = false, description = "Its center is the isocenter" )
	private ImagePlus volume;

	@Parameter( label = "Isocenter x, y, z (mm)", required = false, persist = false, description = "In the world; empty: the center of the volume" )
	private String isocenter = "";

	@Parameter( label = "X-ray image (optional)", required = false, autoFill = false, persist = false, description = "Its size and pixel spacing are those of a detector that the file does not describe" )
	private ImagePlus image;

	@Parameter( label = "Columns", min = "0", persist = false, description = "Of a detector that the file does not describe; 0: those of the X-ray image" )
	private int columns = 0;

	@Parameter( label = "Rows", min = "0", persist = false )
	private int rows = 0;

	@Parameter( label = "Pixel spacing x (mm)", min = "0", persist = false, description = "Between columns; 0: that of the X-ray image" )
	private double pixel_spacing_x = 0;

	@Parameter( label = "Pixel spacing y (mm)", min = "0", persist = false, description = "Between rows" )
	private double pixel_spacing_y = 0;

	@Parameter( label = "Axes of the geometry read", persist = false, description = "FORMAT: as usual in its format" )
	private WorldAxes axes = WorldAxes.FORMAT;

	@Parameter( label = "Axes of the geometry written", persist = false )
	private WorldAxes written_axes = WorldAxes.FORMAT;

	@Parameter( label = "Mirror the columns", persist = false, description = "For programs that show images as seen from the source; mirror the images too" )
	private boolean mirror = false;

	@Parameter( label = "Names of the views", required = false, persist = false, description = "Such as frontal, lateral; empty: as in the files" )
	private String names = "";

	@Parameter( type = ItemIO.OUTPUT, label = "Report" )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		Outputs.requireWritable( save_to.toPath() );
		final ForeignFrame frame = GeometryInputs.frame( GeometryInputs.isocenter( isocenter, volume ), axes,
				new double[] { columns, rows, pixel_spacing_x, pixel_spacing_y }, image );
		final List< View > views =
				GeometryInputs.prepared( GeometryInputs.read( geometry.toPath(), Optionals.path( second_geometry ), frame ), names,
						mirror );
		final List< Path > files = GeometryFile.write( views, format, save_to.toPath(),
				new ForeignFrame( frame.isocenter(), written_axes, 0, 0, 0, 0 ) );
		report = GeometryInputs.report( views, files );
	}
}
