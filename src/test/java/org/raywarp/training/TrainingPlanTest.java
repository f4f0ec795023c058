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
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.network.Ablation;
import org.raywarp.network.LearnedMasks;
import org.raywarp.network.Method;
import org.raywarp.network.NetworkConfig;
import org.raywarp.volume.GridSize;

class TrainingPlanTest
{
	@TempDir
	Path folder;

	private Path file( final String text ) throws IOException
	{
		return Files.writeString( folder.resolve( "config.json" ), text );
	}

	@Test
	void emptyConfigurationIsTheStandard() throws IOException
	{
		assertEquals( TrainingPlan.standard( GridSize.QUARTER ), TrainingPlan.read( file( "{}" ), GridSize.QUARTER ) );
	}

	@Test
	void everyKeyIsRead() throws IOException
	{
		final TrainingPlan plan =
				TrainingPlan.read( file(
						"{\"method\":\"DEFORMATION\",\"size\":\"HALF\",\"steps\":20,\"minutes\":3,\"learningRate\":1e-5,\"decay\":\"STEPS\","
								+ "\"validateEvery\":5,\"validationFraction\":0.2,\"masks\":\"BOTH\",\"smoothnessWeight\":0.02,\"similarityWeight\":0,\"features\":8,"
								+ "\"decoderFeatures\":[8,8,8,8,4],\"ablations\":[\"NO_SKIPS\"],\"seed\":9}" ),
						GridSize.QUARTER );
		assertEquals( 80, plan.config().network().detectorColumns() );
		assertEquals( List.of( 8, 8, 8, 8, 4 ), plan.config().network().architecture().decoderFeatures() );
		assertEquals( Set.of( Ablation.NO_SKIPS ), plan.config().network().architecture().ablations() );
		assertEquals( new TrainingConfig.Schedule( 20, 1e-5, LearningRate.STEPS, 5, 3 ), plan.config().schedule() );
		assertEquals( 0.02, plan.config().loss().smoothness() );
		assertEquals( 0, plan.config().loss().similarity() );
		assertEquals( 9, plan.config().seed() );
		assertEquals( 0.2, plan.validationFraction() );
		assertEquals( LearnedMasks.BOTH, plan.masks() );
	}

	@Test
	void methodIsRead() throws IOException
	{
		for ( final GridSize size : GridSize.values() )
			for ( final Method method : Method.values() )
				assertEquals( NetworkConfig.of( size ).withMethod( method ),
						TrainingPlan.read( file( "{\"method\":\"" + method + "\"}" ), size ).config().network() );
	}

	@Test
	void mistakesAreNamed()
	{
		for ( final String[] mistake : new String[][] { { "{\"step\":3}", "step" }, { "{\"steps\":0}", "steps" },
				{ "{\"learningRate\":\"fast\"}", "learningRate" },
				{ "{\"size\":\"HUGE\"}", "HUGE" }, { "{\"ablations\":[\"ALL\"]}", "ALL" },
				{ "{\"method\":\"MAGIC\"}", "MAGIC" }, { "{\"method\":\"LABELS\",\"ablations\":[\"NO_SKIPS\"]}", "NO_SKIPS" },
				{ "{\"validationFraction\":2}", "2" }, { "{\"masks\":\"SOME\"}", "SOME" },
				{ "{", "JSON" } } )
		{
			final String message =
					assertThrows( IOException.class, () -> TrainingPlan.read( file( mistake[ 0 ] ), GridSize.QUARTER ) ).getMessage();
			assertTrue( message.contains( mistake[ 1 ] ) && message.contains( "config.json" ), message );
		}
	}
}
