/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

class PiecewiseLinearIntegralsTest
{
	/** Five knots take two passes; the functions are the value, a bump, and a ramp above the last knot. */
	private static final PiecewiseLinear FUNCTIONS = new PiecewiseLinear( new double[] { 0.1, 0.3, 0.5, 0.7, 0.9 },
			new double[][] { { 1, 1, 1, 1, 1, 1 }, { 0, 2, -1, 3, -4, 0 }, { 0, 0, 0, 0, 0, 5 } } );

	@Test
	void sumsTheFunctionsOfJosephsSamples()
	{
		for ( final Grid grid : ProjectionCases.grids() )
		{
			final Volume< FloatType > volume = ProjectionCases.random( grid, 3 );
			for ( final View view : ProjectionCases.views() )
				for ( int f = 0; f < FUNCTIONS.count(); ++f )
				{
					final float[] expected = oracle( volume, view, f );
					float scale = 0;
					for ( final float value : expected )
						scale = Math.max( scale, Math.abs( value ) );
					// Positions and fractions are rounded to 24 bits and samples to those of a float.
					assertArrayEquals( expected, channel( project( volume, FUNCTIONS, view ), f ), 2e-6f * ( 1 + scale ), view.name() );
				}
		}
	}

	@Test
	void valuesAboveLaterKnotsAreFoundWhereverTheyAre()
	{
		final Grid grid = ProjectionCases.grids().get( 1 );
		final Volume< FloatType > volume = ProjectionCases.random( grid, 3 );
		final float[] values = FloatArrays.backing( volume.voxels() );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] *= 0.8;
		// In a corner, on a face, inside; nowhere at all.
		for ( final int voxel : new int[] { 0, grid.size()[ 0 ] * 5 + 4, values.length / 2 + 7, -1 } )
		{
			final float before = voxel < 0 ? 0 : values[ voxel ];
			if ( voxel >= 0 )
				values[ voxel ] = 3;
			for ( final View view : ProjectionCases.views() )
				assertArrayEquals( oracle( volume, view, 2 ), channel( project( volume, FUNCTIONS, view ), 2 ), 1e-4f, view.name() );
			if ( voxel >= 0 )
				values[ voxel ] = before;
		}
	}

	@Test
	void theValueItselfIsJosephsProjection()
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 1 ), 5 );
		for ( final View view : ProjectionCases.views() )
			assertArrayEquals( FloatArrays.of( Projections.project( volume, view, new JosephProjector() ) ),
					channel( project( volume, FUNCTIONS, view ), 0 ), 1e-5f );
	}

	@Test
	void withoutKnotsItIsJosephsProjectionBitForBit()
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 0 ), 5 );
		final PiecewiseLinear identity = new PiecewiseLinear( new double[ 0 ], new double[][] { { 1 } } );
		for ( final View view : ProjectionCases.views() )
			assertArrayEquals( FloatArrays.of( Projections.project( volume, view, new JosephProjector() ) ),
					channel( project( volume, identity, view ), 0 ) );
	}

	@Test
	void knotsAboveAllValuesMakeNoDifference()
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 0 ), 5 );
		final View view = ProjectionCases.views().get( 3 );
		final PiecewiseLinear more = new PiecewiseLinear( new double[] { 0.5, 3 }, new double[][] { { 1, 2, 9 } } );
		final PiecewiseLinear fewer = more.upTo( 1 );
		assertEquals( 1, fewer.knots().length );
		assertArrayEquals( channel( project( volume, fewer, view ), 0 ), channel( project( volume, more, view ), 0 ), 1e-5f );
	}

	@Test
	void partsOfTheDetectorAndThreadsMakeNoDifference()
	{
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 1 ), 5 );
		final View view = ProjectionCases.views().get( 4 );
		final RandomAccessibleInterval< FloatType > whole =
				Parallelization.runSingleThreaded( () -> project( volume, FUNCTIONS, view ) );
		final RandomAccessibleInterval< FloatType > part =
				Views.translate( ArrayImgs.floats( 7, 5, FUNCTIONS.count() ), 3, 8, 0 );
		Parallelization.runWithNumThreads( 3, () -> {
			PiecewiseLinearIntegrals.project( volume, FUNCTIONS, view, part );
			return null;
		} );
		assertArrayEquals( FloatArrays.of( Views.interval( whole, part ) ), FloatArrays.of( part ) );
	}

	@Test
	void unusableInputIsRefused()
	{
		final Volume< FloatType > channels = ProjectionCases.random( ProjectionCases.grids().get( 0 ), 2, 5 );
		final View view = ProjectionCases.views().get( 0 );
		assertThrows( IllegalArgumentException.class, () -> project( channels, FUNCTIONS, view ) );
		final Volume< FloatType > volume = ProjectionCases.random( ProjectionCases.grids().get( 0 ), 5 );
		assertThrows( IllegalArgumentException.class, () -> PiecewiseLinearIntegrals.project( volume, FUNCTIONS, view,
				ArrayImgs.floats( view.columns(), view.rows(), 1 ) ) );
		assertThrows( IllegalArgumentException.class, () -> new PiecewiseLinear( new double[] { 0 }, new double[][] { { 1, 1 } } ) );
		assertThrows( IllegalArgumentException.class, () -> new PiecewiseLinear( new double[] { 2, 1 }, new double[][] { { 1, 1, 1 } } ) );
		assertThrows( IllegalArgumentException.class, () -> new PiecewiseLinear( new double[] { 1 }, new double[][] { { 1 } } ) );
	}

	private static RandomAccessibleInterval< FloatType > project( final Volume< FloatType > volume, final PiecewiseLinear functions,
			final View view )
	{
		final RandomAccessibleInterval< FloatType > target = ArrayImgs.floats( view.columns(), view.rows(), functions.count() );
		PiecewiseLinearIntegrals.project( volume, functions, view, target );
		return target;
	}

	private static float[] channel( final RandomAccessibleInterval< FloatType > image, final int channel )
	{
		return FloatArrays.of( Views.hyperSlice( image, 2, channel ) );
	}

	/** The definition: the lazy interpolant in the slices of the axis along which a ray crosses most voxels. */
	private static float[] oracle( final Volume< FloatType > volume, final View view, final int function )
	{
		final PixelRays rays = RayDriven.rays( volume, view );
		final RealRandomAccess< FloatType > value = volume.interpolant().realRandomAccess();
		final float[] result = new float[ view.columns() * view.rows() ];
		for ( int i = 0; i < result.length; ++i )
		{
			final int column = i % view.columns(), row = i / view.columns();
			final double[] direction = new double[ 3 ];
			int axis = 2;
			for ( int d = 2; d >= 0; --d )
			{
				direction[ d ] = rays.direction( d, column, row );
				if ( Math.abs( direction[ d ] ) > Math.abs( direction[ axis ] ) )
					axis = d;
			}
			double sum = 0;
			for ( int k = 0; k < Intervals.dimensionsAsIntArray( volume.voxels() )[ axis ]; ++k )
			{
				final double depth = ( k - rays.source[ axis ] ) / direction[ axis ];
				for ( int d = 0; d < 3; ++d )
					value.setPosition( d == axis ? k : rays.source[ d ] + depth * direction[ d ], d );
				sum += FUNCTIONS.at( function, value.get().getRealDouble() );
			}
			result[ i ] = ( float ) ( sum * rays.length( column, row ) / Math.abs( direction[ axis ] ) );
		}
		return result;
	}
}
