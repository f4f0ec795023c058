/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.raywarp.dataset.Subjects;
import org.raywarp.population.Correspondence;
import org.raywarp.population.CorrespondingSurface;
import org.raywarp.population.Enlargement;
import org.raywarp.population.ShapeModel;
import org.raywarp.population.ShapeModelFile;
import org.raywarp.population.ShapePopulation;
import org.raywarp.population.Specimen;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Learns a shape model from a folder of femur surfaces.
 */
@Plugin( type = Command.class, headless = true, description = "Learns a statistical shape model from femur surfaces.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Build Shape Model...", weight = 9.2 ) } )
public final class BuildShapeModelCommand extends RayWarpCommand
{
	@Parameter( label = "Folder of surfaces", style = "directory", persist = false, description = "Closed femora, STL, PLY or OBJ in mm, LPS; the names of the files say side and person, or surfaces.csv does" )
	private File surfaces;

	@Parameter( label = "Shape model file", style = "save", persist = false )
	private File output;

	@Parameter( label = "Enlargement", persist = false, description = "What is added to the principal components where bones are few" )
	private Enlargement enlargement = Enlargement.KERNELS_AND_MEASURES;

	@Parameter( label = "Number of modes at most", min = "1", max = "300", persist = false )
	private int modes = 100;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		Outputs.requireWritable( output.toPath() );
		final List< Specimen > bones = Subjects.ofFolder( surfaces.toPath(), ( f, what ) -> progress.report( 0.2 * f, what ) ).stream()
				.map( s -> new Specimen( s.name(), s.person(), s.surface() ) ).toList();
		final List< CorrespondingSurface > registered = ShapePopulation.register( Correspondence.toMeanFemur(), bones,
				( f, what ) -> progress.report( 0.2 + 0.6 * f, what ) );
		progress.report( 0.8, "learning the shape model" );
		final ShapeModel model = ShapePopulation.learn( bones, registered, enlargement, modes );
		ShapeModelFile.write( model, output.toPath() );
		final StringBuilder lines = new StringBuilder( String.format( Locale.ROOT,
				"%d modes of %d vertices from %d bones of %d persons, size included, written to %s", model.modeCount(),
				model.mean().vertexCount(), bones.size(), bones.stream().map( Specimen::person ).distinct().count(), output ) );
		for ( int i = 0; i < bones.size(); ++i )
			lines.append( String.format( Locale.ROOT, "; %s: residual %.2f mm, %.0f %% of the reference seen", bones.get( i ).name(),
					registered.get( i ).residual(), 100 * registered.get( i ).coverage() ) );
		report = lines.toString();
	}
}
