/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.GradientCheck;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityField;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;

public class RefinementTest
{
	private static final Similarity POSE = new Similarity( 6, -4, 8, 3, -5, 4, 1.04 );

	private static final RefinementSettings SIMILARITY =
			RefinementSettings.STANDARD.withFreedom( RefinementSettings.Freedom.SIMILARITY );

	@Test
	public void gradientOfTheLossAgreesWithDifferences()
	{
		final Atlas atlas = Phantom.atlas();
		final CoarseBone bone = CoarseBone.of( atlas, atlas, 1 );
		final List< Radiograph > radiographs = Phantom.radiographs( POSE, 0, 70 );
		final Grid grid = RefinedVelocity.grid( bone.grid() );
		final RefinementState start =
				new RefinementState( Similarity.IDENTITY, VelocityField.of( grid, new float[ 3 * grid.voxelCount() ] ),
						List.of( new double[ 6 ], new double[ 6 ] ),
						List.of( BoneEnd.across( 4, new double[] { -10, 2, -60 }, new double[] { 0, 0, 1 }, 0 ) ) );
		final RefinementSettings settings = RefinementSettings.STANDARD.withGeometry( ViewUncertainty.STANDARD );
		final RefinementObjective objective = new RefinementObjective( bone,
				new BoneProjections( bone.grid(), bone.grid(), radiographs, settings.weights() ), new double[ 3 ], start,
				new int[] { 5, 4, 5 }, settings, Optional.of( population() ) );
		final double[] x = objective.parameters(), gradient = new double[ x.length ];
		final Random random = new Random( 1 );
		for ( int i = 0; i < x.length; ++i )
			x[ i ] = 0.5 * random.nextGaussian();
		// The angles of the first view hold.
		for ( int i = x.length - 12; i < x.length - 9; ++i )
			x[ i ] = 0;
		objective.valueAndGradient( x, gradient );
		// Trilinear voxels make the loss a function with kinks: the step averages over them.
		GradientCheck.agree( p -> objective.valueAndGradient( p, new double[ p.length ] ), x, gradient, 3e-3, 0.02 );
	}

	private static VelocityModes population()
	{
		final Random random = new Random( 7 );
		final List< float[] > modes = new ArrayList<>();
		for ( int m = 0; m < 4; ++m )
		{
			final float[] mode = new float[ 3 * 5 * 5 * 6 ];
			for ( int i = 0; i < mode.length; ++i )
				mode[ i ] = ( float ) random.nextGaussian();
			modes.add( mode );
		}
		return new VelocityModes( Phantom.GRID, List.of( 5, 5, 6 ), modes );
	}

	@Test
	public void searchFindsAPoseFromAfar()
	{
		final Similarity far = new Similarity( 20, -18, 22, 25, -25, 20, 1.1 );
		final double error = poseError( far, Phantom.radiographs( far, 0, 90 ), SIMILARITY.withSearch( true ) );
		assertTrue( error < 1.5, error + " mm" );
	}

	@Test
	public void startThatLeadsNowhereIsReplacedByASearch()
	{
		final Similarity far = new Similarity( 35, -30, 40, 25, -25, 20, 1.1 );
		final double error = poseError( far, Phantom.radiographs( far, 0, 90 ), SIMILARITY );
		assertTrue( error < 1.5, error + " mm" );
	}

	@Test
	public void threeViewsOfAnyKindAreFitted()
	{
		final double error = poseError( POSE, Phantom.radiographs( POSE, 0, 50, 110 ), SIMILARITY );
		assertTrue( error < 1.1, error + " mm" );
	}

	@Test
	public void startOutsideOfTheBoxIsRefused()
	{
		final Similarity away = new Similarity( 0, 0, 0, 0, 90, 0, 1 );
		final String message = assertThrows( IllegalArgumentException.class, () -> BiplanarRegistration.refine( Phantom.atlas(),
				Phantom.radiographs( POSE, 0 ), away, SIMILARITY, Progress.NONE ) ).getMessage();
		assertTrue( message.contains( "(0.0, -90.0, 0.0)" ), message );
	}

	@Test
	public void oneViewAloneIsFitted()
	{
		final Similarity shifted = new Similarity( 0, 4, 0, 3, 0, -4, 1 );
		final RegistrationResult result = BiplanarRegistration.refine( Phantom.atlas(), Phantom.radiographs( shifted, 0 ),
				Similarity.IDENTITY, RefinementSettings.STANDARD.withFreedom( RefinementSettings.Freedom.RIGID ), Progress.NONE );
		assertEquals( 3, result.similarity().translationX(), 0.7 );
		assertEquals( -4, result.similarity().translationZ(), 0.7 );
		assertEquals( 4, result.similarity().rotationY(), 1 );
		assertEquals( 1, result.similarity().scale() );
		assertTrue( result.quality().similarityAfter() > result.quality().similarityBefore() );
	}

	@Test
	public void viewsThatDisagreeAboutTheHeightOfTheBoneAreMovedTogether()
	{
		final List< Radiograph > radiographs = new ArrayList<>( Phantom.radiographs( POSE, 0, 90 ) );
		final Radiograph lateral = radiographs.get( 1 );
		radiographs.set( 1, new Radiograph( lateral.image(), lateral.mask(),
				ViewCorrection.apply( lateral.view(), new double[ 3 ], 0, 0, 0, 0, 4, 0 ) ) );
		final RefinementSettings uncertain = SIMILARITY.withGeometry( new ViewUncertainty( 0, 0, 3, 0 ) );
		final List< View > views =
				Refinement.refine( Phantom.atlas(), radiographs, start(), new double[ 3 ], uncertain, Progress.NONE ).views();
		final double pixel = Phantom.radiographs( POSE, 0 ).get( 0 ).view().projection().project( 0, 0, -1 )[ 1 ]
				- lateral.view().projection().project( 0, 0, 0 )[ 1 ];
		final double frontal =
				views.get( 0 ).projection().project( 0, 0, 0 )[ 1 ] - radiographs.get( 0 ).view().projection().project( 0, 0, 0 )[ 1 ];
		final double moved =
				views.get( 1 ).projection().project( 0, 0, 0 )[ 1 ] - radiographs.get( 1 ).view().projection().project( 0, 0, 0 )[ 1 ];
		assertEquals( -4, ( moved - frontal ) / pixel, 0.8 );
	}

	private static Regression start()
	{
		final Grid grid = RefinedVelocity.grid( Phantom.GRID );
		return new Regression( Similarity.IDENTITY, VelocityField.of( grid, new float[ 3 * grid.voxelCount() ] ) );
	}

	@Test
	public void deformationDoesNotFold()
	{
		final RegistrationResult result = BiplanarRegistration.refine( Phantom.atlas(), Phantom.radiographs( POSE, 0, 90 ),
				Similarity.IDENTITY, RefinementSettings.STANDARD, Progress.NONE );
		assertEquals( 0, result.quality().foldedVoxels() );
		assertEquals( 3, result.quality().path().stages().size() );
		for ( final LossPath.Stage stage : result.quality().path().stages() )
			assertTrue( stage.last() <= stage.first(), stage.toString() );
	}

	/** Mean distance of the pose found from the identity and the true one, over the bone, in mm. */
	private static double poseError( final Similarity truth, final List< Radiograph > radiographs, final RefinementSettings settings )
	{
		final RegistrationResult result =
				BiplanarRegistration.refine( Phantom.atlas(), radiographs, Similarity.IDENTITY, settings, Progress.NONE );
		final DisplacementField expected = Deformations.ofAffine( truth.about( Phantom.GRID.center() ), Phantom.GRID );
		return Phantom.meanDistance( expected, result.displacement() );
	}
}
