/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.raywarp.io.JsonFields;
import org.raywarp.network.Ablation;
import org.raywarp.network.Architecture;
import org.raywarp.network.LearnedMasks;
import org.raywarp.network.LossWeights;
import org.raywarp.network.Method;
import org.raywarp.network.NetworkConfig;
import org.raywarp.training.TrainingConfig.Schedule;
import org.raywarp.volume.GridSize;

import com.google.gson.JsonElement;

/**
 * How a network is trained on a data set: what a configuration file says, every key of which may be left out. For example
 *
 * <pre>
 * {"method": "DEFORMATION", "size": "QUARTER", "steps": 10000, "minutes": 0, "learningRate": 3e-4, "decay": "COSINE", "validateEvery": 500,
 *  "validationFraction": 0.1, "masks": "WITH", "smoothnessWeight": 0.01, "similarityWeight": 0.1, "surfaceWeight": 0.1, "features": 16,
 *  "decoderFeatures": [64, 32, 16, 8], "ablations": ["NO_SKIPS"], "seed": 1}
 * </pre>
 *
 * The method is one of {@link Method}. Weights of losses and ablations are those of networks that register an atlas: the
 * method LABELS has one loss, and only the method DEFORMATION has ablations.
 *
 * @param config
 *            network, loss and schedule
 * @param validationFraction
 *            part of the persons whose cases choose the best weights instead of being learned from, 0 to 1
 * @param masks
 *            whether the network sees the bone alone
 */
public record TrainingPlan( TrainingConfig config, double validationFraction, LearnedMasks masks )
{

	/** Departs from the paper's 0: with the known similarity a network learns much faster. */
	private static final double SIMILARITY_WEIGHT = 0.1;

	/** Departs from the paper's 0: correlation is blind to a thin shift of the surface, which the user is not. */
	private static final double SURFACE_WEIGHT = 0.1;

	/**
	 * @throws IllegalArgumentException
	 *             if the fraction is not from 0 to 0.9
	 */
	public TrainingPlan
	{
		if ( !( validationFraction >= 0 && validationFraction <= 0.9 ) )
			throw new IllegalArgumentException( "The fraction of persons to validate with is 0 to 0.9, not " + validationFraction + "." );
	}

	/**
	 * @param size
	 *            resolution of the network
	 * @return what is done without a configuration file
	 */
	public static TrainingPlan standard( final GridSize size )
	{
		return new TrainingPlan(
				new TrainingConfig( NetworkConfig.of( size ),
						new LossWeights( LossWeights.PAPER.smoothness(), SIMILARITY_WEIGHT, SURFACE_WEIGHT ),
						new Schedule( 10_000, 3e-4, LearningRate.COSINE, 500, 0 ), 1 ),
				0.1, LearnedMasks.WITH );
	}

	/**
	 * @param file
	 *            a configuration
	 * @param size
	 *            resolution where the file does not say it
	 * @return the plan
	 * @throws IOException
	 *             if the file cannot be read, or a key is unknown or of the wrong type or range
	 */
	public static TrainingPlan read( final Path file, final GridSize size ) throws IOException
	{
		if ( !Files.isRegularFile( file ) || Files.size( file ) > 1 << 20 )
			throw new IOException( file + " is no training configuration; expected a JSON file of at most 1 MiB." );
		final JsonFields f = JsonFields.parse( file.toString(), Files.readString( file, StandardCharsets.UTF_8 ) );
		f.requireOnly( "method", "size", "steps", "minutes", "learningRate", "decay", "validateEvery", "validationFraction", "masks",
				"smoothnessWeight",
				"similarityWeight", "surfaceWeight", "features", "decoderFeatures", "ablations", "seed" );
		final TrainingPlan standard = standard( f.has( "size" ) ? choice( f, "size", GridSize.class ) : size );
		try
		{
			final Schedule s = standard.config.schedule();
			final Schedule schedule = new Schedule( whole( f, "steps", s.steps() ), f.number( "learningRate", s.learningRate() ),
					f.has( "decay" ) ? choice( f, "decay", LearningRate.class ) : s.decay(),
					whole( f, "validateEvery", s.validateEvery() ),
					f.number( "minutes", s.minutes() ) );
			final LossWeights loss = new LossWeights( f.number( "smoothnessWeight", standard.config.loss().smoothness() ),
					f.number( "similarityWeight", standard.config.loss().similarity() ),
					f.number( "surfaceWeight", standard.config.loss().surface() ) );
			return new TrainingPlan(
					new TrainingConfig( network( f, standard.config.network() ), loss, schedule,
							whole( f, "seed", standard.config.seed() ) ),
					f.number( "validationFraction", standard.validationFraction ),
					f.has( "masks" ) ? choice( f, "masks", LearnedMasks.class ) : standard.masks );
		}
		catch ( final IllegalArgumentException e )
		{
			throw new IOException( file + ": " + e.getMessage(), e );
		}
	}

	private static long whole( final JsonFields f, final String key, final long missing ) throws IOException
	{
		return f.has( key ) ? f.whole( key, 0, Integer.MAX_VALUE ) : missing;
	}

	private static NetworkConfig network( final JsonFields f, final NetworkConfig standard ) throws IOException
	{
		final Architecture a = standard.architecture();
		final List< Integer > decoder = new ArrayList<>();
		if ( f.has( "decoderFeatures" ) )
			for ( final double v : f.numbers( "decoderFeatures", a.levels() + 1 ) )
				decoder.add( ( int ) v );
		final Set< Ablation > ablations = new HashSet<>();
		if ( f.has( "ablations" ) )
			for ( final JsonElement e : f.array( "ablations" ) )
				ablations.add( choice( f, "ablations", e, Ablation.class ) );
		final Architecture architecture = new Architecture( a.levels(), f.has( "features" ) ? f.whole( "features", 1, 64 ) : a.features(),
				decoder.isEmpty() ? a.decoderFeatures() : decoder, a.squarings(), a.velocityStride(), ablations );
		return new NetworkConfig( standard.detectorColumns(), standard.detectorRows(), standard.grid(), architecture,
				f.has( "method" ) ? choice( f, "method", Method.class ) : standard.method() );
	}

	private static < E extends Enum< E > > E choice( final JsonFields f, final String key, final Class< E > type ) throws IOException
	{
		return choice( f, key, f.object().get( key ), type );
	}

	private static < E extends Enum< E > > E choice( final JsonFields f, final String key, final JsonElement value, final Class< E > type )
			throws IOException
	{
		for ( final E constant : type.getEnumConstants() )
			if ( value.isJsonPrimitive() && value.getAsString().equals( constant.name() ) )
				return constant;
		throw f.wrong( key, value, "one of " + Arrays.toString( type.getEnumConstants() ) );
	}
}
