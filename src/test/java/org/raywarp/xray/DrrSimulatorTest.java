/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.ConeBeamGeometry;
import org.raywarp.geometry.View;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

class DrrSimulatorTest
{
	private static final DrrSettings SETTINGS = DrrSettings.monochromatic( 45 ).withNoise( 0, 7 );

	private static final int COLUMNS = 41, ROWS = 57, CENTER = ROWS / 2 * COLUMNS + COLUMNS / 2;

	private static final View FRONTAL = ConeBeamGeometry.standard( new CArmAngulation( 0, 0 ), COLUMNS, ROWS ).view( "frontal" );

	private static final View LATERAL = ConeBeamGeometry.standard( new CArmAngulation( 90, 0 ), COLUMNS, ROWS ).view( "lateral" );

	private static final Grid GRID = Grid.centered( new int[] { 61, 41, 61 }, 1, 1, 1 );

	/** A ball of bone of 12 mm radius in water. */
	private static Volume< FloatType > ct()
	{
		final float[] hu = new float[ GRID.voxelCount() ];
		final byte[] labels = ball( 12 );
		for ( int i = 0; i < hu.length; ++i )
			hu[ i ] = labels[ i ] == 1 ? 1000 : 0;
		return Volume.floats( GRID, hu );
	}

	private static float[] image( final View view, final DrrSettings settings )
	{
		return FloatArrays.of( DrrSimulator.simulate( ct(), null, 1, List.of( view ), settings ).get( 0 ).image() );
	}

	private static byte[] ball( final double radius )
	{
		final byte[] labels = new byte[ GRID.voxelCount() ];
		final int[] n = GRID.size();
		for ( int i = 0; i < labels.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % n[ 0 ], i / n[ 0 ] % n[ 1 ], i / n[ 0 ] / n[ 1 ] );
			labels[ i ] = ( byte ) ( x[ 0 ] * x[ 0 ] + x[ 1 ] * x[ 1 ] + x[ 2 ] * x[ 2 ] < radius * radius ? 1 : 2 );
		}
		return labels;
	}

	private static Volume< UnsignedByteType > labels()
	{
		return Volume.labels( GRID, ball( 12 ) );
	}

	@Test
	void centralRayFollowsBeerAndLambert()
	{
		final List< Drr > drrs = DrrSimulator.simulate( ct(), null, 1, List.of( FRONTAL, LATERAL ), SETTINGS );
		final double water = Attenuation.water( 45 );
		// 23 voxels of bone count twice; the voxels at both ends of a trilinear volume count whole.
		assertEquals( water * ( 41 + 23 ), FloatArrays.of( drrs.get( 0 ).image() )[ CENTER ], 1e-5 );
		assertEquals( water * ( 61 + 23 ), FloatArrays.of( drrs.get( 1 ).image() )[ CENTER ], 1e-5 );
		assertNull( drrs.get( 0 ).mask() );
	}

	@Test
	void maskIsTheShadowOfTheLabel()
	{
		final View fine = FRONTAL.resampled( 5 * COLUMNS, 5 * ROWS );
		final Drr drr = DrrSimulator.simulate( ct(), labels(), 1, List.of( fine ), SETTINGS ).get( 0 );
		final float[] mask = FloatArrays.of( drr.mask() );
		double area = 0;
		for ( int i = 0; i < mask.length; ++i )
		{
			assertTrue( mask[ i ] == 0 || mask[ i ] == 1 );
			area += mask[ i ] * fine.pixelSpacingX() * fine.pixelSpacingY();
		}
		// A ball of radius 12 about the isocenter, seen by a cone: its tangents meet the detector in a disk of this radius.
		final double radius = 1000 * 12 / Math.sqrt( 925 * 925 - 12 * 12 );
		// Voxels of 1 mm with their centers inside make the ball 0.14 mm smaller.
		assertEquals( radius, Math.sqrt( area / Math.PI ), 0.25 );
	}

	@Test
	void everyVoxelOfALabelIsSeen()
	{
		final byte[] single = new byte[ GRID.voxelCount() ];
		single[ GRID.voxelCount() / 2 ] = 9;
		final float[] mask = FloatArrays.of( LabelMasks.project( Volume.labels( GRID, single ), 9, FRONTAL.resampled( 205, 285 ) ) );
		assertTrue( mask[ 285 / 2 * 205 + 205 / 2 ] == 1 );
		// A voxel of 1 mm is about 1.5 x 1.4 pixels of this detector.
		int seen = 0;
		for ( final float m : mask )
			seen += m;
		assertTrue( seen >= 1 && seen <= 4, "pixels " + seen );
	}

	@Test
	void supersamplingAveragesIntensities()
	{
		final float[] coarse = image( FRONTAL, SETTINGS.withSupersampling( 3 ) );
		final float[] fine = image( FRONTAL.resampled( 3 * COLUMNS, 3 * ROWS ), SETTINGS );
		for ( int row = 0; row < ROWS; ++row )
			for ( int column = 0; column < COLUMNS; ++column )
			{
				double intensity = 0;
				for ( int i = 0; i < 9; ++i )
					intensity += Math.exp( -fine[ ( 3 * row + i / 3 ) * 3 * COLUMNS + 3 * column + i % 3 ] ) / 9;
				assertEquals( -Math.log( intensity ), coarse[ row * COLUMNS + column ], 1e-5 );
			}
	}

	@Test
	void noiseIsUnbiasedReproducibleAndDiffersBetweenViews()
	{
		final DrrSettings noisy = SETTINGS.withNoise( 1e5, 3 );
		final List< Drr > one =
				Parallelization.runSingleThreaded( () -> DrrSimulator.simulate( ct(), null, 1, List.of( FRONTAL, FRONTAL ), noisy ) );
		final List< Drr > many = Parallelization.runWithNumThreads( 3,
				() -> DrrSimulator.simulate( ct(), null, 1, List.of( FRONTAL, FRONTAL ), noisy ) );
		final float[] a = FloatArrays.of( one.get( 0 ).image() ), b = FloatArrays.of( one.get( 1 ).image() );
		assertArrayEquals( a, FloatArrays.of( many.get( 0 ).image() ) );
		assertNotEquals( Arrays.hashCode( a ), Arrays.hashCode( b ) );
		final float[] clean = FloatArrays.of( DrrSimulator.simulate( ct(), null, 1, List.of( FRONTAL ), SETTINGS ).get( 0 ).image() );
		double difference = 0;
		for ( int i = 0; i < a.length; ++i )
			difference += ( a[ i ] - clean[ i ] ) / a.length;
		// A pixel deviates by sqrt( e^L / photons ) < 0.009; the mean of 2337 pixels by less than 1/48 of that.
		assertEquals( 0, difference, 5 * 0.009 / 48 );
	}

	@Test
	void unusableInputIsRefused()
	{
		final Volume< FloatType > broken = Volume.floats( GRID );
		FloatArrays.backing( broken.voxels() )[ 5 ] = Float.NaN;
		final List< View > views = List.of( FRONTAL );
		assertThrows( IllegalArgumentException.class, () -> DrrSimulator.simulate( broken, null, 1, views, SETTINGS ) );
		assertThrows( IllegalArgumentException.class, () -> DrrSettings.monochromatic( 5 ) );
		assertThrows( IllegalArgumentException.class, () -> SETTINGS.withNoise( -1, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> SETTINGS.withNoise( Double.NaN, 0 ) );
		assertThrows( IllegalArgumentException.class, () -> SETTINGS.withSupersampling( 0 ) );
	}
}
