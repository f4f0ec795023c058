/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.dataset.Case;
import org.raywarp.dataset.GeometryMode;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.Subject;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.metrics.LabelOverlap;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.LabelReconstruction;
import org.raywarp.registration.Radiograph;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.RodModel;
import org.raywarp.registration.StubModel;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * All experiments with systems that need no network.
 */
class ExperimentsTest
{
	private static Atlas atlas;

	private static EvaluationCases cases;

	@TempDir
	Path folder;

	@BeforeAll
	static void makeCases() throws IOException
	{
		final TriangleMesh femur = ParametricFemur.sample( 1 );
		final LabeledCt femurCt = SurfaceToCt.makeInFrame( femur, GridSize.QUARTER, 1, Progress.NONE );
		atlas = new Atlas( femurCt.ct(), femurCt.labels() );
		final EvaluationCases made = EvaluationCases.ofSurfaces(
				List.of( Subject.of( "a-right", "a", femur ), Subject.of( "b-right", "b", ParametricFemur.sample( 2 ) ) ),
				PhantomSettings.standard( GridSize.QUARTER, GeometryMode.ORTHOGONAL, 3 ), 1 );
		final List< Case > kept = new ArrayList<>();
		for ( int i = 0; i < made.size(); ++i )
			kept.add( made.read( i ) );
		cases = new Kept( kept, made );
	}

	/** Cases that are made once for all tests. */
	private record Kept( List< Case > made, EvaluationCases source ) implements EvaluationCases
	{
		@Override
		public int size()
		{
			return made.size();
		}

		@Override
		public Case read( final int which )
		{
			return made.get( which );
		}

		@Override
		public PhantomSettings settings()
		{
			return source.settings();
		}

		@Override
		public String description()
		{
			return source.description();
		}
	}

	private static boolean rightAngle( final List< Radiograph > radiographs )
	{
		final double[] a = radiographs.get( 0 ).view().projection().source(), b = radiographs.get( 1 ).view().projection().source();
		return Math.abs( a[ 0 ] * b[ 0 ] + a[ 1 ] * b[ 1 ] ) < 1;
	}

	private static RegistrationSystem stub( final String name, final double shift )
	{
		return new RegistrationSystem( name, "stub " + shift,
				Optional.of( new StubModel( GridSize.QUARTER.grid(), () -> new Similarity( 0, 0, 0, shift, 0, 0, 1 ), true ) ),
				RefinementSettings.NONE );
	}

	/** Counts how often it is asked, and takes only views at right angles. */
	private static final class CountedRod extends RodModel
	{
		private final AtomicInteger asked;

		CountedRod( final AtomicInteger asked )
		{
			super( GridSize.QUARTER.grid() );
			this.asked = asked;
		}

		@Override
		public Volume< FloatType > occupancy( final List< Radiograph > radiographs )
		{
			asked.incrementAndGet();
			if ( !rightAngle( radiographs ) )
				throw new IllegalArgumentException( "not at right angles, but askew" );
			return super.occupancy( radiographs );
		}
	}

	private static RegistrationSystem labels( final AtomicInteger asked )
	{
		return new RegistrationSystem( "labels", "rod", Optional.of( new CountedRod( asked ) ), RefinementSettings.NONE );
	}

	private static RegistrationSystem refusing()
	{
		return new RegistrationSystem( "refusing", "stub", Optional.of( new StubModel( GridSize.QUARTER.grid(), () -> {
			throw new IllegalArgumentException( "no such bone" );
		}, true ) ), RefinementSettings.NONE );
	}

	private static Experiments experiments( final AtomicInteger asked )
	{
		return new Experiments( cases, atlas, List.of( stub( "ours", 0 ), stub( "shifted", 4 ), labels( asked ) ),
				List.of( stub( "without", 2 ) ), new Experiments.Plan( 1, new AngleErrors( 10 ), new ViewPairs( 2, 1 ) ) );
	}

	private Map< String, byte[] > results() throws IOException
	{
		final Map< String, byte[] > results = new TreeMap<>();
		try ( Stream< Path > files = Files.list( folder ) )
		{
			for ( final Path file : files.filter( Files::isRegularFile ).toList() )
				results.put( file.getFileName().toString(), Files.readAllBytes( file ) );
		}
		return results;
	}

	@Test
	void stoppedAndTakenUpAgainTheyGiveTheSame() throws IOException
	{
		final AtomicInteger asked = new AtomicInteger();
		assertThrows( CancellationException.class, () -> experiments( asked ).run( Experiment.ALL, folder, ( f, what ) -> {
			// Three systems have done the first case.
			if ( what.contains( "4 of 6" ) )
				throw new CancellationException( what );
		} ) );
		final List< String > before = Files.readAllLines( folder.resolve( "measured/cases-ours.csv" ) );
		assertEquals( 4, before.size(), before.toString() );
		experiments( asked ).run( Experiment.ALL, folder, Progress.NONE );
		assertEquals( before, Files.readAllLines( folder.resolve( "measured/cases-ours.csv" ) ).subList( 0, before.size() ) );
		final Map< String, byte[] > first = results();
		assertEquals( List.of( "figure-2-0-labels.png", "figure-2-0-ours.png", "figure-2-0-shifted.png", "figure-2.csv", "figure-2.md",
				"figure-3.csv", "figure-3.md", "figure-3.png", "figure-4.csv", "figure-4.md", "figure-4.png", "table-1.csv", "table-1.md",
				"table-1.png", "table-2.csv", "table-2.md", "table-2.png" ), new ArrayList<>( first.keySet() ) );
		// Two cases and a picture, each once.
		assertEquals( 3, asked.get() );
		final List< String > errors = new ArrayList<>();
		experiments( asked ).run( Experiment.ALL, folder, ( f, what ) -> {
			if ( !( f >= 0 && f <= 1 ) )
				errors.add( f + " " + what );
		} );
		assertEquals( List.of(), errors );
		assertEquals( 3, asked.get() );
		for ( final Map.Entry< String, byte[] > file : results().entrySet() )
			assertArrayEquals( first.get( file.getKey() ), file.getValue(), file.getKey() );
	}

	@Test
	void refusedCasesAreLeftOutAndCounted() throws IOException
	{
		final List< Trial > trials = List.of( Trial.asTaken( 0, 0 ), Trial.asTaken( 1, 0 ), Trial.asTaken( 1, 5 ) );
		final Map< String, List< Measurement > > measured = new Measuring( cases, atlas, folder ).run( "some",
				List.of( stub( "ours", 0 ), labels( new AtomicInteger() ), refusing() ), trials, Progress.NONE );
		final List< Measurement > labels = measured.get( "labels" );
		assertTrue( labels.get( 0 ).result().isPresent() && labels.get( 1 ).result().isPresent() && labels.get( 2 ).result().isEmpty() );
		assertEquals( "not at right angles; but askew", labels.get( 2 ).refusal() );
		assertTrue( labels.get( 0 ).affine().isEmpty() && Double.isNaN( labels.get( 0 ).result().orElseThrow().ssim() ) );
		final Case first = cases.read( 0 );
		final double rod = LabelOverlap.of( first.labels(), LabelReconstruction.reconstruct( atlas.ct().grid(),
				Trial.asTaken( 0, 0 ).radiographs( first, Optional.empty() ), new CountedRod( new AtomicInteger() ), Progress.NONE )
				.labels() )
				.dice( Atlas.BONE );
		assertEquals( rod, labels.get( 0 ).result().orElseThrow().dice(), 1e-6 );
		final String table = new ComparisonTable( "t", measured, List.of( Stage.LOCAL ) ).markdown();
		assertTrue(
				table.contains( "| labels | 2 | 1 | " ) && table.contains( "| ours | 3 | 0 | " )
						&& table.contains( "| refusing | 0 | 3 | " ),
				table );
		assertEquals( "no such bone", measured.get( "refusing" ).get( 0 ).refusal() );
	}

	@Test
	void refusedCaseHasNoPicture() throws IOException
	{
		new CasePictures( 1 ).run( new Measuring( cases, atlas, folder.resolve( "measured" ) ), List.of( refusing() ), folder,
				Progress.NONE );
		assertEquals( Set.of( "figure-2.csv", "figure-2.md" ), results().keySet() );
		assertTrue( Files.readString( folder.resolve( "figure-2.md" ) ).endsWith( "|  |  |  |  | refused: no such bone |\n" ) );
	}

	@Test
	void otherSystemsOfTheNameAreRefused() throws IOException
	{
		final Measuring measuring = new Measuring( cases, atlas, folder );
		measuring.run( "some", List.of( stub( "ours", 0 ) ), List.of( Trial.asTaken( 0, 0 ) ), Progress.NONE );
		final String message = assertThrows( IOException.class,
				() -> measuring.run( "some", List.of( stub( "ours", 1 ) ), List.of( Trial.asTaken( 0, 0 ) ), Progress.NONE ) ).getMessage();
		assertTrue( message.contains( "some-ours.csv" ) && message.contains( "stub 1.0" ), message );
	}
}
