/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.projection.Projections;
import org.raywarp.projection.TrilinearProjector;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The graphs against the CPU loops, far from the world's origin and with a rotated frame. The tolerance is the one
 * promised: 1e-4 of the largest value.
 */
class TensorFlowProjectorTest
{
	private static final Affine3D FRAME = Affine3D.of( 1.9, 0.3, 0, -310, -0.3, 1.9, 0.1, 120, 0, -0.1, 2.2, -1400 );

	private static final View VIEW =
			ConeBeamGeometry.of( 800, 600, FRAME.apply( 20, 15, 12 ), new CArmAngulation( 70, 20 ), new Detector( 31, 23, 4, 5, 14, 12 ) )
					.view( "oblique" );

	private static TensorFlowProjector projector;

	private final Random random = new Random( 8 );

	@BeforeAll
	static void load() throws IOException
	{
		projector = new TensorFlowProjector( Device.CPU );
	}

	@AfterAll
	static void close() throws IOException
	{
		projector.close();
	}

	private Volume< FloatType > volume( final long... size )
	{
		return new Volume<>( random( size ), FRAME );
	}

	private RandomAccessibleInterval< FloatType > random( final long... size )
	{
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( size );
		Views.flatIterable( image ).forEach( v -> v.set( random.nextFloat() ) );
		return image;
	}

	private static void assertClose( final RandomAccessibleInterval< FloatType > expected,
			final RandomAccessibleInterval< FloatType > actual )
	{
		final float[] e = FloatArrays.of( expected ), a = FloatArrays.of( actual );
		float largest = 0;
		for ( final float v : e )
			largest = Math.max( largest, Math.abs( v ) );
		for ( int i = 0; i < e.length; ++i )
			assertEquals( e[ i ], a[ i ], 1e-4 * largest );
	}

	@Test
	void projectionsAgreeWithTheLoop() throws IOException
	{
		final Volume< FloatType > volume = volume( 40, 30, 25 );
		final RandomAccessibleInterval< FloatType > expected = ArrayImgs.floats( 31, 23 ), actual = ArrayImgs.floats( 31, 23 );
		new TrilinearProjector( 64 ).project( volume, VIEW, expected );
		projector.project( volume, VIEW, 64, actual );
		assertClose( expected, actual );
	}

	@Test
	void channelsAndPartsOfTheDetectorAgreeWithTheLoop() throws IOException
	{
		final Volume< FloatType > volume = volume( 20, 30, 25, 3 );
		final RandomAccessibleInterval< FloatType > whole = ArrayImgs.floats( 31, 23, 3 );
		new TrilinearProjector( 50 ).project( volume, VIEW, whole );
		final RandomAccessibleInterval< FloatType > part = Views.translate( ArrayImgs.floats( 10, 8, 3 ), 4, 6, 0 );
		projector.project( volume, VIEW, 50, part );
		assertClose( Views.zeroMin( Views.interval( whole, part ) ), Views.zeroMin( part ) );
	}

	@Test
	void beamAndBackAgreeWithTheLoops() throws IOException
	{
		final Volume< FloatType > volume = volume( 20, 30, 25, 2 );
		final BeamCoordinates beam = BeamCoordinates.covering( VIEW, volume.grid().size(), FRAME, 40 );
		final RandomAccessibleInterval< FloatType > expected = ArrayImgs.floats( 31, 23, 40, 2 ),
				actual = ArrayImgs.floats( 31, 23, 40, 2 );
		Projections.toBeam( volume, beam, expected );
		projector.toBeam( volume, beam, actual );
		assertClose( expected, actual );
		final Volume< FloatType > expectedBack = volume( 20, 30, 25, 2 ), actualBack = volume( 20, 30, 25, 2 );
		Projections.toVolume( expected, beam, expectedBack );
		projector.toVolume( expected, beam, actualBack );
		assertClose( expectedBack.voxels(), actualBack.voxels() );
	}

	@Test
	void sourceInsideTheVolumeIsRefused()
	{
		final View close = ConeBeamGeometry
				.of( 30, 10, FRAME.apply( 20, 15, 12 ), new CArmAngulation( 0, 0 ), Detector.centered( 8, 8, 1, 1 ) ).view( "close" );
		assertThrows( IllegalArgumentException.class,
				() -> projector.project( volume( 40, 30, 25 ), close, 10, ArrayImgs.floats( 8, 8 ) ) );
	}
}
