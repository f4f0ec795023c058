/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.Device;
import org.raywarp.network.Ellipsoids;
import org.raywarp.network.LossWeights;
import org.raywarp.network.Losses;
import org.raywarp.network.TrainingAtlas;
import org.raywarp.network.TrainingCase;
import org.raywarp.training.TrainingConfig.Schedule;
import org.raywarp.volume.Progress;

class TrainerTest
{
	private static CaseSource source( final List< TrainingCase > cases )
	{
		return new CaseSource()
		{
			@Override
			public int size()
			{
				return cases.size();
			}

			@Override
			public TrainingCase get( final int index )
			{
				return cases.get( index );
			}
		};
	}

	private static Trainer trainer( final int steps, final Path output )
	{
		final TrainingConfig config =
				new TrainingConfig( Ellipsoids.CONFIG, LossWeights.PAPER, new Schedule( steps, 1e-3, LearningRate.CONSTANT, 4, 0 ), 3 );
		return new Trainer( config, source( Ellipsoids.cases( 5, 1 ) ), source( Ellipsoids.cases( 2, 2 ) ), Optional.empty(), output );
	}

	@Test
	void everyPassTakesEachCaseOnceInAnotherOrder( @TempDir final Path output )
	{
		final Trainer trainer = trainer( 100, output );
		final List< List< Integer > > passes = new ArrayList<>();
		for ( int pass = 0; pass < 4; ++pass )
		{
			final List< Integer > order = new ArrayList<>();
			for ( int i = 0; i < 5; ++i )
				order.add( trainer.index( 5 * pass + i ) );
			assertEquals( 5, new HashSet<>( order ).size() );
			passes.add( order );
		}
		assertTrue( new HashSet<>( passes ).size() > 1 );
		assertEquals( passes.get( 0 ).get( 2 ), trainer( 7, output ).index( 2 ) );
	}

	@Test
	void stoppedTrainingLeavesTablesAndGoesOn( @TempDir final Path output ) throws IOException
	{
		final Progress stop = ( fraction, what ) -> {
			if ( what.endsWith( " 6" ) )
				throw new CancellationException( "stop" );
		};
		assertThrows( CancellationException.class,
				() -> trainer( 10, output ).train( TrainingAtlas.of( Ellipsoids.atlas() ), true, Device.CPU, TrainingListener.NONE,
						stop ) );
		assertTrue( Files.exists( output.resolve( Trainer.LAST ) ) );
		final List< Long > steps = new ArrayList<>();
		final TrainingReport report =
				trainer( 10, output ).train( TrainingAtlas.of( Ellipsoids.atlas() ), true, Device.CPU, new TrainingListener()
				{
					@Override
					public void stepped( final long step, final Losses losses )
					{
						steps.add( step );
					}
				}, Progress.NONE );
		assertEquals( List.of( 7L, 8L, 9L, 10L ), steps );
		assertTrue( report.finished() );
		assertTrue( List.of( 4L, 8L, 10L ).contains( report.bestStep() ) );
		final List< String > rows = Files.readAllLines( output.resolve( Trainer.STEPS_TABLE ) );
		assertEquals( 11, rows.size() );
		assertTrue( rows.get( 6 ).startsWith( "6," ) );
		assertTrue( Files.exists( output.resolve( Trainer.BEST ) ) );
	}

	@Test
	void learningRateFallsAlongACosine()
	{
		assertEquals( 1, LearningRate.COSINE.factor( 0 ), 1e-12 );
		assertEquals( 0.505, LearningRate.COSINE.factor( 0.5 ), 1e-12 );
		assertEquals( 0.01, LearningRate.COSINE.factor( 1 ), 1e-12 );
	}
}
