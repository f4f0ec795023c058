/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * Smooth seeded noise over a box: normal values on a lattice, interpolated by uniform cubic B-splines and brought to unit
 * variance. Values at points are repeatable and independent of their order.
 */
public final class SmoothNoise
{
	private final float[] lattice;

	private final int[] size = new int[ 3 ];

	private final double[] low = new double[ 3 ];

	private final double[] spacing;

	/**
	 * @param grid
	 *            the box that is covered: that of this axis-aligned grid
	 * @param spacing
	 *            of the lattice in mm: values one spacing apart have a correlation of 0.49, two apart of 0.05
	 * @param seed
	 *            of the noise
	 */
	public SmoothNoise( final Grid grid, final double spacing, final long seed )
	{
		this( grid.worldFromVoxel().apply( -0.5, -0.5, -0.5 ), grid.worldFromVoxel().apply( grid.size()[ 0 ] - 0.5,
				grid.size()[ 1 ] - 0.5, grid.size()[ 2 ] - 0.5 ), new double[] { spacing, spacing, spacing }, seed );
	}

	/**
	 * @param low
	 *            the least coordinates of the box that is covered
	 * @param high
	 *            the greatest
	 * @param spacing
	 *            of the lattice along each axis: greater where the noise is drawn out
	 * @param seed
	 *            of the noise
	 */
	SmoothNoise( final double[] low, final double[] high, final double[] spacing, final long seed )
	{
		this.spacing = spacing.clone();
		for ( int d = 0; d < 3; ++d )
		{
			this.low[ d ] = low[ d ];
			size[ d ] = ( int ) Math.ceil( ( high[ d ] - low[ d ] ) / spacing[ d ] ) + 4;
		}
		lattice = new float[ size[ 0 ] * size[ 1 ] * size[ 2 ] ];
		final SplittableRandom random = new SplittableRandom( seed );
		// The squares of the cubic weights sum to about 0.48 along one axis, on average.
		final double scale = Math.pow( 151.0 / 315, -1.5 );
		for ( int i = 0; i < lattice.length; ++i )
			lattice[ i ] = ( float ) ( scale * random.nextGaussian() );
	}

	/**
	 * @param x
	 *            coordinate in mm; beyond the box the noise is that of its border
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @return the noise there, of mean 0 and standard deviation 1
	 */
	public double at( final double x, final double y, final double z )
	{
		final double fx = within( x, 0 ), fy = within( y, 1 ), fz = within( z, 2 );
		final int i = cell( fx, 0 ), j = cell( fy, 1 ), k = cell( fz, 2 );
		final double u = fx - i, v = fy - j, w = fz - k;
		final double x0 = first( u ), x1 = second( u ), x2 = second( 1 - u ), x3 = first( 1 - u );
		double sum = 0;
		for ( int c = 0; c < 4; ++c )
		{
			double slice = 0;
			for ( int b = 0; b < 4; ++b )
			{
				final int at = i + size[ 0 ] * ( j + b + size[ 1 ] * ( k + c ) );
				slice += weight( b, v ) * ( x0 * lattice[ at ] + x1 * lattice[ at + 1 ] + x2 * lattice[ at + 2 ] + x3 * lattice[ at + 3 ] );
			}
			sum += weight( c, w ) * slice;
		}
		return sum;
	}

	/** Lattice coordinate; beyond the box that of its border. */
	private double within( final double x, final int d )
	{
		return Math.max( 0, Math.min( size[ d ] - 3, ( x - low[ d ] ) / spacing[ d ] ) );
	}

	private int cell( final double f, final int d )
	{
		return Math.min( size[ d ] - 4, ( int ) f );
	}

	private static double weight( final int i, final double t )
	{
		return i == 0 ? first( t ) : i == 1 ? second( t ) : i == 2 ? second( 1 - t ) : first( 1 - t );
	}

	private static double first( final double t )
	{
		return ( 1 - t ) * ( 1 - t ) * ( 1 - t ) / 6;
	}

	private static double second( final double t )
	{
		return 2.0 / 3 - t * t + t * t * t / 2;
	}
}
