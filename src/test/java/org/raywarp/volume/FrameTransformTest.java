/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;

import net.imglib2.type.numeric.real.FloatType;

class FrameTransformTest
{
	private static final Grid GRID = Grid.centered( new int[] { 5, 6, 7 }, 1, 1, 2 );

	private static final Affine3D RIGHT = Affine3D.of( 0.6, -0.8, 0, 20, 0.8, 0.6, 0, -30, 0, 0, 1, 400 );

	private static final Affine3D LEFT = Affine3D.of( -0.6, -0.8, 0, 20, -0.8, 0.6, 0, -30, 0, 0, 1, 400 );

	@Test
	void aMirrorIsKnown()
	{
		assertFalse( new FrameTransform( RIGHT, GRID ).isMirrored() );
		assertTrue( new FrameTransform( LEFT, GRID ).isMirrored() );
	}

	@Test
	void imagesArePutWhereTheyCameFrom()
	{
		final FrameTransform transform = new FrameTransform( LEFT, GRID );
		final Volume< FloatType > inFrame = Volume.floats( Grid.centered( new int[] { 3, 3, 3 }, 2, 2, 2 ) );
		final Volume< FloatType > inPatient = transform.placed( inFrame );
		assertSame( inFrame.voxels(), inPatient.voxels() );
		assertArrayEquals( inFrame.worldFromVoxel().apply( 1, 2, 0 ), LEFT.apply( inPatient.worldFromVoxel().apply( 1, 2, 0 ) ), 1e-9 );
	}

	@Test
	void scalesAndShearsAreRefused()
	{
		assertThrows( IllegalArgumentException.class,
				() -> new FrameTransform( Affine3D.of( 1.001, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ), GRID ) );
		assertThrows( IllegalArgumentException.class,
				() -> new FrameTransform( Affine3D.of( 1, 0.01, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ), GRID ) );
	}
}
