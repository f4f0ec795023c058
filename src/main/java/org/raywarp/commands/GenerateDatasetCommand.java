/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import org.raywarp.anatomy.BoneDensity;
import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.anatomy.Surroundings;
import org.raywarp.dataset.DatasetGenerator;
import org.raywarp.dataset.DatasetSettings;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.Imperfections;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.Radiation;
import org.raywarp.dataset.ShapeSettings;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.xray.Physics;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Writes a data set of labeled CTs in random poses with their radiographs, split by person. A run that was stopped or
 * killed is taken up again.
 */
@Plugin( type = Command.class, headless = true, description = "Writes a data set of CTs and their X-ray images.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Generate Dataset...", weight = 10 ) } )
public final class GenerateDatasetCommand extends RayWarpCommand
{
	@Parameter( label = "Folder of surfaces (optional)", style = "directory", required = false, persist = false, description = "Closed femora, STL, PLY or OBJ in mm, LPS; empty: parametric femora" )
	private String surfaces = "";

	@Parameter( label = "Folder of the data set", style = "directory", persist = false )
	private File output;

	@Parameter( label = "Number of cases", min = "1", max = "100000", persist = false )
	private int cases = 100;

	@Parameter( label = "Geometry", persist = false, description = "GENERALIZED turns each view by up to 30 degrees" )
	private GeometryMode geometry_mode = GeometryMode.ORTHOGONAL;

	@Parameter( label = "Grid size", persist = false )
	private GridSize size = GridSize.QUARTER;

	@Parameter( label = "Random seed", persist = false )
	private long seed = 1;

	@Parameter( label = "Shapes", persist = false, description = "AUTO: the surfaces, or parametric femora without; SHAPE_MODEL: samples of a model of the training persons' surfaces" )
	private ShapeChoice shapes = ShapeChoice.AUTO;

	@Parameter( label = "Persons for validation", min = "0", max = "1", persist = false, description = "Part of the persons, 0 to 1" )
	private double validation = ShapeSettings.HELD_OUT;

	@Parameter( label = "Persons for the test", min = "0", max = "1", persist = false, description = "Part of the persons, 0 to 1" )
	private double test = ShapeSettings.HELD_OUT;

	@Parameter( label = "Deformation (mm)", min = "0", persist = false, description = "Of the smooth random deformation of every case; 0: none" )
	private double deformation = PhantomSettings.AUGMENTED_DEFORMATION;

	@Parameter( label = "Cut shafts", min = "0", max = "1", persist = false, description = "Part of the bones, 0 to 1, whose shaft ends at a random height" )
	private double cut_shafts = 0;

	@Parameter( label = "Continue shafts", persist = false, description = "Beyond the end of surfaces that a scan cut off, before shafts are cut" )
	private boolean continue_shafts = false;

	@Parameter( label = "Bone density", persist = false, description = "Of every shape anew" )
	private BoneDensity density = BoneDensity.TEXTBOOK;

	@Parameter( label = "Soft edge (mm)", min = "0", persist = false, description = "Over which tissue thins out to air at the border of the CT; 0: none" )
	private double soft_edge = 0;

	@Parameter( label = "Surroundings", persist = false, description = "What lies about the bone" )
	private Surroundings surroundings = Surroundings.PLAIN;

	@Parameter( label = "Physics", persist = false, description = "Photons of one energy in water, or the spectrum of a tube in tissues" )
	private Physics physics = Physics.MONOENERGETIC;

	@Parameter( label = "Vary the X-rays", persist = false, description = "Draw 70 to 110 kV, a quarter to four times the photons, and, POLYENERGETIC, scatter" )
	private boolean vary_xrays = false;

	@Parameter( label = "Imperfect views and masks", persist = false, description = "Views off by up to 0.5 degrees and 1 mm, masks by up to 2 mm; the truth is kept" )
	private boolean imperfect = false;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		Outputs.requireFolderThatTakesFiles( output.toPath() );
		final Path folder = Optionals.path( surfaces );
		final ShapeSettings bones = ShapeSettings.of( shapes.source( folder ), folder, cases ).withSplit( validation, test );
		final DatasetSettings settings = new DatasetSettings( bones, output.toPath(), cases, phantoms() );
		final int written = DatasetGenerator.generate( settings, progress );
		report = written + " of " + cases + " cases written to " + output + ( written < cases ? ", the others were there" : "" );
	}

	private PhantomSettings phantoms()
	{
		final PhantomSettings standard = PhantomSettings.standard( size, geometry_mode, seed );
		final FemurModelSettings inside = new FemurModelSettings( density, surroundings, soft_edge, continue_shafts );
		return standard.withBones( standard.bones().withDeformation( deformation ).withCuts( cut_shafts ).withModel( inside ) )
				.withRadiation( vary_xrays ? PhantomSettings.variedRadiation( size, physics )
						: Radiation.fixed( physics, PhantomSettings.KILOVOLTAGE, PhantomSettings.photons( size ) ) )
				.withImperfections( imperfect ? Imperfections.TYPICAL : Imperfections.NONE );
	}
}
