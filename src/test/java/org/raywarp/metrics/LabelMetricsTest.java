/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

class LabelMetricsTest
{
	private static final Grid GRID = Grid.centered( new int[] { 22, 18, 15 }, 0.7, 1.1, 1.9 );

	private static final Volume< UnsignedByteType > A = SampleImages.ellipsoid( GRID, new double[] { 1, 0, 0 }, 5, 6, 7 );

	private static final Volume< UnsignedByteType > B = SampleImages.ellipsoid( GRID, new double[] { 0, 1, 1 }, 6, 5, 8 );

	private static Volume< FloatType > noise( final Grid grid, final int seed )
	{
		final float[] values = new float[ grid.voxelCount() ];
		final Random random = new Random( seed );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = random.nextFloat();
		values[ 0 ] = 0;
		values[ 1 ] = 1;
		return Volume.floats( grid, values );
	}

	@Test
	void rowsHoldTheMetricsOfEachLabelAndOfTheWholeImages()
	{
		final Volume< FloatType > reference = noise( GRID, 1 ), image = noise( GRID, 2 );
		final List< LabelMetrics > rows = LabelMetrics.evaluate( A, B, reference, image );
		assertEquals( 1, rows.size() );
		final SurfaceDistance distance = SurfaceDistance.between( A, B, 1 );
		final LabelOverlap overlap = LabelOverlap.of( A, B );
		assertEquals( new LabelMetrics( 1, overlap.dice( 1 ), overlap.jaccard( 1 ), distance.assd(), distance.hd95(),
				StructuralSimilarity.of( reference.voxels(), image.voxels(), 1 ),
				NormalizedCrossCorrelation.of( reference.voxels(), image.voxels() ) ), rows.get( 0 ) );
	}

	@Test
	void labelOfOneMapAloneHasARow()
	{
		final byte[] other = new byte[ GRID.voxelCount() ];
		other[ 77 ] = 9;
		final List< LabelMetrics > rows = LabelMetrics.evaluate( A, Volume.labels( GRID, other ), null, null );
		assertEquals( List.of( 1, 9 ), rows.stream().map( LabelMetrics::label ).toList() );
		assertEquals( 0, rows.get( 1 ).dice() );
		assertTrue( Double.isNaN( rows.get( 0 ).assd() ) && Double.isNaN( rows.get( 1 ).hd95() ) );
		assertTrue( Double.isNaN( rows.get( 0 ).ssim() ) && Double.isNaN( rows.get( 0 ).ncc() ) );
	}

	@Test
	void whatCannotBeComparedIsRefused()
	{
		final Volume< UnsignedByteType > none = Volume.labels( GRID, new byte[ GRID.voxelCount() ] );
		assertThrows( IllegalArgumentException.class, () -> LabelMetrics.evaluate( none, none, null, null ) );
		assertThrows( IllegalArgumentException.class, () -> LabelMetrics.evaluate( A, B, noise( GRID, 1 ), null ) );
		final Grid other = Grid.centered( GRID.size(), 0.8, 1.1, 1.9 );
		assertThrows( IllegalArgumentException.class, () -> LabelMetrics.evaluate( A, B, noise( GRID, 1 ), noise( other, 1 ) ) );
	}

	@Test
	void constantReferenceHasNoSimilarity()
	{
		final Volume< FloatType > constant = Volume.floats( GRID );
		final LabelMetrics row = LabelMetrics.evaluate( A, B, constant, noise( GRID, 1 ) ).get( 0 );
		assertTrue( Double.isNaN( row.ssim() ) && Double.isNaN( row.ncc() ) && row.dice() > 0 );
	}
}
