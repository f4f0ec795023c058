/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.geometry.SurfaceSampling;
import org.raywarp.geometry.TriangleMesh;

import net.imglib2.parallel.Parallelization;

/**
 * Distances between two surfaces of bones that are cut off at different lengths.
 */
public final class SurfaceComparison
{
	private static final int POINTS = 10000;

	/** Above the lowest point of the shorter bone: the plane of a scan may cut a tilted shaft obliquely. */
	private static final double MARGIN = 12;

	private SurfaceComparison()
	{}

	/**
	 * The average symmetric surface distance: the mean of the exact distances from 10,000 points spread over each surface to
	 * the other surface. Points less than 12 mm above the lowest point that both bones reach do not count, nor does the plane
	 * of a cut.
	 *
	 * @param a
	 *            a surface in the femur's reference frame, or near it, in mm
	 * @param b
	 *            another
	 * @return the distance in mm
	 */
	public static double averageSymmetricDistance( final TriangleMesh a, final TriangleMesh b )
	{
		final double lowest = Math.max( a.bounds()[ 2 ], b.bounds()[ 2 ] ) + MARGIN;
		final TargetSurface first = new TargetSurface( a ), second = new TargetSurface( b );
		final double[] forth = sumAndCount( first, second, lowest ), back = sumAndCount( second, first, lowest );
		return ( forth[ 0 ] + back[ 0 ] ) / ( forth[ 1 ] + back[ 1 ] );
	}

	private static double[] sumAndCount( final TargetSurface from, final TargetSurface to, final double lowest )
	{
		final List< SurfaceSampling.Sample > samples = from.samples( POINTS, lowest );
		final double[] distances = new double[ samples.size() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, distances.length ).boxed().toList(), i -> {
			final double[] p = samples.get( i ).point(), q = new double[ 5 ];
			to.nearest( p, q );
			distances[ i ] = Math.sqrt( Math.pow( p[ 0 ] - q[ 0 ], 2 ) + Math.pow( p[ 1 ] - q[ 1 ], 2 ) + Math.pow( p[ 2 ] - q[ 2 ], 2 ) );
		} );
		double sum = 0;
		for ( final double d : distances )
			sum += d;
		return new double[] { sum, distances.length };
	}
}
