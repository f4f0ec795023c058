/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.raywarp.anatomy.BoneSurface;
import org.raywarp.anatomy.MeshDistance;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Pictures of balls, whose silhouettes and distances are known.
 */
class SurfaceRenderingTest
{
	private static final Grid GRID = Grid.centered( new int[] { 48, 48, 48 }, 1, 1, 1 );

	private static Volume< UnsignedByteType > ball( final double radius )
	{
		final byte[] labels = new byte[ GRID.voxelCount() ];
		for ( int i = 0; i < labels.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % 48, i / 48 % 48, i / ( 48 * 48 ) );
			labels[ i ] = ( byte ) ( x[ 0 ] * x[ 0 ] + x[ 1 ] * x[ 1 ] + x[ 2 ] * x[ 2 ] < radius * radius ? 1 : 0 );
		}
		return Volume.labels( GRID, labels );
	}

	/** An octahedron about the origin, facing outward. */
	private static TriangleMesh octahedron()
	{
		final double[] v = { 10, 0, 0, -10, 0, 0, 0, 10, 0, 0, -10, 0, 0, 0, 10, 0, 0, -10 };
		return new TriangleMesh( v, new int[] { 0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3, 5 } );
	}

	@Test
	void aBallIsADisk()
	{
		final BufferedImage picture =
				SurfaceRendering.draw( BoneSurface.of( ball( 15 ), 1 ), null, new ViewDirection( 30, 20 ), null, 200, 240 );
		double covered = 0;
		for ( int y = 0; y < 240; ++y )
			for ( int x = 0; x < 200; ++x )
				covered += ( picture.getRGB( x, y ) >>> 24 ) / 255.0;
		// It fills the width but for 3 percent on either side.
		assertEquals( Math.PI * 94 * 94, covered, 0.02 * Math.PI * 94 * 94 );
		assertEquals( 0, picture.getRGB( 1, 1 ) );
	}

	/** What is nearer hides what is farther, from all sides. */
	@Test
	void theNearestPointIsSeen()
	{
		final double[] values = { 0, 1, 2, 3, 4, 5 };
		final ColorScale colors = ColorScale.amounts( 5, "" );
		// The vertices toward the patient's left, right, posterior, anterior, superior and inferior.
		final ViewDirection[] from = { ViewDirection.LEFT, ViewDirection.RIGHT, ViewDirection.POSTERIOR, ViewDirection.ANTERIOR,
				new ViewDirection( 0, 90 ), new ViewDirection( 0, -90 ) };
		for ( int i = 0; i < 6; ++i )
		{
			final int seen = SurfaceRendering.draw( octahedron(), values, from[ i ], colors, 101, 101 ).getRGB( 50, 50 );
			// A pixel is about a hundredth of the way to the next vertex.
			final double light = 0.3 + 0.7 * 0.870;
			for ( int shift = 0; shift < 24; shift += 8 )
				assertEquals( light * ( colors.argb( values[ i ] ) >> shift & 0xff ), seen >> shift & 0xff, 8, "vertex " + i );
		}
	}

	@Test
	void superiorIsUpAndThePatientsLeftOnTheRight()
	{
		final double[] values = { 1, 0, 0, 0, 0, 0 };
		final ColorScale colors = new ColorScale( 0, 1, false, new int[] { 0x0000ff, 0xff0000 }, "" );
		final BufferedImage anterior = SurfaceRendering.draw( octahedron(), values, ViewDirection.ANTERIOR, colors, 101, 101 );
		assertTrue( ( anterior.getRGB( 90, 50 ) >> 16 & 0xff ) > 50 );
		assertEquals( 0, anterior.getRGB( 10, 50 ) >> 16 & 0xff );
		final BufferedImage above =
				SurfaceRendering.draw( octahedron(), new double[] { 0, 0, 0, 0, 1, 0 }, ViewDirection.LEFT, colors, 101, 101 );
		assertTrue( ( above.getRGB( 50, 10 ) >> 16 & 0xff ) > 100 );
		assertEquals( 0, above.getRGB( 50, 90 ) >> 16 & 0xff );
	}

	@Test
	void distancesOfConcentricBallsAreTheDifferenceOfTheirRadii()
	{
		final SurfaceReview review = SurfaceReview.of( ball( 12 ), ball( 15 ) ).orElseThrow();
		assertEquals( 3, Arrays.stream( review.distances() ).average().orElseThrow(), 0.1 );
		assertEquals( 3, Arrays.stream( review.distances() ).max().orElseThrow(), 0.7 );
		final TriangleMesh mesh = octahedron();
		// From a point above each vertex straight down, and from the center to a face: 10 / sqrt( 3 ).
		assertArrayEquals( new double[] { 2, 2, 10 / Math.sqrt( 3 ) },
				new MeshDistance( mesh ).distances( new double[] { 12, 0, 0, 0, -12, 0, 0, 0, 0 } ), 1e-9 );
	}

	@Test
	void refusesWhatItCannotDraw()
	{
		assertTrue( assertThrows( IllegalArgumentException.class,
				() -> SurfaceRendering.draw( octahedron(), new double[ 5 ], ViewDirection.LEFT, null, 9, 9 ) ).getMessage()
						.contains( "not 5 for 6" ) );
		assertThrows( IllegalArgumentException.class,
				() -> SurfaceRendering.draw( octahedron(), null, ViewDirection.LEFT, null, 5000, 9 ) );
		assertThrows( IllegalArgumentException.class, () -> new ViewDirection( 0, 91 ) );
	}
}
