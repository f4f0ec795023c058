/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Attenuation;
import org.raywarp.xray.DrrSettings;
import org.raywarp.xray.DrrSimulator;

import net.imglib2.type.numeric.real.FloatType;

class LiveDrrTest
{
	private static final double RADIUS = 25;

	/** A ball of water in air. */
	private static Volume< FloatType > ball()
	{
		final Grid grid = Grid.centered( new int[] { 70, 64, 72 }, 1, 1, 1 );
		final float[] hu = new float[ grid.voxelCount() ];
		for ( int i = 0; i < hu.length; ++i )
		{
			final double[] x = grid.worldFromVoxel().apply( i % 70, i / 70 % 64, i / 70 / 64 );
			hu[ i ] = Math.sqrt( x[ 0 ] * x[ 0 ] + x[ 1 ] * x[ 1 ] + x[ 2 ] * x[ 2 ] ) < RADIUS ? 0 : -1000;
		}
		return Volume.floats( grid, hu );
	}

	private static View view( final double primary, final double secondary )
	{
		return ConeBeamGeometry.standard( new CArmAngulation( primary, secondary ), 80, 112 ).view( "view" );
	}

	private static final DrrLevels LEVELS = new DrrLevels( ball(), 35 );

	@Test
	void fullDetailIsWhatTheSimulatorMakes()
	{
		final View view = view( 20, -10 );
		final float[] expected = FloatArrays
				.of( DrrSimulator.simulate( ball(), null, 1, List.of( view ), DrrSettings.ofKilovoltage( 70 ) ).get( 0 ).image() );
		assertArrayEquals( expected, LEVELS.project( view, 1, () -> false ).pixels(), 1e-6f );
	}

	/** Through the middle of a ball, every level sees its diameter in water, up to the voxels of its border. */
	@Test
	void coarseLevelsShowTheSameBody()
	{
		for ( final int factor : new int[] { 1, 2, 4 } )
		{
			final DrrImage image = LEVELS.project( view( 0, 0 ), factor, () -> false );
			assertEquals( 80 / factor, image.columns() );
			assertEquals( 112 / factor, image.rows() );
			final float middle = image.pixels()[ image.rows() / 2 * image.columns() + image.columns() / 2 ];
			assertEquals( 2 * RADIUS * Attenuation.water( 35 ), middle, Attenuation.water( 35 ) * factor );
			assertNull( image.problem() );
		}
	}

	@Test
	void aBlackImageSaysWhy()
	{
		final View view = view( 0, 0 );
		assertTrue( LEVELS.project( view.after( Affine3D.translation( 400, 0, 0 ) ), 1, () -> false ).problem()
				.contains( "outside the cone" ) );
		assertTrue( LEVELS.project( view.after( Affine3D.translation( 0, 925, 0 ) ), 1, () -> false ).problem()
				.contains( "inside the volume" ) );
		assertTrue( LEVELS.project( view.after( Affine3D.translation( 0, 2000, 0 ) ), 1, () -> false ).problem().contains( "behind" ) );
		final float[] air = new float[ 1000 ];
		Arrays.fill( air, -1000 );
		final DrrLevels empty = new DrrLevels( Volume.floats( Grid.centered( new int[] { 10, 10, 10 }, 1, 1, 1 ), air ), 35 );
		assertTrue( empty.project( view, 1, () -> false ).problem().contains( "whole CT is air" ) );
		// The detector sees a corner of the box, far from the ball.
		final View beside = view.after( Affine3D.translation( -95, 0, -136 ) );
		assertTrue( LEVELS.project( beside, 1, () -> false ).problem().contains( "nothing but air" ) );
	}

	@Test
	void supersededRadiographsAreDropped()
	{
		assertNull( LEVELS.project( view( 0, 0 ), 1, () -> true ) );
	}

	@Test
	void detailGivesWayToTime()
	{
		final View view = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), 1600, 2200 ).view( "large" );
		assertEquals( 4, DrrLevels.finest( view ) );
		assertEquals( 4, LEVELS.factorWithin( view, 1e6 ) );
		assertEquals( 16, LEVELS.factorWithin( view, 1e-9 ) );
	}

	private record Frame( int view, DrrImage image )
	{}

	/** While one radiograph holds the thread, a hundred more are asked for: only the last one is made. */
	@Test
	void theLatestRequestWins() throws InterruptedException
	{
		final BlockingQueue< Frame > frames = new LinkedBlockingQueue<>();
		final CountDownLatch go = new CountDownLatch( 1 );
		final LiveDrr live = new LiveDrr( LEVELS, ( view, image ) -> {
			frames.add( new Frame( view, image ) );
			try
			{
				go.await();
			}
			catch ( final InterruptedException e )
			{
				throw new IllegalStateException( e );
			}
		} );
		live.request( List.of( view( 0, 0 ) ), true );
		final Frame first = frames.poll( 20, TimeUnit.SECONDS );
		for ( int i = 1; i <= 100; ++i )
			live.request( List.of( view( i, 0 ) ), i < 100 );
		go.countDown();
		final Frame last = frames.poll( 20, TimeUnit.SECONDS );
		assertArrayEquals( LEVELS.project( view( 100, 0 ), 1, () -> false ).pixels(), last.image().pixels() );
		live.close();
		live.join( 20_000 );
		assertTrue( frames.isEmpty(), "nothing between the first and the last" );
		assertEquals( 0, first.view() );
	}

	@Test
	void onlyWhatChangedIsMadeAgain() throws InterruptedException
	{
		final BlockingQueue< Frame > frames = new LinkedBlockingQueue<>();
		final LiveDrr live = new LiveDrr( LEVELS, ( view, image ) -> frames.add( new Frame( view, image ) ) );
		live.request( List.of( view( 0, 0 ), view( 90, 0 ) ), false );
		assertEquals( 0, frames.poll( 20, TimeUnit.SECONDS ).view() );
		assertEquals( 1, frames.poll( 20, TimeUnit.SECONDS ).view() );
		live.request( List.of( view( 0, 0 ), view( 80, 0 ) ), false );
		assertEquals( 1, frames.poll( 20, TimeUnit.SECONDS ).view() );
		live.close();
		live.join( 20_000 );
		assertTrue( frames.isEmpty() );
	}
}
