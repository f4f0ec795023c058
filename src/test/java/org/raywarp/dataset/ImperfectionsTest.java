/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.GridSize;
import org.raywarp.xray.Drr;

import net.imglib2.img.array.ArrayImgs;

class ImperfectionsTest
{
	/** Of the disk in the middle of the detector, in mm. */
	private static final double RADIUS = 40;

	private static final View VIEW = StandardViews.orthogonal( GridSize.FULL ).get( 0 );

	private static double area( final float[] mask )
	{
		double sum = 0;
		for ( final float m : mask )
			sum += m;
		return sum * VIEW.pixelSpacingX() * VIEW.pixelSpacingY();
	}

	private static float[] disk()
	{
		final float[] disk = new float[ VIEW.columns() * VIEW.rows() ];
		for ( int i = 0; i < disk.length; ++i )
			disk[ i ] = Math.hypot( ( i % VIEW.columns() - 79.5 ) * VIEW.pixelSpacingX(),
					( i / VIEW.columns() - 111.5 ) * VIEW.pixelSpacingY() ) < RADIUS ? 1 : 0;
		return disk;
	}

	@Test
	void outlinesAreDilatedAndErodedByTheOffset()
	{
		final MaskOutline outline = new MaskOutline( disk(), VIEW );
		double least = 0, most = 0;
		for ( int seed = 0; seed < 30; ++seed )
		{
			final double moved = Math.sqrt( area( outline.moved( 5, 0, seed ) ) / Math.PI ) - RADIUS;
			least = Math.min( least, moved );
			most = Math.max( most, moved );
		}
		// Uniform within 5 mm; half a pixel of rounding.
		assertTrue( least > -5.5 && least < -3.5 && most < 5.5 && most > 3.5, least + " to " + most );
	}

	@Test
	void wavesLeaveTheAreaAlone()
	{
		final MaskOutline outline = new MaskOutline( disk(), VIEW );
		double area = 0;
		for ( int seed = 0; seed < 20; ++seed )
			area += area( outline.moved( 0, 2, seed ) ) / 20;
		// Waves of 2 mm add pi 2^2 mm2 on average; 20 outlines of some 20 independent waves of 250 mm x 2 mm scatter by 25 mm2.
		assertEquals( Math.PI * ( RADIUS * RADIUS + 4 ), area, 80 );
		assertNotEquals( area( disk() ), area( outline.moved( 0, 2, 1 ) ) );
	}

	@Test
	void withoutImperfectionsNothingChanges()
	{
		final List< Drr > drrs = List.of( new Drr( ArrayImgs.floats( 160, 224 ), ArrayImgs.floats( disk(), 160, 224 ), VIEW ) );
		assertSame( drrs, Imperfections.NONE.apply( drrs, 3 ) );
		assertArrayEquals( disk(), new MaskOutline( disk(), VIEW ).moved( 0, 0, 3 ) );
	}

	@Test
	void viewsMoveByTheBoundsAtMost()
	{
		final List< Drr > drrs = List.of( new Drr( ArrayImgs.floats( 160, 224 ), null, VIEW ) );
		for ( int seed = 0; seed < 20; ++seed )
		{
			final View moved = new Imperfections( new PoseAugmentation( 0, 2 ), 0, 0 ).apply( drrs, seed ).get( 0 ).view();
			final double[] a = moved.projection().project( 0, 0, 0 ), b = VIEW.projection().project( 0, 0, 0 );
			// 2 mm at the isocenter are 2.2 mm at the detector.
			assertTrue( Math.abs( a[ 0 ] - b[ 0 ] ) * VIEW.pixelSpacingX() < 2.3 );
			assertTrue( Math.abs( a[ 1 ] - b[ 1 ] ) * VIEW.pixelSpacingY() < 2.3 );
		}
	}

	@Test
	void negativeLengthsAreRefused()
	{
		assertThrows( IllegalArgumentException.class, () -> new Imperfections( PoseAugmentation.NONE, -1, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> new Imperfections( PoseAugmentation.NONE, 0, Double.NaN ) );
	}
}
