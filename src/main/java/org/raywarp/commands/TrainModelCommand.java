/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.raywarp.anatomy.MeanFemur;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.dataset.DatasetReader;
import org.raywarp.deformation.Similarity;
import org.raywarp.network.Device;
import org.raywarp.registration.Atlas;
import org.raywarp.network.ModelZoo;
import org.raywarp.network.PretrainedWeights;
import org.raywarp.training.AtlasPreparation;
import org.raywarp.training.DatasetCollection;
import org.raywarp.training.DatasetTraining;
import org.raywarp.training.TrainingPlan;
import org.raywarp.training.TrainingReport;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Trains a registration model on a data set. A run that was stopped or killed can be taken up again.
 */
@Plugin( type = Command.class, headless = true, description = "Trains a registration model on a data set.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Train Model...", weight = 11 ) } )
public final class TrainModelCommand extends RayWarpCommand
{
	@Parameter( label = "Folder of the data set", style = "directory", persist = false, description = "As Generate Dataset writes it" )
	private File dataset;

	@Parameter( label = "Further data sets (optional)", required = false, persist = false, description = "Folders of more data sets of the same size, with ; between them" )
	private String further_datasets = "";

	@Parameter( label = "Folder of the training", style = "directory", persist = false, description = "The model will be in its folder model" )
	private File output;

	@Parameter( label = "Configuration (JSON, optional)", style = "open", required = false, persist = false, description = "Such as {\"steps\": 10000, \"minutes\": 60}; empty: the standard one" )
	private String config = "";

	@Parameter( label = "Model to begin with (optional)", required = false, persist = false, description = "Name or folder of a model of the same layers; empty: new weights" )
	private String start = "";

	@Parameter( label = "Resume", persist = false, description = "Go on from the last checkpoint in the folder of the training" )
	private boolean resume = false;

	@Parameter( label = "Device", persist = false, description = "AUTO takes a GPU where there is one" )
	private Device device = Device.AUTO;

	@Parameter( label = "Atlas CT (HU, optional)", required = false, autoFill = false, persist = false, description = "None: the mean parametric femur" )
	private ImagePlus atlas;

	@Parameter( label = "Atlas labels (optional)", required = false, autoFill = false, persist = false )
	private ImagePlus atlas_labels;

	@Parameter( label = "Atlas population (optional)", required = false, persist = false, description = "File population.modes of Build Atlas: how bones differ from the atlas" )
	private String atlas_population = "";

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		final List< DatasetReader > datasets = new ArrayList<>( List.of( DatasetReader.open( dataset.toPath() ) ) );
		for ( final String folder : further_datasets.split( ";" ) )
			if ( !folder.isBlank() )
				datasets.add( DatasetReader.open( Path.of( folder.strip() ) ) );
		final GridSize size = datasets.get( 0 ).settings().size();
		final Optional< PretrainedWeights > weights = start.isBlank() ? Optional.empty() : Optional.of( ModelZoo.weights( start.strip() ) );
		final Path file = Optionals.path( config );
		final TrainingPlan plan = file == null ? TrainingPlan.standard( size ) : TrainingPlan.read( file, size );
		final Atlas given = AtlasInputs.atlas( atlas, atlas_labels, atlas_population );
		final TrainingReport end = new DatasetTraining( new DatasetCollection( datasets ), plan, given == null ? mean() : given,
				given == null ? Similarity.IDENTITY : AtlasPreparation.fromMeanFemur( given ), weights )
						.run( output.toPath(), resume, device, new CurvesListener( output.toPath() ), progress );
		report = String.format( Locale.ROOT, "%d steps%s, best at step %d with loss %.4f; model in %s", end.steps(),
				end.finished() ? "" : " within the time limit", end.bestStep(), end.best().total(),
				output.toPath().resolve( DatasetTraining.MODEL ) );
	}

	private static Atlas mean()
	{
		final LabeledCt femur = MeanFemur.ct( GridSize.FULL, Progress.NONE );
		return new Atlas( femur.ct(), femur.labels() );
	}
}
