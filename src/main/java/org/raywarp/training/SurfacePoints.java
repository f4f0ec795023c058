/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Points of the surface of a label: where it crosses the lines between neighboring voxels.
 */
final class SurfacePoints
{
	/** The lowest mm of a bone are left out: a scan may have cut it off there, and the cut is no surface of the bone. */
	private static final double CUT = 6;

	private SurfacePoints()
	{}

	/**
	 * @param labels
	 *            on any grid
	 * @param label
	 *            which one
	 * @param count
	 *            number of points
	 * @return x, y, z in mm of so many points drawn from all crossings, the same for the same labels; a crossing lies
	 *         within a quarter of a voxel of a smooth surface. Empty where the label has no surface
	 */
	static float[] of( final Volume< UnsignedByteType > labels, final int label, final int count )
	{
		final float[] all = all( labels, label );
		final float[] kept = aboveCut( all );
		if ( kept.length == 0 )
			return kept;
		final SplittableRandom random = new SplittableRandom( 1 );
		final float[] drawn = new float[ 3 * count ];
		for ( int i = 0; i < count; ++i )
			System.arraycopy( kept, 3 * random.nextInt( kept.length / 3 ), drawn, 3 * i, 3 );
		return drawn;
	}

	private static float[] all( final Volume< UnsignedByteType > labels, final int label )
	{
		final float[] values = SmoothedLabel.of( labels, label );
		final int[] n = labels.grid().size(), strides = { 1, n[ 0 ], n[ 0 ] * n[ 1 ] };
		float[] points = new float[ 3 << 12 ];
		int length = 0;
		final double[] p = new double[ 3 ];
		for ( int i = 0; i < values.length; ++i )
			for ( int d = 0; d < 3; ++d )
			{
				if ( i / strides[ d ] % n[ d ] == n[ d ] - 1 )
					continue;
				final float here = values[ i ] - 0.5f, there = values[ i + strides[ d ] ] - 0.5f;
				if ( here >= 0 == there >= 0 )
					continue;
				if ( length == points.length )
					points = Arrays.copyOf( points, 2 * length );
				for ( int axis = 0; axis < 3; ++axis )
					p[ axis ] = i / strides[ axis ] % n[ axis ] + ( axis == d ? here / ( here - there ) : 0 );
				labels.worldFromVoxel().apply( p, p );
				for ( int axis = 0; axis < 3; ++axis )
					points[ length++ ] = ( float ) p[ axis ];
			}
		return Arrays.copyOf( points, length );
	}

	private static float[] aboveCut( final float[] points )
	{
		float low = Float.POSITIVE_INFINITY;
		for ( int i = 2; i < points.length; i += 3 )
			low = Math.min( low, points[ i ] );
		final float[] kept = new float[ points.length ];
		int length = 0;
		for ( int i = 0; i < points.length; i += 3 )
			if ( points[ i + 2 ] >= low + CUT )
			{
				System.arraycopy( points, i, kept, length, 3 );
				length += 3;
			}
		return Arrays.copyOf( kept, length );
	}
}
