/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.Arrays;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The distances between the surfaces of one label in two label maps, in mm. A surface voxel is a labeled voxel with a
 * 6-neighbor that has not the label; outside the image nothing has it. Distances are exact, between voxel centers, from
 * each surface voxel of either map to the nearest of the other.
 *
 * @param assd
 *            average symmetric surface distance: the sum of all distances over the number of surface voxels of both maps
 * @param hd95
 *            the 95th percentile of all distances of both directions together, interpolated linearly
 * @param hd
 *            the greatest distance (Hausdorff)
 * @param surfaceVoxels
 *            number of surface voxels in the first map
 * @param otherSurfaceVoxels
 *            number of surface voxels in the second map
 */
public record SurfaceDistance( double assd, double hd95, double hd, int surfaceVoxels, int otherSurfaceVoxels )
{
	/**
	 * @param a
	 *            a label map of any spacing
	 * @param b
	 *            another on the same grid
	 * @param label
	 *            the label to compare, 1 to 255
	 * @return the distances; NaN where one map lacks the label
	 * @throws IllegalArgumentException
	 *             if the grids differ, or their axes are not perpendicular
	 */
	public static SurfaceDistance between( final Volume< UnsignedByteType > a, final Volume< UnsignedByteType > b, final int label )
	{
		SameGrid.require( "label maps", a, b );
		requirePerpendicular( a.worldFromVoxel() );
		final LabelSurface from = LabelSurface.of( a, label ), to = LabelSurface.of( b, label );
		if ( from.size() == 0 || to.size() == 0 )
			return new SurfaceDistance( Double.NaN, Double.NaN, Double.NaN, from.size(), to.size() );
		final double[] forward = to.distancesFrom( from ), backward = from.distancesFrom( to );
		final double[] all = Arrays.copyOf( forward, forward.length + backward.length );
		System.arraycopy( backward, 0, all, forward.length, backward.length );
		final double sum = Arrays.stream( all ).sum();
		Arrays.parallelSort( all );
		return new SurfaceDistance( sum / all.length, percentile95( all ), all[ all.length - 1 ], from.size(), to.size() );
	}

	private static void requirePerpendicular( final Affine3D worldFromVoxel )
	{
		for ( int d = 0; d < 3; ++d )
		{
			final int e = ( d + 1 ) % 3;
			double product = 0, u = 0, v = 0;
			for ( int r = 0; r < 3; ++r )
			{
				product += worldFromVoxel.get( r, d ) * worldFromVoxel.get( r, e );
				u += worldFromVoxel.get( r, d ) * worldFromVoxel.get( r, d );
				v += worldFromVoxel.get( r, e ) * worldFromVoxel.get( r, e );
			}
			if ( Math.abs( product ) > 1e-3 * Math.sqrt( u * v ) )
				throw new IllegalArgumentException( "Surface distances need a grid with perpendicular axes, not " + worldFromVoxel + "." );
		}
	}

	private static double percentile95( final double[] sorted )
	{
		final double position = 0.95 * ( sorted.length - 1 );
		final int below = ( int ) position, above = Math.min( below + 1, sorted.length - 1 );
		return sorted[ below ] + ( position - below ) * ( sorted[ above ] - sorted[ below ] );
	}
}
