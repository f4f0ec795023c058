/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import org.raywarp.geometry.BeamCoordinates;

/**
 * The samples of a ray in voxel coordinates: sample s of {@link BeamCoordinates} is at {@code start + s step} along each
 * axis, in fixed-point numbers as in {@link SlabRay}.
 */
final class SampleRay
{
	/** Further away than this many voxels a position is not told from another: the ray misses the volume. */
	private static final double FAR_AWAY = 1 << 30;

	final long[] start = new long[ 3 ];

	final long[] step = new long[ 3 ];

	/** The samples of the last {@link #clip}; none where {@code first > last}. */
	int first, last;

	private final PixelRays rays;

	private final double near, spacing;

	private final int samples;

	private boolean misses;

	SampleRay( final PixelRays rays, final BeamCoordinates beam )
	{
		this.rays = rays;
		this.near = beam.near();
		this.spacing = beam.sampleSpacing();
		this.samples = beam.samples();
	}

	/** Chooses the ray through a pixel. */
	void aim( final double column, final double row )
	{
		final double perLength = 1 / rays.length( column, row );
		misses = false;
		for ( int d = 0; d < 3; ++d )
		{
			final double direction = rays.direction( d, column, row ) * perLength;
			final double x = rays.source[ d ] + near * direction, dx = spacing * direction;
			misses |= !( Math.abs( x ) < FAR_AWAY && Math.abs( dx ) * samples < FAR_AWAY );
			start[ d ] = ( long ) Math.rint( x * SlabRay.ONE );
			step[ d ] = ( long ) Math.rint( dx * SlabRay.ONE );
		}
	}

	/** Where sample s lies along an axis. */
	long position( final int axis, final int s )
	{
		return start[ axis ] + s * step[ axis ];
	}

	/**
	 * Finds the samples that lie inside a box enlarged by a number of voxels on either side, up to {@code slack} samples:
	 * 1 for at least those samples, -1 for none but those.
	 */
	void clip( final VoxelBox box, final double below, final double above, final int slack )
	{
		double lower = 0, upper = misses ? -1 : samples - 1;
		for ( int d = 0; d < 3; ++d )
		{
			final double lo = ( box.lo[ d ] - below ) * SlabRay.ONE - start[ d ], hi = ( box.hi[ d ] + above ) * SlabRay.ONE - start[ d ];
			if ( step[ d ] == 0 )
			{
				if ( !( lo <= 0 && 0 < hi ) )
					upper = -1;
				continue;
			}
			final double a = lo / step[ d ], b = hi / step[ d ];
			lower = Math.max( lower, Math.min( a, b ) - slack );
			upper = Math.min( upper, Math.max( a, b ) + slack );
		}
		first = ( int ) Math.ceil( lower );
		last = ( int ) Math.floor( upper );
	}
}
