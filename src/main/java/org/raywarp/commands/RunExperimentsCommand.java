/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.Subjects;
import org.raywarp.evaluation.AngleErrors;
import org.raywarp.evaluation.RegistrationSystem;
import org.raywarp.evaluation.EvaluationCases;
import org.raywarp.evaluation.Experiment;
import org.raywarp.evaluation.Experiments;
import org.raywarp.evaluation.ViewPairs;
import org.raywarp.network.Device;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Runs the experiments of Van Houtte et al. 2022 on people that no model was trained on. A run that was stopped is taken up
 * again.
 */
@Plugin( type = Command.class, headless = true, description = "Runs the experiments of Van Houtte et al. 2022.", menu = {
		@Menu( label = "Plugins" ), @Menu( label = "RayWarp" ), @Menu( label = "Run Experiments...", weight = 12 ) } )
public final class RunExperimentsCommand extends RayWarpCommand
{
	@Parameter( label = "Data set (optional)", required = false, persist = false, description = "Folder of Generate Dataset, on the grid of the atlas; its test cases, or all where it has none" )
	private String dataset = "";

	@Parameter( label = "Surfaces (optional)", required = false, persist = false, description = "Instead of a data set: folder of closed femora to make cases of" )
	private String surfaces = "";

	@Parameter( label = "Poses a surface", min = "1", max = "10000", persist = false )
	private int poses = 4;

	@Parameter( label = "Cases at most", min = "0", persist = false, description = "Of the data set, the first ones; 0: all" )
	private int cases = 0;

	@Parameter( label = "Folder of the results", style = "directory", persist = false )
	private File output;

	@Parameter( label = "Our model (name or folder)", required = false, persist = false, description = "Empty: the model that comes with RayWarp" )
	private String model = "";

	@Parameter( label = "Other methods (optional)", required = false, persist = false, description = "For Table 1: name=folder of a model, with ; between them" )
	private String rivals = "";

	@Parameter( label = "Ablations (optional)", required = false, persist = false, description = "For Table 2: name=folder of a model, with ; between them" )
	private String ablations = "";

	@Parameter( label = "Compare with refinement", persist = false, description = "For Table 1: our model with refinement, and refinement alone" )
	private boolean refined = false;

	@Parameter( label = "Experiment", persist = false )
	private Experiment experiment = Experiment.ALL;

	@Parameter( label = "Cases to draw", min = "0", persist = false, description = "For Figure 2: the first ones" )
	private int pictures = 2;

	@Parameter( label = "Step of wrong angles (degrees)", min = "0.2", max = "10", persist = false, description = "For Figure 3: from -10 to 10 degrees" )
	private double angle_step = 1;

	@Parameter( label = "Pairs of views a case", min = "1", persist = false, description = "For Figure 4: each view up to 30 degrees off" )
	private int pairs = 60;

	@Parameter( label = "Random seed", persist = false, description = "Of poses and of pairs of views" )
	private long seed = 1;

	@Parameter( label = "Device", persist = false, description = "AUTO takes a GPU where there is one" )
	private Device device = Device.AUTO;

	@Parameter( type = ItemIO.OUTPUT )
	private String report;

	@Override
	void compute( final Progress progress ) throws IOException
	{
		Outputs.requireFolderThatTakesFiles( output.toPath() );
		final Experiments.Plan plan = new Experiments.Plan( pictures, new AngleErrors( angle_step ), new ViewPairs( pairs, seed ) );
		final EvaluationCases tested = tested( progress );
		try ( SystemInputs inputs = new SystemInputs( device ) )
		{
			final List< RegistrationSystem > systems = inputs.compared( model, refined, rivals );
			new Experiments( tested, inputs.atlas(), systems, inputs.named( ablations, "ablations" ), plan ).run( experiment,
					output.toPath(),
					progress );
		}
		report = tested.size() + " cases; results in " + output;
	}

	private EvaluationCases tested( final Progress progress ) throws IOException
	{
		final Path folder = Optionals.path( dataset ), bones = Optionals.path( surfaces );
		if ( ( folder == null ) == ( bones == null ) )
			throw new IllegalArgumentException(
					"Cases come from a data set or from surfaces; expected one of the parameters dataset and surfaces." );
		return folder != null ? EvaluationCases.ofDataset( folder, cases )
				: EvaluationCases.ofSurfaces( Subjects.ofFolder( bones, ( f, what ) -> progress.report( 0, what ) ),
						PhantomSettings.standard( GridSize.FULL, GeometryMode.ORTHOGONAL, seed ), poses );
	}
}
