/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import com.google.gson.JsonObject;

import net.imglib2.type.numeric.integer.UnsignedByteType;

class LabelOverlapTest
{
	private static final Grid GRID = Grid.centered( new int[] { 16, 14, 12 }, 1, 2, 3 );

	@Test
	void shiftedBoxOverlapsByTheShare()
	{
		final LabelOverlap overlap = LabelOverlap.of( SampleImages.box( GRID, new int[] { 5, 4, 3 }, new int[] { 11, 9, 7 } ),
				SampleImages.box( GRID, new int[] { 7, 4, 3 }, new int[] { 13, 9, 7 } ) );
		assertEquals( 5.0 / 7, overlap.dice( 1 ), 1e-15 );
		assertEquals( 5.0 / 9, overlap.jaccard( 1 ), 1e-15 );
		assertArrayEquals( new int[] { 1 }, overlap.present() );
	}

	@Test
	void labelsAreCountedApart()
	{
		final byte[] a = new byte[ GRID.voxelCount() ], b = a.clone();
		a[ 0 ] = a[ 1 ] = a[ 2 ] = 7;
		b[ 1 ] = b[ 2 ] = b[ 3 ] = 7;
		a[ 10 ] = ( byte ) 200;
		b[ 11 ] = 3;
		final LabelOverlap overlap = LabelOverlap.of( Volume.labels( GRID, a ), Volume.labels( GRID, b ) );
		assertArrayEquals( new int[] { 3, 7, 200 }, overlap.present() );
		assertEquals( 2.0 / 3, overlap.dice( 7 ), 1e-15 );
		assertEquals( 0, overlap.dice( 200 ) );
		assertEquals( 0, overlap.jaccard( 3 ) );
		assertTrue( Double.isNaN( overlap.dice( 4 ) ) && Double.isNaN( overlap.jaccard( 4 ) ) );
	}

	@Test
	void countsAboveTheSizeOfAChunkAddUp()
	{
		final Grid grid = Grid.centered( new int[] { 100, 100, 70 }, 1, 1, 1 );
		final Volume< UnsignedByteType > all = SampleImages.box( grid, new int[ 3 ], new int[] { 99, 99, 69 } );
		assertEquals( 1, LabelOverlap.of( all, all ).dice( 1 ) );
		assertEquals( 2 * 34.0 / ( 70 + 34 ),
				LabelOverlap.of( all, SampleImages.box( grid, new int[ 3 ], new int[] { 99, 99, 33 } ) ).dice( 1 ), 1e-15 );
	}

	@Test
	void referenceIsMet() throws IOException
	{
		final JsonObject expected = SampleImages.reference().getAsJsonObject( "cases" ).getAsJsonObject( "A_vs_B" );
		final LabelOverlap overlap =
				LabelOverlap.of( SampleImages.referenceLabels( "labels_A.u8" ), SampleImages.referenceLabels( "labels_B.u8" ) );
		assertEquals( expected.get( "dice" ).getAsDouble(), overlap.dice( 1 ), 1e-12 );
		assertEquals( expected.get( "jaccard" ).getAsDouble(), overlap.jaccard( 1 ), 1e-12 );
	}

	@Test
	void otherGridsAreRefused()
	{
		final Volume< UnsignedByteType > a = SampleImages.box( GRID, new int[ 3 ], new int[ 3 ] );
		final Volume< UnsignedByteType > b =
				SampleImages.box( Grid.centered( new int[] { 16, 14, 12 }, 1, 2, 3.1 ), new int[ 3 ], new int[ 3 ] );
		assertThrows( IllegalArgumentException.class, () -> LabelOverlap.of( a, b ) );
	}
}
