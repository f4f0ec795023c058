/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

public class BiplanarRegistrationTest
{
	private static final Similarity POSE = new Similarity( 6, -4, 8, 3, -5, 4, 1.04 );

	@Test
	public void modelThatRegressesTheIdentityLeavesTheAtlasAsItIs()
	{
		final Atlas atlas = Phantom.atlas();
		final RegistrationResult result = register( atlas, Similarity.IDENTITY, Similarity.IDENTITY, false );
		assertArrayEquals( FloatArrays.of( atlas.ct().voxels() ), FloatArrays.of( result.ct().voxels() ), 1e-3f );
		assertArrayEquals( LabelArrays.of( atlas.labels().voxels() ), LabelArrays.of( result.labels().voxels() ) );
		assertEquals( 0, result.quality().foldedVoxels() );
		assertEquals( result.quality().similarityBefore(), result.quality().similarityAfter(), 1e-9 );
	}

	@Test
	public void truePoseIsTheOneThatFitsBest()
	{
		final RegistrationQuality truth = register( Phantom.atlas(), POSE, POSE, false ).quality();
		assertTrue( truth.similarityAfter() > truth.similarityBefore() + 0.05, truth.toString() );
		assertTrue( truth.similarityAfter() > 0.97, truth.toString() );
	}

	@Test
	public void refinementFindsThePoseFromTheIdentity()
	{
		final RegistrationResult result = register( Phantom.atlas(), POSE, Similarity.IDENTITY, true );
		final DisplacementField truth = Deformations.ofAffine( POSE.about( Phantom.GRID.center() ), Phantom.GRID );
		final double before = Phantom.meanDistance( truth, result.affine() ), after = Phantom.meanDistance( truth, result.displacement() );
		// A pixel of the model's radiographs is 3.4 mm wide at the bone; the pose comes out to a third of it.
		assertTrue( before > 6 && after < 1.1, "from " + before + " to " + after + " mm" );
	}

	@Test
	public void orderOfTheRadiographsDoesNotMatter()
	{
		final List< Radiograph > frontalFirst = Phantom.radiographs( POSE, 10, 80 ), lateralFirst = Phantom.radiographs( POSE, 80, 10 );
		final RegistrationModel model = Phantom.model( POSE );
		assertEquals( "at 10.0", BiplanarRegistration.prepare( lateralFirst, model ).get( 0 ).view().name() );
		assertEquals( "at 10.0", BiplanarRegistration.prepare( frontalFirst, model ).get( 0 ).view().name() );
	}

	@Test
	public void oneRadiographIsRefusedWithAModel()
	{
		final IllegalArgumentException e =
				assertThrows( IllegalArgumentException.class, () -> BiplanarRegistration.register( Phantom.atlas(),
						Phantom.radiographs( POSE, 0 ), Phantom.model( POSE ), RefinementSettings.NONE, Progress.NONE ) );
		assertTrue( e.getMessage().contains( "at least two radiographs" ), e.getMessage() );
	}

	@Test
	public void labelsWithoutTheBoneAreRefused()
	{
		final Atlas atlas = new Atlas( Phantom.atlas().ct(), Volume.labels( Phantom.GRID, new byte[ Phantom.GRID.voxelCount() ] ) );
		final IllegalArgumentException e = assertThrows( IllegalArgumentException.class,
				() -> register( atlas, POSE, Similarity.IDENTITY, false ) );
		assertTrue( e.getMessage().contains( "No voxel of the labels has the value 1" ), e.getMessage() );
	}

	@Test
	public void cancellingStopsTheRegistration()
	{
		assertThrows( CancellationException.class, () -> BiplanarRegistration.register( Phantom.atlas(),
				Phantom.radiographs( POSE, 0, 90 ), Phantom.model( POSE ), RefinementSettings.STANDARD, ( fraction, what ) -> {
					if ( fraction > 0.5 )
						throw new CancellationException();
				} ) );
	}

	private static RegistrationResult register( final Atlas atlas, final Similarity truth, final Similarity regressed,
			final boolean refine )
	{
		return BiplanarRegistration.register( atlas, Phantom.radiographs( truth, 0, 90 ), Phantom.model( regressed ),
				RefinementSettings.standard( refine )
						.withFreedom( refine ? RefinementSettings.Freedom.SIMILARITY : RefinementSettings.Freedom.NONE ),
				Progress.NONE );
	}
}
