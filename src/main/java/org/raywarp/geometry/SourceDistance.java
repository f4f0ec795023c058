/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

import java.util.Arrays;

/**
 * How far a volume is from the source of a view, and whether it can be projected at all.
 */
public final class SourceDistance
{
	/** Enough sweeps for boxes sheared by 45 degrees to settle below 1e-6 voxels; an orthogonal box needs one. */
	private static final int SWEEPS = 60;

	private SourceDistance()
	{}

	/**
	 * Checks that a volume lies wholly in front of the source.
	 *
	 * @param view
	 *            the view
	 * @param size
	 *            number of voxels along each axis
	 * @param worldFromVoxel
	 *            where the voxels lie
	 * @return the least and the greatest distance, in mm, of the source from the box of the voxel centers widened by one
	 *         voxel
	 * @throws IllegalArgumentException
	 *             if the source lies inside that box, or part of the box lies behind the source
	 */
	public static double[] requireInFront( final View view, final int[] size, final Affine3D worldFromVoxel )
	{
		final double[] source = view.projection().source();
		final double near = nearest( source, size, worldFromVoxel );
		if ( near == 0 )
			throw new IllegalArgumentException( "The X-ray source of view \"" + view.name() + "\" at " + Arrays.toString( source )
					+ " mm lies inside the volume; expected it outside." );
		double far = 0;
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ( corner >> d & 1 ) == 0 ? -1 : size[ d ];
			worldFromVoxel.apply( x, x );
			if ( !( view.projection().project( x )[ 2 ] > 0 ) )
				throw new IllegalArgumentException(
						"The volume's corner at " + Arrays.toString( x ) + " mm lies behind the X-ray source of view \""
								+ view.name() + "\" at " + Arrays.toString( source ) + " mm; expected the whole volume in front of it." );
			far = Math.max( far, distance( x, source ) );
		}
		return new double[] { near, far };
	}

	/** Minimizes the distance over the box by exact coordinate descent: convex, hence it cannot get stuck. */
	private static double nearest( final double[] source, final int[] size, final Affine3D worldFromVoxel )
	{
		final double[] voxel = worldFromVoxel.inverse().apply( source );
		boolean inside = true;
		for ( int d = 0; d < 3; ++d )
		{
			inside &= voxel[ d ] >= -1 && voxel[ d ] <= size[ d ];
			voxel[ d ] = clamp( voxel[ d ], size[ d ] );
		}
		if ( inside )
			return 0;
		for ( int sweep = 0; sweep < SWEEPS; ++sweep )
			for ( int d = 0; d < 3; ++d )
			{
				final double[] x = worldFromVoxel.apply( voxel );
				double along = 0, square = 0;
				for ( int r = 0; r < 3; ++r )
				{
					along += worldFromVoxel.get( r, d ) * ( source[ r ] - x[ r ] );
					square += worldFromVoxel.get( r, d ) * worldFromVoxel.get( r, d );
				}
				voxel[ d ] = clamp( voxel[ d ] + along / square, size[ d ] );
			}
		return distance( worldFromVoxel.apply( voxel ), source );
	}

	private static double clamp( final double index, final int size )
	{
		return Math.max( -1, Math.min( size, index ) );
	}

	private static double distance( final double[] a, final double[] b )
	{
		return Math.sqrt( ( a[ 0 ] - b[ 0 ] ) * ( a[ 0 ] - b[ 0 ] ) + ( a[ 1 ] - b[ 1 ] ) * ( a[ 1 ] - b[ 1 ] )
				+ ( a[ 2 ] - b[ 2 ] ) * ( a[ 2 ] - b[ 2 ] ) );
	}
}
