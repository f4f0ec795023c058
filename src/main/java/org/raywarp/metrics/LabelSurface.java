/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The surface voxels of one label, and the exact distances to them.
 * <p>
 * Distances are found slice by slice: the squared distance to the slice's own surface voxels along x, then the lower
 * envelope of the parabolas over those along y (Felzenszwalb and Huttenlocher 2012), on the box that holds both
 * surfaces; along z each asking voxel looks outward from its own slice until no farther slice can be nearer.
 */
final class LabelSurface
{
	private final int nx, ny, nz;

	private final double[] spacing;

	/** x + nx y of the surface voxels of each slice, ascending. */
	private final int[][] voxels;

	private final int minX, maxX, minY, maxY;

	private LabelSurface( final int[] size, final double[] spacing, final int[][] voxels )
	{
		nx = size[ 0 ];
		ny = size[ 1 ];
		nz = size[ 2 ];
		this.spacing = spacing;
		this.voxels = voxels;
		final int columns = nx;
		minX = Arrays.stream( voxels ).flatMapToInt( Arrays::stream ).map( v -> v % columns ).min().orElse( 0 );
		maxX = Arrays.stream( voxels ).flatMapToInt( Arrays::stream ).map( v -> v % columns ).max().orElse( -1 );
		minY = Arrays.stream( voxels ).filter( s -> s.length > 0 ).mapToInt( s -> s[ 0 ] / columns ).min().orElse( 0 );
		maxY = Arrays.stream( voxels ).filter( s -> s.length > 0 ).mapToInt( s -> s[ s.length - 1 ] / columns ).max().orElse( -1 );
	}

	static LabelSurface of( final Volume< UnsignedByteType > volume, final int label )
	{
		final byte[] labels = LabelArrays.of( volume.voxels() );
		final int[] size = volume.grid().size();
		final int[][] voxels = new int[ size[ 2 ] ][];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(),
				z -> voxels[ z ] = surfaceOfSlice( labels, size, z, ( byte ) label ) );
		return new LabelSurface( size, volume.grid().spacing(), voxels );
	}

	private static int[] surfaceOfSlice( final byte[] labels, final int[] size, final int z, final byte label )
	{
		final int nx = size[ 0 ], ny = size[ 1 ], slice = nx * ny;
		int[] found = new int[ 64 ];
		int count = 0;
		for ( int y = 0, v = z * slice; y < ny; ++y )
			for ( int x = 0; x < nx; ++x, ++v )
				if ( labels[ v ] == label && ( x == 0 || x == nx - 1 || y == 0 || y == ny - 1 || z == 0 || z == size[ 2 ] - 1
						|| labels[ v - 1 ] != label || labels[ v + 1 ] != label || labels[ v - nx ] != label || labels[ v + nx ] != label
						|| labels[ v - slice ] != label || labels[ v + slice ] != label ) )
				{
					if ( count == found.length )
						found = Arrays.copyOf( found, 2 * count );
					found[ count++ ] = x + nx * y;
				}
		return Arrays.copyOf( found, count );
	}

	int size()
	{
		return Arrays.stream( voxels ).mapToInt( slice -> slice.length ).sum();
	}

	/**
	 * @param other
	 *            another surface on the same grid
	 * @return the distance in mm of each of its voxels to the nearest of this one's; this one has at least one
	 */
	double[] distancesFrom( final LabelSurface other )
	{
		final PlaneDistance plane = new PlaneDistance( other );
		final double[][] inPlane = new double[ nz ][];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, nz ).filter( z -> voxels[ z ].length > 0 ).boxed().toList(),
				z -> inPlane[ z ] = plane.squared( voxels[ z ] ) );
		final int[] first = new int[ nz + 1 ];
		for ( int z = 0; z < nz; ++z )
			first[ z + 1 ] = first[ z ] + other.voxels[ z ].length;
		final double[] distances = new double[ first[ nz ] ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, nz ).boxed().toList(), z -> {
			for ( int i = 0; i < other.voxels[ z ].length; ++i )
				distances[ first[ z ] + i ] = Math.sqrt( nearest( inPlane, plane.index( other.voxels[ z ][ i ] ), z ) );
		} );
		return distances;
	}

	private double nearest( final double[][] inPlane, final int index, final int z )
	{
		double best = Double.POSITIVE_INFINITY;
		for ( int step = 0; step < nz; ++step )
		{
			final double along = step * spacing[ 2 ] * ( step * spacing[ 2 ] );
			if ( along >= best )
				break;
			if ( z - step >= 0 && inPlane[ z - step ] != null )
				best = Math.min( best, along + inPlane[ z - step ][ index ] );
			if ( z + step < nz && inPlane[ z + step ] != null )
				best = Math.min( best, along + inPlane[ z + step ][ index ] );
		}
		return best;
	}

	/** Squared distances within a slice, on the box of two surfaces. */
	private final class PlaneDistance
	{
		private final int left, top, width, height;

		PlaneDistance( final LabelSurface other )
		{
			left = Math.min( minX, other.minX );
			top = Math.min( minY, other.minY );
			width = Math.max( maxX, other.maxX ) - left + 1;
			height = Math.max( maxY, other.maxY ) - top + 1;
		}

		int index( final int voxel )
		{
			return voxel % nx - left + width * ( voxel / nx - top );
		}

		double[] squared( final int[] surface )
		{
			final double[] d = new double[ width * height ];
			Arrays.fill( d, Double.POSITIVE_INFINITY );
			for ( final int voxel : surface )
				d[ index( voxel ) ] = 0;
			for ( int y = 0; y < height; ++y )
				alongRow( d, y * width );
			final double[] column = new double[ height ], bounds = new double[ height + 1 ];
			final int[] apexes = new int[ height ];
			for ( int x = 0; x < width; ++x )
				alongColumn( d, x, column, apexes, bounds );
			return d;
		}

		private void alongRow( final double[] d, final int first )
		{
			double steps = Double.POSITIVE_INFINITY;
			for ( int i = first; i < first + width; ++i )
				d[ i ] = steps = d[ i ] == 0 ? 0 : steps + 1;
			for ( int i = first + width - 1; i >= first; --i )
			{
				steps = Math.min( d[ i ], steps + 1 );
				d[ i ] = steps * spacing[ 0 ] * ( steps * spacing[ 0 ] );
			}
		}

		/** The lower envelope of the parabolas {@code d( apex ) + ( spacing ( y - apex ) )^2}. */
		private void alongColumn( final double[] d, final int x, final double[] column, final int[] apexes, final double[] bounds )
		{
			final double square = spacing[ 1 ] * spacing[ 1 ];
			int last = -1;
			for ( int y = 0; y < height; ++y )
			{
				final double f = d[ x + y * width ];
				column[ y ] = f;
				if ( f == Double.POSITIVE_INFINITY )
					continue;
				double bound = Double.NEGATIVE_INFINITY;
				while ( last >= 0 )
				{
					final int apex = apexes[ last ];
					bound = 0.5 * ( ( f - column[ apex ] ) / ( square * ( y - apex ) ) + y + apex );
					if ( bound > bounds[ last ] )
						break;
					--last;
				}
				++last;
				apexes[ last ] = y;
				bounds[ last ] = last == 0 ? Double.NEGATIVE_INFINITY : bound;
			}
			if ( last < 0 )
				return;
			for ( int y = 0, p = 0; y < height; ++y )
			{
				while ( p < last && bounds[ p + 1 ] < y )
					++p;
				final double along = spacing[ 1 ] * ( y - apexes[ p ] );
				d[ x + y * width ] = column[ apexes[ p ] ] + along * along;
			}
		}
	}
}
