/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.dataset.DatasetGenerator;
import org.raywarp.dataset.DatasetPart;
import org.raywarp.dataset.DatasetReader;
import org.raywarp.dataset.DatasetSettings;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.ShapeSettings;
import org.raywarp.dataset.ShapeSource;
import org.raywarp.deformation.Similarity;
import org.raywarp.network.LearnedMasks;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingCase;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;

class DatasetCollectionTest
{
	private static DatasetReader dataset( final Path folder, final GeometryMode mode, final double validation ) throws IOException
	{
		DatasetGenerator
				.generate( new DatasetSettings( ShapeSettings.of( ShapeSource.PARAMETRIC, null, 3 ).withSplit( validation, 0 ), folder, 3,
						PhantomSettings.standard( GridSize.QUARTER, mode, 5 ) ), Progress.NONE );
		return DatasetReader.open( folder );
	}

	/** The persons of both sets have the same names, but are other persons. */
	@Test
	void casesAreNumberedThroughAndPersonsSetAsideStayAside( @TempDir final Path folder ) throws IOException
	{
		final DatasetReader all = dataset( folder.resolve( "all" ), GeometryMode.ORTHOGONAL, 0 ),
				split = dataset( folder.resolve( "split" ), GeometryMode.GENERALIZED, 0.34 );
		final DatasetCollection both = new DatasetCollection( List.of( all, split ) );
		assertEquals( GeometryMode.GENERALIZED, both.mode() );
		final List< Integer > training = both.indices( DatasetPart.TRAINING ), validation = both.indices( DatasetPart.VALIDATION );
		assertEquals( 1, validation.size() );
		assertTrue( validation.get( 0 ) >= 3 );
		assertEquals( 5, training.size() );
		final Set< String > persons = new HashSet<>();
		training.forEach( i -> persons.add( both.person( i ) ) );
		assertEquals( 5, persons.size() );
		assertTrue( !persons.contains( both.person( validation.get( 0 ) ) ) );
		assertEquals( split.read( 1 ).atlasFromSubject(), both.read( 4 ).atlasFromSubject() );
		final Similarity further = new Similarity( 5, 0, 0, 0, 3, 0, 1.1 );
		final TrainingCase moved =
				new DatasetCases( both, List.of( 4 ), NetworkConfig.of( GridSize.QUARTER ), further, LearnedMasks.WITH ).get( 0 );
		final double[] expected = further.about( 0, 0, 0 ).apply( split.read( 1 ).atlasFromSubject().about( 0, 0, 0 ).apply( 10, 20, 30 ) );
		final double[] found = moved.truth().orElseThrow().about( 0, 0, 0 ).apply( 10, 20, 30 );
		for ( int d = 0; d < 3; ++d )
			assertEquals( expected[ d ], found[ d ], 1e-9 );
	}

	@Test
	void casesAreLearnedFromWithAndWithoutMasks( @TempDir final Path folder ) throws IOException
	{
		final DatasetCollection one = new DatasetCollection( List.of( dataset( folder, GeometryMode.ORTHOGONAL, 0 ) ) );
		final NetworkConfig network = NetworkConfig.of( GridSize.QUARTER );
		final DatasetCases both = new DatasetCases( one, List.of( 1, 2 ), network, Similarity.IDENTITY, LearnedMasks.BOTH ),
				without = new DatasetCases( one, List.of( 2 ), network, Similarity.IDENTITY, LearnedMasks.WITHOUT );
		assertEquals( 4, both.size() );
		assertEquals( 1, without.size() );
		assertTrue( coverage( both.get( 1 ) ) < 0.5 );
		assertEquals( 1, coverage( both.get( 3 ) ), 1e-6 );
		assertArrayEquals( FloatArrays.of( both.get( 3 ).radiographs().get( 0 ).image() ),
				FloatArrays.of( without.get( 0 ).radiographs().get( 0 ).image() ) );
	}

	/** @return the part of the frontal radiograph that the network sees */
	private static double coverage( final TrainingCase example )
	{
		double sum = 0;
		final float[] mask = FloatArrays.of( example.radiographs().get( 0 ).mask() );
		for ( final float m : mask )
			sum += m;
		return sum / mask.length;
	}

	@Test
	void noDataSetIsRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new DatasetCollection( List.of() ) );
	}
}
