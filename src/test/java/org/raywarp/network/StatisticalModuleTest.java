/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.deformation.Similarity;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.network.Graphs.Input;
import org.raywarp.network.Graphs.Piece;
import org.raywarp.volume.Grid;

/**
 * The modes in the graph against those of {@link VelocityModes#onto}.
 */
class StatisticalModuleTest
{
	private static final Grid BOX = Grid.centered( new int[] { 12, 10, 16 }, 4, 5, 3 );

	/** Of another size than the box, and as fine, so that reading between its voxels costs little. */
	private static final Grid GRID = Grid.centered( new int[] { 24, 25, 24 }, 2, 2, 2 );

	private static final Input WEIGHTS = new Input( new float[] { 1, -0.5f, 2 }, 1, 3 );

	private static VelocityModes modes()
	{
		final Random random = new Random( 4 );
		final float[][] modes = new float[ 3 ][ 3 * 5 * 4 * 6 ];
		for ( final float[] mode : modes )
			for ( int i = 0; i < mode.length; ++i )
				mode[ i ] = ( float ) random.nextGaussian();
		return new VelocityModes( BOX, List.of( 5, 4, 6 ), List.of( modes ) );
	}

	private static float[] expected( final Affine3D atlasFromSubject )
	{
		final float[][] fields = modes().onto( GRID, atlasFromSubject );
		final float[] sum = new float[ fields[ 0 ].length ];
		for ( int m = 0; m < fields.length; ++m )
			for ( int i = 0; i < sum.length; ++i )
				sum[ i ] += WEIGHTS.values()[ m ] * fields[ m ][ i ];
		return sum;
	}

	@Test
	void fieldIsTheSumOfTheModes()
	{
		assertArrayEquals( expected( Affine3D.IDENTITY ),
				Graphs.run( ( tf, in ) -> new StatisticalModule( tf, GRID, modes() ).field( in.get( 0 ) ), WEIGHTS ), 1e-5f );
	}

	@Test
	void modesFollowTheSimilarityIntoTheSubject()
	{
		final Similarity pose = new Similarity( 8, -5, 12, 2, -3, 1, 1.15 );
		final float[] actual = Graphs.run(
				( tf, in ) -> new StatisticalModule( tf, GRID, modes() ).velocity( in.get( 0 ), SimilarityLayer.map( tf, in.get( 1 ) ) ),
				WEIGHTS, new Input( SimilarityLayer.parameters( pose ), 1, SimilarityLayer.PARAMETERS ) );
		final float[] expected = expected( pose.about( 0, 0, 0 ) ), unmoved = expected( Affine3D.IDENTITY );
		double square = 0, error = 0, moved = 0;
		for ( int i = 0; i < actual.length; ++i )
		{
			square += expected[ i ] * expected[ i ];
			error += ( actual[ i ] - expected[ i ] ) * ( actual[ i ] - expected[ i ] );
			moved += ( unmoved[ i ] - expected[ i ] ) * ( unmoved[ i ] - expected[ i ] );
		}
		assertTrue( error < 1e-3 * square, error + " of " + square );
		assertTrue( moved > 0.1 * square, "the pose matters" );
	}

	@Test
	void gradientsByWeightsAndPose()
	{
		final Piece piece =
				( tf, in ) -> new StatisticalModule( tf, GRID, modes() ).velocity( in.get( 0 ), SimilarityLayer.map( tf, in.get( 1 ) ) );
		final Input pose = new Input( new float[] { 9, -7, 8, 1.3f, -1.7f, 0.6f, -0.15f }, 1, SimilarityLayer.PARAMETERS );
		// Linear in the weights; the interpolated field has kinks along the way of the pose.
		final double[] byWeights = Graphs.derivatives( piece, 0, 0.1, WEIGHTS, pose ),
				byPose = Graphs.derivatives( piece, 1, 2e-3, WEIGHTS, pose );
		assertEquals( byWeights[ 1 ], byWeights[ 0 ], 1e-3 * Math.max( 1, Math.abs( byWeights[ 1 ] ) ) );
		assertEquals( byPose[ 1 ], byPose[ 0 ], 2e-2 * Math.max( 1, Math.abs( byPose[ 1 ] ) ), Arrays.toString( byPose ) );
		assertTrue( Math.abs( byPose[ 1 ] ) > 0.1, Arrays.toString( byPose ) );
	}

	@Test
	void turnedBoxIsRefused()
	{
		final Grid turned = new Grid( BOX.size(), new Similarity( 0, 0, 5, 0, 0, 0, 1 ).about( 0, 0, 0 ).after( BOX.worldFromVoxel() ) );
		final VelocityModes modes = new VelocityModes( turned, List.of( 5, 4, 6 ), modes().modes() );
		assertThrows( IllegalArgumentException.class,
				() -> Graphs.run( ( tf, in ) -> new StatisticalModule( tf, GRID, modes ).field( in.get( 0 ) ), WEIGHTS ) );
	}
}
