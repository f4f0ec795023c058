/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.ResampledViews;
import org.raywarp.volume.Volume;

import com.google.gson.JsonObject;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;

class SurfaceDistanceTest
{
	private static final Grid GRID = Grid.centered( new int[] { 22, 18, 15 }, 0.7, 1.1, 1.9 );

	@Test
	void referenceIsMet() throws IOException
	{
		final JsonObject expected = SampleImages.reference().getAsJsonObject( "cases" ).getAsJsonObject( "A_vs_B" );
		final SurfaceDistance distance = SurfaceDistance.between( SampleImages.referenceLabels( "labels_A.u8" ),
				SampleImages.referenceLabels( "labels_B.u8" ), 1 );
		assertEquals( expected.get( "n_surface_A" ).getAsInt(), distance.surfaceVoxels() );
		assertEquals( expected.get( "n_surface_B" ).getAsInt(), distance.otherSurfaceVoxels() );
		assertEquals( expected.get( "ASSD" ).getAsDouble(), distance.assd(), 1e-9 );
		assertEquals( expected.get( "HD95_pooled" ).getAsDouble(), distance.hd95(), 1e-9 );
		assertEquals( expected.get( "HD" ).getAsDouble(), distance.hd(), 1e-9 );
	}

	@Test
	void distanceToItselfIsZero()
	{
		final Volume< UnsignedByteType > a = SampleImages.ellipsoid( GRID, new double[ 3 ], 5, 6, 7 );
		final SurfaceDistance distance = SurfaceDistance.between( a, a, 1 );
		assertEquals( 0, distance.assd() );
		assertEquals( 0, distance.hd95() );
		assertEquals( 0, distance.hd() );
	}

	@Test
	void singleVoxelsAreAsFarApartAsTheirCenters()
	{
		final Volume< UnsignedByteType > a = SampleImages.box( GRID, new int[] { 0, 17, 2 }, new int[] { 0, 17, 2 } );
		final Volume< UnsignedByteType > b = SampleImages.box( GRID, new int[] { 21, 3, 14 }, new int[] { 21, 3, 14 } );
		final double expected = Math.sqrt( Math.pow( 21 * 0.7, 2 ) + Math.pow( 14 * 1.1, 2 ) + Math.pow( 12 * 1.9, 2 ) );
		assertEquals( expected, SurfaceDistance.between( a, b, 1 ).assd(), 1e-12 );
		assertEquals( expected, SurfaceDistance.between( a, b, 1 ).hd95(), 1e-12 );
	}

	@Test
	void bruteForceOverRandomLabelsAgrees()
	{
		final Random random = new Random( 6 );
		for ( int t = 0; t < 20; ++t )
		{
			// From a few voxels to dense noise, in boxes that may be disjoint or touch the border.
			final double density = Math.pow( 10, -3 + 2.8 * random.nextDouble() );
			final Volume< UnsignedByteType > a = noise( random, density ), b = noise( random, density );
			final SurfaceDistance expected = bruteForce( a, b ), actual = SurfaceDistance.between( a, b, 2 );
			assertEquals( expected.assd(), actual.assd(), 1e-12 );
			assertEquals( expected.hd95(), actual.hd95(), 1e-12 );
			assertEquals( expected.hd(), actual.hd(), 1e-12 );
			assertEquals( expected.surfaceVoxels(), actual.surfaceVoxels() );
			assertEquals( expected.otherSurfaceVoxels(), actual.otherSurfaceVoxels() );
		}
	}

	private static Volume< UnsignedByteType > noise( final Random random, final double density )
	{
		final byte[] labels = new byte[ GRID.voxelCount() ];
		final int half = random.nextInt( 3 );
		for ( int i = 0; i < labels.length; ++i )
			if ( ( half == 0 || i % 22 / 11 == half - 1 ) && random.nextDouble() < density )
				labels[ i ] = ( byte ) ( random.nextInt( 8 ) == 0 ? 1 : 2 );
		labels[ random.nextInt( labels.length ) ] = 2;
		return Volume.labels( GRID, labels );
	}

	private static SurfaceDistance bruteForce( final Volume< UnsignedByteType > a, final Volume< UnsignedByteType > b )
	{
		final List< double[] > from = surface( a ), to = surface( b );
		final List< Double > all = new ArrayList<>();
		for ( final double[] p : from )
			all.add( to.stream().mapToDouble( q -> distance( p, q ) ).min().getAsDouble() );
		for ( final double[] q : to )
			all.add( from.stream().mapToDouble( p -> distance( p, q ) ).min().getAsDouble() );
		all.sort( null );
		final double position = 0.95 * ( all.size() - 1 );
		final int below = ( int ) Math.floor( position ), above = ( int ) Math.ceil( position );
		return new SurfaceDistance( all.stream().mapToDouble( d -> d ).average().getAsDouble(),
				all.get( below ) + ( position - below ) * ( all.get( above ) - all.get( below ) ), all.get( all.size() - 1 ), from.size(),
				to.size() );
	}

	private static double distance( final double[] p, final double[] q )
	{
		return Math.sqrt( Math.pow( p[ 0 ] - q[ 0 ], 2 ) + Math.pow( p[ 1 ] - q[ 1 ], 2 ) + Math.pow( p[ 2 ] - q[ 2 ], 2 ) );
	}

	private static List< double[] > surface( final Volume< UnsignedByteType > volume )
	{
		final List< double[] > points = new ArrayList<>();
		for ( int k = 0; k < 15; ++k )
			for ( int j = 0; j < 18; ++j )
				for ( int i = 0; i < 22; ++i )
					if ( has( volume, i, j, k ) && !( has( volume, i - 1, j, k ) && has( volume, i + 1, j, k ) && has( volume, i, j - 1, k )
							&& has( volume, i, j + 1, k ) && has( volume, i, j, k - 1 ) && has( volume, i, j, k + 1 ) ) )
						points.add( volume.worldFromVoxel().apply( i, j, k ) );
		return points;
	}

	private static boolean has( final Volume< UnsignedByteType > volume, final int i, final int j, final int k )
	{
		return i >= 0 && j >= 0 && k >= 0 && i < 22 && j < 18 && k < 15
				&& LabelArrays.of( volume.voxels() )[ i + 22 * ( j + 18 * k ) ] == 2;
	}

	@Test
	void flippedAndLazyLabelMapsGiveTheSame()
	{
		final Volume< UnsignedByteType > a = SampleImages.ellipsoid( GRID, new double[] { 1, 0, 0 }, 5, 6, 7 );
		final Volume< UnsignedByteType > b = SampleImages.ellipsoid( GRID, new double[] { 0, 1, 1 }, 6, 5, 8 );
		assertEquals( SurfaceDistance.between( a, b, 1 ).assd(),
				SurfaceDistance.between( ResampledViews.flipped( a, 0 ), ResampledViews.flipped( b, 0 ), 1 ).assd(), 1e-12 );
	}

	@Test
	void threadsDoNotMatter()
	{
		final Volume< UnsignedByteType > a = SampleImages.ellipsoid( GRID, new double[] { 1, 0, 0 }, 5, 6, 7 );
		final Volume< UnsignedByteType > b = SampleImages.ellipsoid( GRID, new double[] { 0, 1, 1 }, 6, 5, 8 );
		final SurfaceDistance single = Parallelization.runSingleThreaded( () -> SurfaceDistance.between( a, b, 1 ) );
		assertEquals( single, SurfaceDistance.between( a, b, 1 ) );
	}

	@Test
	void missingLabelHasNoDistance()
	{
		final Volume< UnsignedByteType > a = SampleImages.ellipsoid( GRID, new double[ 3 ], 5, 6, 7 );
		final SurfaceDistance distance = SurfaceDistance.between( a, Volume.labels( GRID, new byte[ GRID.voxelCount() ] ), 1 );
		assertTrue( Double.isNaN( distance.assd() ) && Double.isNaN( distance.hd95() ) && Double.isNaN( distance.hd() ) );
		assertEquals( 0, distance.otherSurfaceVoxels() );
	}

	@Test
	void shearedAxesAreRefused()
	{
		final Grid sheared = new Grid( new int[] { 3, 3, 3 }, Affine3D.of( 1, 0.1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 ) );
		final Volume< UnsignedByteType > a = Volume.labels( sheared, new byte[ 27 ] );
		assertThrows( IllegalArgumentException.class, () -> SurfaceDistance.between( a, a, 1 ) );
	}
}
