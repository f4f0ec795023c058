/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Where the box of a volume falls on a detector: the least rectangle about the images of its corners, which is never too
 * small for what the volume itself covers.
 *
 * @param lowColumn
 *            least column index
 * @param lowRow
 *            least row index
 * @param highColumn
 *            greatest column index
 * @param highRow
 *            greatest row index
 */
public record Shadow( double lowColumn, double lowRow, double highColumn, double highRow )
{
	/**
	 * @param view
	 *            the view
	 * @param size
	 *            number of voxels along each axis
	 * @param worldFromVoxel
	 *            where the voxels lie
	 * @return the shadow of the box of the voxel centers widened by one voxel
	 * @throws IllegalArgumentException
	 *             if the source lies inside that box, or part of the box lies behind the source
	 */
	public static Shadow of( final View view, final int[] size, final Affine3D worldFromVoxel )
	{
		SourceDistance.requireInFront( view, size, worldFromVoxel );
		final double[] lo = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY }, hi = { Double.NEGATIVE_INFINITY,
				Double.NEGATIVE_INFINITY };
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = new double[ 3 ];
			for ( int d = 0; d < 3; ++d )
				x[ d ] = ( corner >> d & 1 ) == 0 ? -1 : size[ d ];
			final double[] pixel = view.projection().project( worldFromVoxel.apply( x ) );
			for ( int d = 0; d < 2; ++d )
			{
				lo[ d ] = Math.min( lo[ d ], pixel[ d ] );
				hi[ d ] = Math.max( hi[ d ], pixel[ d ] );
			}
		}
		return new Shadow( lo[ 0 ], lo[ 1 ], hi[ 0 ], hi[ 1 ] );
	}

	/**
	 * @param view
	 *            the view that the shadow is of
	 * @return whether it falls at least partly on the detector
	 */
	public boolean meets( final View view )
	{
		return highColumn >= -0.5 && highRow >= -0.5 && lowColumn <= view.columns() - 0.5 && lowRow <= view.rows() - 0.5;
	}
}
