/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.SourceDistance;
import org.raywarp.geometry.View;

/**
 * The rays of a view in the voxel coordinates of a volume: the ray of pixel (column, row) is
 * {@code source + depth * direction( column, row )}, with the depth in mm along the detector's normal, and the direction
 * linear in {@code (column, row, 1)}.
 */
final class PixelRays
{
	/** The X-ray source in voxel coordinates. */
	final double[] source;

	/** Voxels along each axis. */
	final int[] size;

	/** Bounds of the depth of the volume widened by one voxel. */
	final double nearestDepth, farthestDepth;

	private final Affine3D voxelFromPixel;

	private final Affine3D worldFromPixel;

	/**
	 * @throws IllegalArgumentException
	 *             unless the volume lies wholly in front of the source
	 */
	PixelRays( final View view, final int[] size, final Affine3D worldFromVoxel )
	{
		SourceDistance.requireInFront( view, size, worldFromVoxel );
		this.worldFromPixel = view.projection().worldFromHomogeneous();
		this.voxelFromPixel = worldFromVoxel.inverse().after( worldFromPixel );
		this.source = voxelFromPixel.apply( 0, 0, 0 );
		this.size = size.clone();
		double least = Double.POSITIVE_INFINITY, greatest = 0;
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ( corner >> d & 1 ) == 0 ? -1 : size[ d ];
			final double depth = view.projection().project( worldFromVoxel.apply( x ) )[ 2 ];
			least = Math.min( least, depth );
			greatest = Math.max( greatest, depth );
		}
		this.nearestDepth = least;
		this.farthestDepth = greatest;
	}

	/** One component of the direction of a ray, in voxels per mm of depth. */
	double direction( final int axis, final double column, final double row )
	{
		return voxelFromPixel.get( axis, 0 ) * column + voxelFromPixel.get( axis, 1 ) * row + voxelFromPixel.get( axis, 2 );
	}

	/** The length of a ray in mm per mm of depth. */
	double length( final double column, final double row )
	{
		double square = 0;
		for ( int r = 0; r < 3; ++r )
		{
			final double d = worldFromPixel.get( r, 0 ) * column + worldFromPixel.get( r, 1 ) * row + worldFromPixel.get( r, 2 );
			square += d * d;
		}
		return Math.sqrt( square );
	}
}
