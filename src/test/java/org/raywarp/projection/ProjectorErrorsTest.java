/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.Detector;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class ProjectorErrorsTest
{
	private final Volume< FloatType > volume = ProjectionCases.random( Grid.centered( new int[] { 8, 8, 8 }, 2, 2, 2 ), 1 );

	private final View view = ProjectionCases.of( "frontal", 1000, 925, 0, 0, Detector.centered( 10, 12, 2, 2 ) );

	private static void assertSays( final String words, final Executable code )
	{
		final String message = assertThrows( IllegalArgumentException.class, code ).getMessage();
		assertTrue( message.contains( words ), message );
	}

	@ParameterizedTest
	@EnumSource
	void sourceInsideTheVolumeIsRefused( final ProjectionMethod method )
	{
		final View inside = ProjectionCases.of( "frontal", 1000, 5, 0, 0, Detector.centered( 10, 12, 2, 2 ) );
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( 10, 12 );
		assertSays( "inside the volume", () -> method.projector( 16 ).project( volume, inside, image ) );
		assertSays( "inside the volume", () -> method.projector( 16 ).backproject( image, inside, volume ) );
	}

	@ParameterizedTest
	@EnumSource
	void volumeBehindTheSourceIsRefused( final ProjectionMethod method )
	{
		final View behind = view.after( Affine3D.translation( 0, 2000, 0 ) );
		assertSays( "behind the X-ray source", () -> method.projector( 16 ).project( volume, behind, ArrayImgs.floats( 10, 12 ) ) );
	}

	@Test
	void beamAndWorldSamplingRefuseSourceInsideTheVolume()
	{
		final View inside = ProjectionCases.of( "frontal", 1000, 5, 0, 0, Detector.centered( 10, 12, 2, 2 ) );
		final BeamCoordinates beam = new BeamCoordinates( inside, 10, 50, 16 );
		final RandomAccessibleInterval< FloatType > image = ArrayImgs.floats( 10, 12, 16 );
		assertSays( "inside the volume", () -> Projections.beamView( volume, beam ) );
		assertSays( "inside the volume", () -> Projections.worldView( image, beam, volume.grid() ) );
		assertSays( "inside the volume", () -> Projections.toBeam( volume, beam, image ) );
		assertSays( "inside the volume", () -> Projections.toBeamAdjoint( image, beam, volume ) );
		assertSays( "inside the volume", () -> Projections.toVolume( image, beam, volume ) );
		assertSays( "inside the volume", () -> Projections.toVolumeAdjoint( volume, beam, image ) );
	}

	@Test
	void imageBeyondTheDetectorIsRefused()
	{
		final Projector joseph = new JosephProjector();
		assertSays( "no part of view \"frontal\"", () -> joseph.project( volume, view, ArrayImgs.floats( 10, 13 ) ) );
		assertSays( "no part of view \"frontal\"",
				() -> joseph.project( volume, view, Views.translate( ArrayImgs.floats( 10, 12 ), -1, 0 ) ) );
		assertSays( "no part of view \"frontal\"", () -> joseph.project( volume, view, ArrayImgs.floats( 10, 12, 1 ) ) );
		final Volume< FloatType > channels = ProjectionCases.random( volume.grid(), 2, 1 );
		assertSays( "no part of view \"frontal\"", () -> joseph.project( channels, view, ArrayImgs.floats( 10, 12, 1 ) ) );
	}

	@Test
	void beamImageOfAnotherSizeIsRefused()
	{
		final BeamCoordinates beam = BeamCoordinates.covering( view, volume.grid().size(), volume.worldFromVoxel(), 16 );
		assertSays( "does not cover the beam space", () -> Projections.toVolume( ArrayImgs.floats( 10, 12, 15 ), beam, volume ) );
		assertSays( "does not hold the 16 samples", () -> Projections.sumAlongRays( ArrayImgs.floats( 10, 12, 15 ), beam ) );
	}

	@Test
	void samplesPerRayOutOfBoundsAreRefused()
	{
		assertSays( "samples, not 1", () -> ProjectionMethod.TRILINEAR.projector( 1 ) );
	}

	@Test
	void rayThatMissesTheVolumeIsZero()
	{
		final View aside = view.after( Affine3D.translation( 500, 0, 0 ) );
		for ( final ProjectionMethod method : ProjectionMethod.values() )
			for ( final FloatType value : Views.iterable( Projections.project( volume, aside, method.projector( 16 ) ) ) )
				assertEquals( 0, value.get() );
	}
}
