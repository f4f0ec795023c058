/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * Where a view would see the atlas's bone if the subject were the atlas: what inputs are compared with before a registration. On a
 * coarse raster that faces the bone, row by row.
 *
 * @param raster
 *            the view on it
 * @param silhouette
 *            how much of each pixel the bone covers, 0 to 1
 * @param excess
 *            line integrals of the bone's density beyond that of soft tissue
 * @param counted
 *            1 for each pixel about which the atlas says something, else 0
 */
record ExpectedView( View raster, double[] silhouette, double[] excess, double[] counted )
{
	/**
	 * @param bone
	 *            of the atlas, continued where its box cuts it off
	 * @param box
	 *            of the atlas
	 * @param view
	 *            that sees it
	 * @return what it sees
	 */
	static ExpectedView of( final CoarseBone bone, final Grid box, final View view )
	{
		final double[] spacings = bone.grid().spacing();
		final double spacing = Math.cbrt( spacings[ 0 ] * spacings[ 1 ] * spacings[ 2 ] );
		final View raster = BoneProjections.raster( view, bone.grid(), BoneProjections.MARGIN * spacing );
		final double[] excess = BoneProjections.project( bone.grid(), bone.excess(), raster )[ 0 ];
		final double[] silhouette = BoneProjections.project( bone.grid(), bone.occupancy(), raster )[ 0 ];
		for ( int i = 0; i < silhouette.length; ++i )
			silhouette[ i ] = ViewFit.silhouette( silhouette[ i ], spacing );
		return new ExpectedView( raster, silhouette, excess, BoneProjections.counted( bone.grid(), raster, box ) );
	}

	/**
	 * @param mask
	 *            fraction of each pixel inside a mask
	 * @param reach
	 *            by how many pixels the mask may be shifted
	 * @return the greatest overlap of silhouette and shifted mask, as a Dice coefficient, 0 to 1
	 */
	double overlap( final float[] mask, final int reach )
	{
		double best = 0;
		for ( int dy = -reach; dy <= reach; ++dy )
			for ( int dx = -reach; dx <= reach; ++dx )
				best = Math.max( best, overlap( mask, dx, dy ) );
		return best;
	}

	private double overlap( final float[] mask, final int dx, final int dy )
	{
		final int columns = raster.columns(), rows = raster.rows();
		double both = 0, sum = 0;
		for ( int r = Math.max( 0, dy ); r < Math.min( rows, rows + dy ); ++r )
			for ( int c = Math.max( 0, dx ); c < Math.min( columns, columns + dx ); ++c )
			{
				final int i = r * columns + c;
				final double m = counted[ i ] * mask[ ( r - dy ) * columns + c - dx ], s = counted[ i ] * silhouette[ i ];
				both += Math.min( m, s );
				sum += m + s;
			}
		return sum > 0 ? 2 * both / sum : 0;
	}
}
