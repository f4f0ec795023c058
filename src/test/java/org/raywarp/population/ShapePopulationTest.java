/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.raywarp.anatomy.ClosedSurface;
import org.raywarp.anatomy.FemurFrame;
import org.raywarp.anatomy.FemurShape;
import org.raywarp.anatomy.ParametricFemur;
import org.raywarp.anatomy.Side;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Progress;

import net.imglib2.parallel.Parallelization;

class ShapePopulationTest
{
	private static final List< Specimen > BONES = new ArrayList<>();

	private static List< CorrespondingSurface > registered;

	private static ShapeModel model;

	/** Two whole bones and one cut off below the trochanters. */
	@BeforeAll
	static void learn()
	{
		for ( int i = 0; i < 3; ++i )
		{
			final TriangleMesh surface = bone( i );
			BONES.add( new Specimen( "bone" + i, "person" + i, i < 2 ? surface : ShapeModelTest.cutAt( surface, -20 ) ) );
		}
		registered = ShapePopulation.register( Correspondence.toMeanFemur(), BONES, Progress.NONE );
		model = ShapePopulation.learn( BONES, registered, Enlargement.KERNELS_AND_MEASURES, 60 );
	}

	private static TriangleMesh bone( final long seed )
	{
		final TriangleMesh surface = ParametricFemur.surface( FemurShape.sample( seed ), 3 );
		return surface.transformed( FemurFrame.of( surface, Side.RIGHT ).frameFromPatient() );
	}

	@Test
	void theReferenceLiesOnEveryBone()
	{
		for ( final CorrespondingSurface r : registered )
			// Half of the width of a bone's finest relief in a mesh of 4 mm.
			assertTrue( r.residual() < 0.4, "residual " + r.residual() );
		assertTrue( registered.get( 0 ).coverage() > 0.9 );
		assertTrue( registered.get( 2 ).coverage() < 0.75, "cut off: " + registered.get( 2 ).coverage() );
	}

	@Test
	void theMeanIsAFemurInItsFrame()
	{
		assertTrue( ShapeCheck.of( model.mean() ).passed(), ShapeCheck.of( model.mean() ).reason() );
		assertEquals( 60, model.modeCount() );
	}

	@Test
	void principalComponentsAloneAreOneFewerThanThePersons()
	{
		final ShapeModel plain = ShapePopulation.learn( BONES, registered, Enlargement.NONE, 60 );
		assertEquals( 2, plain.modeCount() );
		// A bone that the model knows comes back, but for what was predicted.
		assertTrue( plain.fit( BONES.get( 0 ).surface(), 0.2, Progress.NONE ).residual() < 0.6 );
	}

	@Test
	void samplesAreClosedAndTheSameForTheSameSeedWhateverTheThreads()
	{
		final ShapeSampler sampler = new ShapeSampler( model );
		final ShapeSampler.Sample first = sampler.draw( 7 );
		ClosedSurface.of( first.surface() );
		assertTrue( ShapeCheck.of( first.surface() ).passed() );
		final TriangleMesh[] again = new TriangleMesh[ 1 ];
		Parallelization.runSingleThreaded( () -> again[ 0 ] = new ShapeSampler( model ).sample( 7 ) );
		assertArrayEquals( first.surface().vertices(), again[ 0 ].vertices() );
		assertTrue( Math.abs( first.surface().vertices()[ 0 ] - sampler.sample( 8 ).vertices()[ 0 ] ) > 1e-6 );
	}

	@Test
	void registrationDoesNotDependOnTheThreads()
	{
		final CorrespondingSurface[] again = new CorrespondingSurface[ 1 ];
		Parallelization
				.runSingleThreaded( () -> again[ 0 ] = Correspondence.toMeanFemur().register( BONES.get( 2 ).surface(), Progress.NONE ) );
		assertArrayEquals( registered.get( 2 ).mesh().vertices(), again[ 0 ].mesh().vertices() );
	}

	@Test
	void whatIsNoFemurIsNamed()
	{
		final TriangleMesh far =
				new TriangleMesh( new double[] { 900, 0, 0, 910, 0, 0, 900, 10, 0, 900, 0, 10 },
						new int[] { 0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2 } );
		final String message = assertThrows( IllegalArgumentException.class,
				() -> ShapePopulation.learn( List.of( new Specimen( "pebble", "x", far ) ), Enlargement.NONE, 5, Progress.NONE ) )
						.getMessage();
		assertTrue( message.startsWith( "pebble: " ), message );
	}

	@Test
	void cancelingEndsIt()
	{
		assertThrows( CancellationException.class, () -> ShapePopulation.learn( BONES, Enlargement.NONE, 5, ( f, what ) -> {
			throw new CancellationException( what );
		} ) );
	}
}
