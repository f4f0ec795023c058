/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

class HounsfieldUnitsTest
{
	private static final Grid GRID = Grid.centered( new int[] { 20, 20, 20 }, 1, 1, 1 );

	/** A body of tissue with a bone in it, in air, with the noise of a scanner. */
	private static final double[] BODY = body();

	private static double[] body()
	{
		final Random random = new Random( 1 );
		final double[] hu = new double[ GRID.voxelCount() ];
		for ( int i = 0; i < hu.length; ++i )
		{
			final double[] x = GRID.worldFromVoxel().apply( i % 20, i / 20 % 20, i / 400 );
			final double r = Math.sqrt( x[ 0 ] * x[ 0 ] + x[ 1 ] * x[ 1 ] );
			hu[ i ] = Math.max( -1000, Math.rint( ( r < 3 ? 800 : r < 8 ? 40 : -1000 ) + 15 * random.nextGaussian() ) );
		}
		return hu;
	}

	private static void passes( final IntToDoubleFunction values )
	{
		assertDoesNotThrow( () -> HounsfieldUnits.require( volume( values ), "volume" ) );
	}

	private static void refuses( final String part, final IntToDoubleFunction values )
	{
		final String message =
				assertThrows( IllegalArgumentException.class, () -> HounsfieldUnits.require( volume( values ), "volume" ) ).getMessage();
		assertTrue( message.contains( part ) && message.contains( "\"volume\"" ), message );
	}

	private static Volume< FloatType > volume( final IntToDoubleFunction values )
	{
		final float[] array = new float[ GRID.voxelCount() ];
		for ( int i = 0; i < array.length; ++i )
			array[ i ] = ( float ) values.applyAsDouble( i );
		return Volume.floats( GRID, array );
	}

	@Test
	void bodiesAndPhantomsPass()
	{
		passes( i -> BODY[ i ] );
		passes( i -> 0 );
		passes( i -> 1 );
		passes( i -> -0.02 );
		passes( i -> -1000 );
		passes( i -> 1000 );
		passes( i -> i % 20 < 10 ? 0 : 100 );
		passes( i -> i % 20 < 10 ? 0 : 1000 );
		passes( i -> i % 20 );
		passes( i -> i / 8.0 );
		passes( i -> BODY[ i ] == -1000 ? 0 : BODY[ i ] );
		passes( i -> new Random( i ).nextGaussian() );
	}

	@Test
	void attenuationIsRefusedWithAdvice()
	{
		refuses( "attenuation coefficients", i -> 0.02 * ( 1 + BODY[ i ] / 1000 ) );
		refuses( "attenuation coefficients", i -> 0.02 );
		refuses( "HU = 1000", i -> 0.2 * ( 1 + BODY[ i ] / 1000 ) );
		refuses( "attenuation coefficients", i -> i % 20 < 10 ? 0 : 0.03 );
		refuses( "attenuation coefficients", i -> Math.max( 0, 1 + BODY[ i ] / 1000 ) );
		refuses( "attenuation coefficients", i -> 0.02 * ( 1 + BODY[ i ] / 1000 ) - 0.001 );
	}

	@Test
	void labelsAreRefusedWithAdvice()
	{
		refuses( "labels", i -> i % 20 < 10 ? 0 : 1 );
		refuses( "labels", i -> i / 2000 );
	}

	@Test
	void offsetsAreRefusedWithAdvice()
	{
		refuses( "plus an offset", i -> BODY[ i ] + 1000 );
		refuses( "Rescale Intercept", i -> BODY[ i ] + 1024 );
		// Modeled CTs have even tissue; what varies is the bone.
		refuses( "plus an offset", i -> 1024 + ( BODY[ i ] < -500 ? -1000 : BODY[ i ] < 300 ? 40 : BODY[ i ] ) );
	}
}
