/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.Affine3D;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class ResamplingTest
{
	/** Float rounding of values of order 1, sums of up to 64 samples. */
	private static final float ROUNDING = 1e-5f;

	private final Random random = new Random( 1 );

	private Volume< FloatType > noise( final Grid grid )
	{
		final float[] values = new float[ grid.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = random.nextFloat();
		return Volume.floats( grid, values );
	}

	private Volume< UnsignedByteType > labelNoise( final Grid grid )
	{
		final byte[] values = new byte[ grid.voxelCount() ];
		random.nextBytes( values );
		return Volume.labels( grid, values );
	}

	private static Grid oblique( final double spacing, final int... size )
	{
		return new Grid( size,
				Affine3D.of( 0.8 * spacing, -0.6 * spacing, 0, -7, 0.6 * spacing, 0.8 * spacing, 0, -9, 0.1, 0, spacing, -8 ) );
	}

	@Test
	void loopsAgreeWithLazyViewOnObliqueGridsOfAnySpacing()
	{
		final Volume< FloatType > source = noise( Grid.centered( new int[] { 13, 11, 9 }, 1, 1.3, 1.7 ) );
		for ( final double spacing : new double[] { 0.4, 1, 1.9, 4.2 } )
		{
			final Grid target = oblique( spacing, 15, 14, 13 );
			assertArrayEquals( FloatArrays.of( ResampledViews.resampled( source, target ).voxels() ),
					FloatArrays.of( Resampling.resample( source, target ).voxels() ), ROUNDING );
		}
	}

	@Test
	void labelLoopsAgreeWithLazyView()
	{
		final Volume< UnsignedByteType > source = labelNoise( Grid.centered( new int[] { 13, 11, 9 }, 1, 1.3, 1.7 ) );
		final Grid target = oblique( 0.77, 25, 24, 23 );
		assertArrayEquals( LabelArrays.of( ResampledViews.resampledLabels( source, target ).voxels() ),
				LabelArrays.of( Resampling.resampleLabels( source, target ).voxels() ) );
	}

	@Test
	void labelsHalfwayBetweenVoxelsAreThoseOfTheGreaterIndex()
	{
		final Grid fine = GridSize.HALF.grid();
		final Volume< UnsignedByteType > source = labelNoise( fine );
		final Volume< UnsignedByteType > quarter = Resampling.resampleLabels( source, GridSize.QUARTER.grid() );
		for ( int i = 0; i < 48; ++i )
			assertEquals( source.voxels().getAt( 2 * i + 1, 5, 9 ), quarter.voxels().getAt( i, 2, 4 ) );
	}

	@Test
	void sameGridGivesSameValues()
	{
		final Volume< FloatType > source = noise( oblique( 1.1, 8, 9, 10 ) );
		assertArrayEquals( FloatArrays.of( source.voxels() ), FloatArrays.of( Resampling.resample( source, source.grid() ).voxels() ),
				ROUNDING );
	}

	@Test
	void quarterOfTheSizeIsMeanOfTheVoxelsInside()
	{
		final Grid fine = Grid.centered( new int[] { 16, 8, 12 }, 0.664, 0.664, 1 );
		final Volume< FloatType > source = noise( fine );
		final float[] expected = new float[ 4 * 2 * 3 ], values = FloatArrays.of( source.voxels() );
		for ( int i = 0; i < values.length; ++i )
			expected[ i % 16 / 4 + 4 * ( i / 16 % 8 / 4 + 2 * ( i / 128 / 4 ) ) ] += values[ i ] / 64;
		assertArrayEquals( expected, FloatArrays.of( Resampling.resample( source, fine.resampled( 4, 2, 3 ) ).voxels() ), ROUNDING );
	}

	@Test
	void quarterDoesNotAliasAlternatingVoxels()
	{
		final Grid fine = GridSize.HALF.grid();
		final float[] values = new float[ fine.voxelCount() ];
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = i & 1;
		for ( final float v : FloatArrays.of( Resampling.resample( Volume.floats( fine, values ), GridSize.QUARTER.grid() ).voxels() ) )
			assertEquals( 0.5f, v, ROUNDING );
	}

	@Test
	void valueOutsideFillsWhatTheSourceDoesNotCover()
	{
		final Volume< FloatType > source = Volume.floats( Grid.centered( new int[] { 2, 2, 2 }, 1, 1, 1 ), new float[ 8 ] );
		final Volume< FloatType > wide = Resampling.resample( source, Grid.centered( new int[] { 6, 2, 2 }, 1, 1, 1 ), -1000 );
		assertArrayEquals( new float[] { -1000, -1000, 0, 0, -1000, -1000 },
				Arrays.copyOf( FloatArrays.of( wide.voxels() ), 6 ) );
	}

	@Test
	void pointsThatAreNoNumberLieOutside()
	{
		assertEquals( -5, new Trilinear( new float[ 8 ], 0, new int[] { 2, 2, 2 }, -5 ).at( Double.NaN, 0, 0 ) );
		assertEquals( -1, LabelArrays.nearest( new int[] { 2, 2, 2 }, 0, Double.NaN, 0 ) );
	}

	@Test
	void channelsAreResampledOneByOne()
	{
		final Grid grid = Grid.centered( new int[] { 6, 5, 4 }, 1, 1, 1 ), target = oblique( 0.9, 7, 6, 5 );
		final float[] values = FloatArrays.of( noise( Grid.centered( new int[] { 6, 5, 8 }, 1, 1, 1 ) ).voxels() );
		final Volume< FloatType > two = new Volume<>( ArrayImgs.floats( values, 6, 5, 4, 2 ), grid.worldFromVoxel() );
		final Volume< FloatType > resampled = Resampling.resample( two, target );
		for ( int c = 0; c < 2; ++c )
		{
			final Volume< FloatType > one = new Volume<>( Views.hyperSlice( two.voxels(), 3, c ), grid.worldFromVoxel() );
			assertArrayEquals( FloatArrays.of( Resampling.resample( one, target ).voxels() ),
					FloatArrays.of( Views.hyperSlice( resampled.voxels(), 3, c ) ) );
		}
	}

	@Test
	void croppedVoxelsStayInTheWorld()
	{
		final Volume< FloatType > source = noise( oblique( 1.1, 8, 9, 10 ) );
		final Volume< FloatType > cropped = ResampledViews.cropped( source, new long[] { 2, 3, 4 }, new long[] { 5, 8, 4 } );
		assertArrayEquals( new int[] { 4, 6, 1 }, cropped.grid().size() );
		assertArrayEquals( source.worldFromVoxel().apply( 3, 5, 4 ), cropped.worldFromVoxel().apply( 1, 2, 0 ), 1e-12 );
		assertEquals( source.voxels().getAt( 3, 5, 4 ), cropped.voxels().getAt( 1, 2, 0 ) );
		assertThrows( IllegalArgumentException.class,
				() -> ResampledViews.cropped( source, new long[] { 0, 0, 0 }, new long[] { 8, 0, 0 } ) );
	}

	@Test
	void flippedVoxelsStayInTheWorld()
	{
		final Volume< FloatType > source = noise( oblique( 1.1, 8, 9, 10 ) );
		for ( int axis = 0; axis < 3; ++axis )
			assertArrayEquals( FloatArrays.of( source.voxels() ),
					FloatArrays.of( Resampling.resample( ResampledViews.flipped( source, axis ), source.grid() ).voxels() ), ROUNDING );
	}

	@Test
	void mirroredTwiceIsTheSameAndOnceChangesSides()
	{
		final Volume< FloatType > source = noise( oblique( 1.1, 8, 9, 10 ) );
		final Volume< FloatType > once = ResampledViews.mirrored( source, 0 );
		assertEquals( source.grid(), once.grid() );
		assertEquals( source.voxels().getAt( 1, 2, 3 ), once.voxels().getAt( 6, 2, 3 ) );
		assertArrayEquals( FloatArrays.of( source.voxels() ), FloatArrays.of( ResampledViews.mirrored( once, 0 ).voxels() ) );
	}

	@Test
	void gridsMatchUpToTheRoundingOfHeaders()
	{
		final Grid grid = Grid.centered( new int[] { 192, 128, 192 }, 0.664, 0.664, 1 );
		assertEquals( true, grid.matches( Grid.centered( new int[] { 192, 128, 192 }, 0.66400001, 0.664, 1 ) ) );
		assertEquals( false, grid.matches( Grid.centered( new int[] { 192, 128, 192 }, 0.665, 0.664, 1 ) ) );
		assertEquals( false, grid.matches( Grid.centered( new int[] { 192, 128, 190 }, 0.664, 0.664, 1 ) ) );
	}
}
