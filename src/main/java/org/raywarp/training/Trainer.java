/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.raywarp.network.Device;
import org.raywarp.network.Losses;
import org.raywarp.network.PretrainedWeights;
import org.raywarp.network.TrainableNetwork;
import org.raywarp.network.TrainingAtlas;
import org.raywarp.network.TrainingCase;
import org.raywarp.volume.Progress;

/**
 * Trains a network: one case a step in an order drawn anew for each pass, validation at intervals, the last and the best
 * weights kept as checkpoints. A training that was stopped or killed continues from its last checkpoint as if it had
 * not been.
 * <p>
 * The output folder holds {@link #LAST}, {@link #BEST}, {@link #STEPS_TABLE} and {@link #VALIDATION_TABLE}.
 */
public final class Trainer
{
	/** The checkpoint to continue from. */
	public static final String LAST = "last.checkpoint";

	/** The checkpoint that did best on the validation cases. */
	public static final String BEST = "best.checkpoint";

	/** The losses of each step. */
	public static final String STEPS_TABLE = "steps.csv";

	/** The mean losses of the validation cases. */
	public static final String VALIDATION_TABLE = "validation.csv";

	private final TrainingConfig config;

	private final CaseSource training;

	private final CaseSource validation;

	private final Optional< PretrainedWeights > pretrained;

	private final Path output;

	private List< Integer > order;

	private long pass;

	/**
	 * @param config
	 *            what to do
	 * @param training
	 *            cases to learn from, at least one
	 * @param validation
	 *            cases to choose the best weights by, at least one
	 * @param pretrained
	 *            weights to begin with; empty for new ones
	 * @param output
	 *            folder to write to
	 * @throws IllegalArgumentException
	 *             if there are no cases
	 */
	public Trainer( final TrainingConfig config, final CaseSource training, final CaseSource validation,
			final Optional< PretrainedWeights > pretrained, final Path output )
	{
		if ( training.size() < 1 || validation.size() < 1 )
			throw new IllegalArgumentException(
					"A training takes at least 1 case to train on and 1 to validate with, not " + training.size() + " and "
							+ validation.size() + "." );
		this.config = config;
		this.training = training;
		this.validation = validation;
		this.pretrained = pretrained;
		this.output = output;
	}

	/**
	 * Trains until all steps are taken or the time is over. When cancelled, a last checkpoint is written first.
	 *
	 * @param atlas
	 *            see {@link AtlasPreparation}
	 * @param resume
	 *            continue from the last checkpoint where there is one, else begin anew
	 * @param device
	 *            where to compute
	 * @param listener
	 *            hears of every step
	 * @param progress
	 *            told after every step; may cancel
	 * @return how it ended
	 * @throws IOException
	 *             if a case cannot be read or the output not written
	 */
	public TrainingReport train( final TrainingAtlas atlas, final boolean resume, final Device device,
			final TrainingListener listener,
			final Progress progress ) throws IOException
	{
		Files.createDirectories( output );
		try ( TrainableNetwork network = new TrainableNetwork( config.network(), config.loss(), atlas, device, config.seed() ) )
		{
			final Path last = output.resolve( LAST );
			if ( resume && Files.exists( last ) )
				network.restore( last );
			else
				pretrained.ifPresent( network::begin );
			final long start = System.nanoTime();
			try ( CasesAhead cases = new CasesAhead( training, this::index, config.schedule().steps() );
					LossTable steps = LossTable.open( output.resolve( STEPS_TABLE ), network.steps() );
					LossTable validations = LossTable.open( output.resolve( VALIDATION_TABLE ), network.steps() ) )
			{
				boolean over = network.steps() >= config.schedule().steps();
				while ( !over )
				{
					final Losses losses = network.step( cases.take( network.steps() ), config.schedule().rate( network.steps() ) );
					requireFinite( losses, network.steps() );
					steps.add( network.steps(), losses );
					listener.stepped( network.steps(), losses );
					over = network.steps() >= config.schedule().steps() || timeIsOver( start );
					if ( over || network.steps() % config.schedule().validateEvery() == 0 )
						validate( network, steps, validations, listener );
					report( network, progress );
				}
			}
			final double[] best = best( LossTable.rows( output.resolve( VALIDATION_TABLE ) ) );
			return new TrainingReport( network.steps(), ( long ) best[ 0 ],
					LossTable.losses( best ),
					network.steps() >= config.schedule().steps() );
		}
	}

	private boolean timeIsOver( final long start )
	{
		final double minutes = config.schedule().minutes();
		return minutes > 0 && ( System.nanoTime() - start ) / 60e9 > minutes;
	}

	private void report( final TrainableNetwork network, final Progress progress ) throws IOException
	{
		try
		{
			progress.report( ( double ) network.steps() / config.schedule().steps(), "Training step " + network.steps() );
		}
		catch ( final CancellationException e )
		{
			network.save( output.resolve( LAST ) );
			throw e;
		}
	}

	private static void requireFinite( final Losses losses, final long step )
	{
		if ( !Double.isFinite( losses.total() ) )
			throw new IllegalStateException( "The loss is no longer a number at step " + step + "; try a lower learning rate." );
	}

	/** Which case the step after so many steps takes: each pass over the cases has its own order, a function of seed and pass alone. */
	int index( final long step )
	{
		final int size = training.size();
		if ( order == null || pass != step / size )
		{
			pass = step / size;
			order = new ArrayList<>( size );
			for ( int i = 0; i < size; ++i )
				order.add( i );
			Collections.shuffle( order, new Random( config.seed() + 7919 * ( pass + 1 ) ) );
		}
		return order.get( ( int ) ( step % size ) );
	}

	private void validate( final TrainableNetwork network, final LossTable steps, final LossTable validations,
			final TrainingListener listener )
			throws IOException
	{
		final double[] sum = new double[ 7 ];
		for ( int i = 0; i < validation.size(); ++i )
		{
			final TrainingCase example = validation.get( i );
			final Losses l = network.evaluate( example );
			final double[] terms = LossTable.row( network.steps(), l );
			for ( int k = 0; k < sum.length; ++k )
				sum[ k ] += terms[ k ] / validation.size();
		}
		final Losses mean = LossTable.losses( sum );
		validations.add( network.steps(), mean );
		validations.flush();
		steps.flush();
		final boolean isBest = ( long ) best( LossTable.rows( output.resolve( VALIDATION_TABLE ) ) )[ 0 ] == network.steps();
		if ( isBest )
			network.save( output.resolve( BEST ) );
		network.save( output.resolve( LAST ) );
		listener.validated( network.steps(), mean, isBest );
	}

	/** The row with the lowest total, the first of equals; a row of zeros where there is none. */
	private static double[] best( final List< double[] > rows )
	{
		double[] best = new double[ 7 ];
		for ( final double[] row : rows )
			if ( best[ 0 ] == 0 || row[ 1 ] < best[ 1 ] )
				best = row;
		return best;
	}
}
