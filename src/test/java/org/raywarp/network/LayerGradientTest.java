/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.network.Graphs.Input;
import org.raywarp.network.Graphs.Piece;
import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.network.WeightSource.Start;
import org.raywarp.volume.Grid;
import org.tensorflow.op.Ops;

/**
 * Gradients of the layers against central differences. Differences of single precision values by steps of 1e-2 are good to
 * about 1e-3; steps are small enough not to cross voxel borders often.
 */
class LayerGradientTest
{
	private final Random random = new Random( 2 );

	private static void check( final Piece piece, final int which, final double step, final Input... inputs )
	{
		final double[] d = Graphs.derivatives( piece, which, step, inputs );
		assertEquals( d[ 1 ], d[ 0 ], 5e-3 * Math.max( 1, Math.abs( d[ 1 ] ) ) );
	}

	@Test
	void convolutionOfVolumes()
	{
		final Input volume = Graphs.random( random, 1, 1, 4, 5, 3, 2 ), kernel = Graphs.random( random, 0.3, 3, 3, 3, 2, 4 );
		final Piece piece = ( tf, in ) -> Convolution3D.apply( tf, in.get( 0 ), in.get( 1 ) );
		check( piece, 0, 1e-2, volume, kernel );
		check( piece, 1, 1e-2, volume, kernel );
	}

	@Test
	void convolutionBySlicesIsTheSame()
	{
		final Input volume = Graphs.random( random, 1, 1, 4, 5, 3, 2 ), kernel = Graphs.random( random, 0.3, 3, 3, 3, 2, 4 );
		final Piece slices = ( tf, in ) -> Convolution3D.bySlices( tf, in.get( 0 ), in.get( 1 ) );
		assertArrayEquals( Graphs.run( ( tf, in ) -> Convolution3D.apply( tf, in.get( 0 ), in.get( 1 ) ), volume, kernel ),
				Graphs.run( slices, volume, kernel ), 1e-5f );
		check( slices, 1, 1e-2, volume, kernel );
	}

	@Test
	void normalizedImageBlock()
	{
		check( ( tf, in ) -> new ConvolutionBlocks( tf, Graphs.drawn( tf, 1 ) ).image( "a", in.get( 0 ), 32, 2 ), 0, 1e-3,
				Graphs.random( random, 1, 1, 8, 6, 3 ) );
	}

	@Test
	void skipConnectionEqualsTheConvolutionOfTheCopiedImage()
	{
		final Input image = Graphs.random( random, 1, 1, 5, 4, 2 );
		check( ( tf, in ) -> new ConvolutionBlocks( tf, Graphs.drawn( tf, 1 ) ).skip( "a", in.get( 0 ), 4, 6 ), 0, 2e-3, image );
		final Piece three = ( tf, in ) -> blocks( tf ).convolve( "a", blocks( tf ).copy( in.get( 0 ), 3 ), 4, Start.rectified( 54 ) );
		final Piece six = ( tf, in ) -> blocks( tf ).convolve( "a", blocks( tf ).copy( in.get( 0 ), 6 ), 4, Start.rectified( 54 ) );
		final float[] few = Graphs.run( three, image ), many = Graphs.run( six, image );
		final int slice = 5 * 4 * 4;
		for ( int i = 0; i < slice; ++i )
		{
			assertEquals( few[ i ], many[ i ], 1e-5 );
			assertEquals( few[ slice + i ], many[ slice + i ], 1e-5 );
			assertEquals( few[ slice + i ], many[ 4 * slice + i ], 1e-5 );
			assertEquals( few[ 2 * slice + i ], many[ 5 * slice + i ], 1e-5 );
		}
	}

	private static ConvolutionBlocks blocks( final Ops tf )
	{
		return new ConvolutionBlocks( tf, Graphs.drawn( tf, 1 ) );
	}

	@Test
	void upsampling()
	{
		check( ( tf, in ) -> new ConvolutionBlocks( tf, null ).upsample( in.get( 0 ) ), 0, 1e-2,
				Graphs.random( random, 1, 1, 2, 3, 2, 2 ) );
	}

	@Test
	void samplerByVolumeAndCoordinates()
	{
		for ( final Outside outside : Outside.values() )
		{
			final Piece piece =
					( tf, in ) -> TrilinearSampler.sample( tf, in.get( 0 ), new Points( in.get( 1 ), in.get( 2 ), in.get( 3 ) ), outside );
			final Input[] inputs = { Graphs.random( random, 1, 1, 4, 5, 6, 2 ), coordinates( 6 ), coordinates( 5 ), coordinates( 4 ) };
			for ( int which = 0; which < 4; ++which )
				check( piece, which, 1e-2, inputs );
		}
	}

	/** Some inside, some outside, all at least 0.1 from a voxel border. */
	private Input coordinates( final int size )
	{
		final float[] v = new float[ 2 * 3 * 4 ];
		for ( int i = 0; i < v.length; ++i )
			v[ i ] = random.nextInt( size + 3 ) - 2 + 0.1f + 0.8f * random.nextFloat();
		return new Input( v, 2, 3, 4 );
	}

	@Test
	void similarityByItsParameters()
	{
		check( ( tf, in ) -> {
			final Points p = SimilarityLayer.map( tf, in.get( 0 ) )
					.apply( new GridTensors( tf, Grid.centered( new int[] { 3, 3, 3 }, 1, 1, 1 ) ).world() );
			return tf.math.add( p.x(), tf.math.add( tf.math.square( p.y() ), p.z() ) );
		}, 0, 1e-2, Graphs.random( random, 0.5, 1, 7 ) );
	}

	@Test
	void integrationByTheVelocity()
	{
		final Grid grid = Grid.centered( new int[] { 5, 4, 6 }, 2, 3, 4 );
		check( ( tf, in ) -> VelocityIntegrationLayer.integrate( tf, in.get( 0 ), grid, 4 ), 0, 1e-3,
				Graphs.random( random, 1, 1, 6, 4, 5, 3 ) );
	}
}
