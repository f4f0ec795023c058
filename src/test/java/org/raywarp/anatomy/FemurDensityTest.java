/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

import org.junit.jupiter.api.Test;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;

/** Measures the population of densities against the published means and spreads that {@link FemurDensity} names. */
class FemurDensityTest
{
	private static final int PERSONS = 60;

	private static final TriangleMesh FEMUR = ParametricFemur.surface( FemurShape.mean() );

	private static final HeadSphere HEAD = HeadSphere.of( FEMUR );

	private static final Grid GRID = GridSize.FULL.grid();

	@Test
	void cortexHasThePublishedThicknessAndSpread()
	{
		final double width = 1.29 * HEAD.radius();
		// Four standard errors of a mean of 60 are half a deviation, of a deviation a third of it; local means vary less.
		check( "upper neck", thickness( s -> s.neck > 0.8 && s.superior > 0.85 ), 0.98, 0.48 );
		check( "calcar", thickness( s -> s.neck > 0.8 && s.superior < -0.85 && s.w > -1.5 ), 3.6, 0.48 );
		check( "lateral shaft", thickness( s -> s.w < -3.7 && s.w > -6 && s.u < -2.3 ), 0.19 * width, 0.035 * width );
		check( "head", thickness( s -> s.head > 0.99 ), 0.7, 0.15 );
	}

	@Test
	void cancellousBoneHasThePublishedDensityAndSpread()
	{
		check( "head", cancellous( s -> s.distance < 0.7 ), 327, 66 );
		check( "neck", cancellous( s -> alongNeck( s ) > 1.2 && alongNeck( s ) < 1.7 && acrossNeck( s ) < 0.45 ), 120, 70 );
		check( "trochanter", cancellous( s -> ball( s, -2.1, 0.2, -0.55, 0.45 ) ), 114, 59 );
		final double[] ward = cancellous( s -> ball( s, -1.3, 0, -0.95, 0.22 ) );
		assertTrue( mean( ward ) < 80 && mean( ward ) > 0, "Ward's triangle " + mean( ward ) );
	}

	@Test
	void correlationFallsToAHalfAtItsLength()
	{
		for ( final double length : new double[] { CorticalThickness.CORRELATION_LENGTH, TrabecularDensity.CORRELATION_LENGTH,
				TrabecularDensity.ACROSS } )
		{
			double zero = 0, one = 0, two = 0;
			for ( long seed = 0; seed < 400; ++seed )
			{
				final SmoothNoise noise = new SmoothNoise( GRID, length, seed );
				for ( int i = 0; i < 30; ++i )
				{
					final double x = -50 + 1.3 * i, here = noise.at( x, 0.37 * i, -20 );
					zero += here * here;
					one += here * noise.at( x + length, 0.37 * i, -20 );
					two += here * noise.at( x + 2 * length, 0.37 * i, -20 );
				}
			}
			assertEquals( 1, zero / 12000, 0.12 );
			// The autocorrelation of cubic B-splines: 397 / 1680 and 1 / 42 over 151 / 315.
			assertEquals( 0.493, one / zero, 0.1 );
			assertEquals( 0.05, two / zero, 0.1 );
		}
	}

	@Test
	void textureIsDrawnOutAlongTheCompressiveGroup()
	{
		double along = 0, across = 0;
		final FemurSite s = new FemurSite( HEAD );
		for ( long seed = 0; seed < 40; ++seed )
		{
			final FemurDensity density = density( seed );
			for ( int i = 0; i < 20; ++i )
			{
				final double x = HEAD.x() - 6 + 0.6 * i, y = HEAD.y(), z = HEAD.z() - 4;
				final double here = density.cancellous( s.at( x, y, z ) );
				// From (-1.1, -3.1) radii the group runs up to the dome.
				along += Math.abs( here - density.cancellous( s.at( x + 1.0, y, z + 2.8 ) ) );
				across += Math.abs( here - density.cancellous( s.at( x + 2.8, y, z - 1.0 ) ) );
			}
		}
		assertTrue( across > 1.4 * along, across / 800 + " HU across, " + along / 800 + " along" );
	}

	@Test
	void twoPersonsAreUncorrelated()
	{
		final List< double[] > points = points( s -> s.distance < 0.8 );
		// What all have in common, the groups of trabeculae, is taken off first.
		final double[][] persons = new double[ PERSONS ][];
		final double[] common = new double[ points.size() ];
		for ( int person = 0; person < PERSONS; ++person )
		{
			persons[ person ] = values( density( person ), points );
			for ( int i = 0; i < common.length; ++i )
				common[ i ] += persons[ person ][ i ] / PERSONS;
		}
		double sum = 0;
		for ( int person = 0; person < PERSONS; ++person )
			for ( int i = 0; i < common.length; ++i )
				persons[ person ][ i ] -= common[ i ];
		for ( int pair = 0; pair < PERSONS; pair += 2 )
			sum += correlation( persons[ pair ], persons[ pair + 1 ] );
		assertEquals( 0, sum / ( PERSONS / 2 ), 0.1 );
	}

	@Test
	void thinCortexKeepsItsMassInCoarseVoxels()
	{
		final FemurDensity density = density( 5 );
		// Inward from the top of the head: the mean over voxels times their depth is the integral.
		final double exact = column( density, 0.02 );
		for ( final double width : new double[] { 0.5, 0.76, 1.5, 3 } )
			for ( double shift = 0; shift < 1; shift += 0.25 )
				assertEquals( exact, shifted( density, width, shift ), 0.02 * exact, width + " mm, shifted by " + shift );
	}

	/** Integral of HU over 12 mm of depth above cancellous bone held at one place. */
	private static double column( final FemurDensity density, final double width )
	{
		return shifted( density, width, 0 );
	}

	private static double shifted( final FemurDensity density, final double width, final double shift )
	{
		final FemurSite site = new FemurSite( HEAD ).at( HEAD.x(), HEAD.y(), HEAD.z() + HEAD.radius() );
		double sum = 0;
		for ( double depth = ( shift - 0.5 ) * width; depth - width / 2 < 12; depth += width )
		{
			final double from = Math.max( 0, depth - width / 2 ), to = Math.min( 12, depth + width / 2 );
			if ( to > from )
				sum += ( to - from ) * density.mean( site, ( from + to ) / 2, to - from );
		}
		return sum;
	}

	private static void check( final String region, final double[] values, final double mean, final double deviation )
	{
		final double m = mean( values );
		double square = 0;
		for ( final double v : values )
			square += ( v - m ) * ( v - m );
		final double d = Math.sqrt( square / ( values.length - 1 ) );
		final String found = region + " " + m + " +- " + d;
		assertEquals( mean, m, 0.5 * deviation, found );
		assertEquals( deviation, d, 0.34 * deviation, found );
	}

	private static double mean( final double[] values )
	{
		double sum = 0;
		for ( final double v : values )
			sum += v;
		return sum / values.length;
	}

	private static double[] thickness( final Predicate< FemurSite > region )
	{
		final double[] v = FEMUR.vertices();
		final List< double[] > points = new ArrayList<>();
		final FemurSite s = new FemurSite( HEAD );
		for ( int i = 0; i < v.length; i += 3 )
			if ( region.test( s.at( v[ i ], v[ i + 1 ], v[ i + 2 ] ) ) )
				points.add( new double[] { v[ i ], v[ i + 1 ], v[ i + 2 ] } );
		return means( points, FemurDensity::thickness );
	}

	private static double[] cancellous( final Predicate< FemurSite > region )
	{
		return means( points( region ), FemurDensity::cancellous );
	}

	private static List< double[] > points( final Predicate< FemurSite > region )
	{
		final List< double[] > points = new ArrayList<>();
		final FemurSite s = new FemurSite( HEAD );
		for ( double x = -60; x < 60; x += 3 )
			for ( double y = -40; y < 40; y += 3 )
				for ( double z = -20; z < 95; z += 3 )
					if ( region.test( s.at( x, y, z ) ) )
						points.add( new double[] { x, y, z } );
		return points;
	}

	/** The mean over a region, of each person. */
	private static double[] means( final List< double[] > points, final ToDoubleBiFunction< FemurDensity, FemurSite > value )
	{
		assertTrue( points.size() >= 5, points.size() + " points" );
		final double[] means = new double[ PERSONS ];
		final FemurSite s = new FemurSite( HEAD );
		for ( int person = 0; person < PERSONS; ++person )
		{
			final FemurDensity density = density( person );
			for ( final double[] p : points )
				means[ person ] += value.applyAsDouble( density, s.at( p[ 0 ], p[ 1 ], p[ 2 ] ) ) / points.size();
		}
		return means;
	}

	private static FemurDensity density( final long seed )
	{
		return new FemurDensity( HEAD, GRID, seed );
	}

	private static double[] values( final FemurDensity density, final List< double[] > points )
	{
		final double[] values = new double[ points.size() ];
		final FemurSite s = new FemurSite( HEAD );
		for ( int i = 0; i < values.length; ++i )
			values[ i ] = density.cancellous( s.at( points.get( i )[ 0 ], points.get( i )[ 1 ], points.get( i )[ 2 ] ) );
		return values;
	}

	private static double correlation( final double[] a, final double[] b )
	{
		final double ma = mean( a ), mb = mean( b );
		double ab = 0, aa = 0, bb = 0;
		for ( int i = 0; i < a.length; ++i )
		{
			ab += ( a[ i ] - ma ) * ( b[ i ] - mb );
			aa += ( a[ i ] - ma ) * ( a[ i ] - ma );
			bb += ( b[ i ] - mb ) * ( b[ i ] - mb );
		}
		return ab / Math.sqrt( aa * bb );
	}

	private static double alongNeck( final FemurSite s )
	{
		return -s.u * Math.sin( Math.toRadians( 55 ) ) - s.w * Math.cos( Math.toRadians( 55 ) );
	}

	private static double acrossNeck( final FemurSite s )
	{
		return Math.sqrt( Math.max( 0, s.distance * s.distance - alongNeck( s ) * alongNeck( s ) ) );
	}

	private static boolean ball( final FemurSite s, final double u, final double v, final double w, final double radius )
	{
		return ( s.u - u ) * ( s.u - u ) + ( s.v - v ) * ( s.v - v ) + ( s.w - w ) * ( s.w - w ) < radius * radius;
	}
}
