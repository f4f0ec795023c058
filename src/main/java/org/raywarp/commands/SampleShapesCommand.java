/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

import org.raywarp.io.MeshFiles;
import org.raywarp.population.ShapeModelFile;
import org.raywarp.population.ShapeSampler;
import org.raywarp.volume.Progress;
import org.raywarp.xray.RandomSeeds;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Draws femora from a shape model and writes them as STL files that every other command takes.
 */
@Plugin( type = Command.class, headless = true, description = "Draws checked femora from a shape model.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Sample Shapes...", weight = 9.4 ) } )
public final class SampleShapesCommand extends RayWarpCommand
{
	@Parameter( label = "Shape model file", style = "open", persist = false, description = "As Build Shape Model writes it" )
	private File model;

	@Parameter( label = "Folder of the surfaces", style = "directory", persist = false )
	private File output;

	@Parameter( label = "Number of bones", min = "1", max = "99999", persist = false )
	private int count = 10;

	@Parameter( label = "Random seed", persist = false )
	private long seed = 1;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		if ( count < 1 )
			throw new IllegalArgumentException( "The number of bones is " + count + "; expected at least 1." );
		final ShapeSampler sampler = new ShapeSampler( ShapeModelFile.read( model.toPath() ) );
		Outputs.requireFolderOf( output.toPath() );
		Files.createDirectories( output.toPath() );
		int rejected = 0;
		for ( int i = 0; i < count; ++i )
		{
			progress.report( ( double ) i / count, "drawing a femur" );
			final ShapeSampler.Sample sample = sampler.draw( RandomSeeds.derive( seed, i ) );
			rejected += sample.rejected();
			MeshFiles.write( sample.surface(), output.toPath().resolve( String.format( Locale.ROOT, "sample%05d_right.stl", i ) ) );
		}
		report = count + " right femora written to " + output + ", " + rejected + " drawn before were no bones and were replaced";
	}
}
