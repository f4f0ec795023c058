/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.raywarp.dataset.DatasetPart;
import org.raywarp.dataset.DatasetSplit;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.StandardViews;
import org.raywarp.deformation.Similarity;
import org.raywarp.network.Device;
import org.raywarp.network.Losses;
import org.raywarp.network.Method;
import org.raywarp.network.ModelDescription.Training;
import org.raywarp.network.ModelDescription.ViewRange;
import org.raywarp.network.ModelFolder;
import org.raywarp.network.PretrainedWeights;
import org.raywarp.registration.Atlas;
import org.raywarp.volume.Progress;

/**
 * Trains on data sets on disk and leaves a model: trains, chooses, and writes the best weights to the folder
 * {@link #MODEL} of the output.
 */
public final class DatasetTraining
{
	/** The folder of the finished model within the output. */
	public static final String MODEL = "model";

	/** Validate with so many cases where there are too few persons to set some aside. */
	private static final int FEW = 8;

	private final DatasetCollection dataset;

	private final TrainingPlan plan;

	private final Atlas atlas;

	private final Similarity atlasFromMean;

	private final Optional< PretrainedWeights > start;

	/**
	 * @param dataset
	 *            the cases
	 * @param plan
	 *            what to do
	 * @param atlas
	 *            the atlas
	 * @param atlasFromMean
	 *            from the mean femur, to which the cases know the similarity, to the atlas, see
	 *            {@link AtlasPreparation#fromMeanFemur}
	 * @param start
	 *            the weights to begin with; empty for new ones
	 * @throws IllegalArgumentException
	 *             if the method takes orthogonal views or an atlas with a population, and these are not
	 */
	public DatasetTraining( final DatasetCollection dataset, final TrainingPlan plan, final Atlas atlas, final Similarity atlasFromMean,
			final Optional< PretrainedWeights > start )
	{
		this.dataset = dataset;
		this.plan = plan;
		this.atlas = atlas;
		this.atlasFromMean = atlasFromMean;
		this.start = start;
		final Method method = plan.config().network().method();
		if ( method == Method.LABELS && dataset.mode() != GeometryMode.ORTHOGONAL )
			throw new IllegalArgumentException(
					"The method LABELS learns from orthogonal views only; expected data sets whose views are ORTHOGONAL, not "
							+ dataset.mode() + "." );
		if ( method == Method.STATISTICAL && atlas.population().isEmpty() )
			throw new IllegalArgumentException( "The method STATISTICAL takes the population of the atlas, and the atlas has none; "
					+ "expected one of Build Atlas with its file population.modes." );
	}

	/**
	 * Trains on the training persons of the data set and validates with its validation persons; where it has none, with some
	 * of the training persons who are set aside, and with too few of them, with cases that are learned from. The test
	 * persons are not looked at.
	 *
	 * @param output
	 *            folder for checkpoints, tables and the model
	 * @param resume
	 *            continue an earlier training in that folder where there is one
	 * @param device
	 *            where to compute
	 * @param listener
	 *            hears of every step
	 * @param progress
	 *            told after every step; may cancel, which leaves a checkpoint
	 * @return how it ended
	 * @throws IOException
	 *             if a case cannot be read or the output not be written
	 */
	public TrainingReport run( final Path output, final boolean resume, final Device device, final TrainingListener listener,
			final Progress progress )
			throws IOException
	{
		final List< Integer > training = dataset.indices( DatasetPart.TRAINING ), validation = dataset.indices( DatasetPart.VALIDATION );
		if ( validation.isEmpty() )
			setAside( training, validation );
		final boolean heldOut = !validation.isEmpty();
		if ( !heldOut )
			validation.addAll( training.subList( 0, Math.min( FEW, training.size() ) ) );
		final TrainingReport report = new Trainer( plan.config(), cases( training ), cases( validation ), start, output )
				.train( AtlasPreparation.prepare( atlas, plan.config().network() ), resume, device, listener, progress );
		final Training facts = new Training( "RayWarp data set, " + dataset.mode() + " views", training.size(),
				persons( training ).size(), plan.masks(), report.bestStep(), version() );
		ModelFolder.write( new ModelFolder.Facts( output.toAbsolutePath().getFileName().toString(), plan.config().network(),
				views( dataset.mode() ), facts,
				heldOut ? metrics( report.best() ) : Map.of() ), output.resolve( Trainer.BEST ), atlas, output.resolve( MODEL ) );
		return report;
	}

	/** Moves the cases of some training persons to validation. */
	private void setAside( final List< Integer > training, final List< Integer > validation )
	{
		final Set< String > aside =
				DatasetSplit.of( persons( training ), plan.validationFraction(), 0, plan.config().seed() ).validation();
		for ( final int i : training )
			if ( aside.contains( dataset.person( i ) ) )
				validation.add( i );
		training.removeAll( Set.copyOf( validation ) );
	}

	private Set< String > persons( final List< Integer > indices )
	{
		final Set< String > persons = new TreeSet<>();
		for ( final int i : indices )
			persons.add( dataset.person( i ) );
		return persons;
	}

	private CaseSource cases( final List< Integer > indices )
	{
		return new CachedCases( new DatasetCases( dataset, indices, plan.config().network(), atlasFromMean, plan.masks() ) );
	}

	private static String version()
	{
		final String version = DatasetTraining.class.getPackage().getImplementationVersion();
		return version == null ? "unreleased" : version;
	}

	private Map< String, Double > metrics( final Losses best )
	{
		final Map< String, Double > metrics = new LinkedHashMap<>();
		metrics.put( "validation_ncc", best.correlation() );
		if ( plan.config().network().method() == Method.LABELS )
			return metrics;
		metrics.put( "validation_affine_ncc", best.affineCorrelation() );
		metrics.put( "validation_similarity_error_mm", best.similarityError() );
		metrics.put( "validation_surface_distance_mm", best.surfaceDistance() );
		return metrics;
	}

	/** The directions of a mode, for the description of a model. */
	static List< ViewRange > views( final GeometryMode mode )
	{
		final double d = mode == GeometryMode.GENERALIZED ? StandardViews.DEVIATION : 0;
		return List.of( new ViewRange( "frontal", StandardViews.FRONTAL_ANGLE - d, StandardViews.FRONTAL_ANGLE + d, 0, 0 ),
				new ViewRange( "lateral", StandardViews.LATERAL_ANGLE - d, StandardViews.LATERAL_ANGLE + d, 0, 0 ) );
	}
}
