/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * A small rectangle of pixels, whose rays pass through a narrow pencil of voxels: the unit of work of the loops over a
 * detector.
 */
record DetectorTile( int firstColumn, int endColumn, int firstRow, int endRow )
{

	private static final int SIDE = RayKernel.MAX_RUN;

	/** Cuts a rectangle of pixels into tiles. */
	static List< DetectorTile > tiles( final DetectorRaster raster )
	{
		final List< DetectorTile > tiles = new ArrayList<>();
		final int endColumn = raster.firstColumn + raster.columns, endRow = raster.firstRow + raster.rows;
		for ( int r = raster.firstRow; r < endRow; r += SIDE )
			for ( int c = raster.firstColumn; c < endColumn; c += SIDE )
				tiles.add( new DetectorTile( c, Math.min( c + SIDE, endColumn ), r, Math.min( r + SIDE, endRow ) ) );
		return tiles;
	}

	int columns()
	{
		return endColumn - firstColumn;
	}

	/**
	 * Whether a ray of this tile may touch the slices {@code from} to {@code to - 1} of an axis with more than weight 0.
	 * The rays between two depths are a frustum, whose extremes along an axis are at its corners.
	 */
	boolean mayTouch( final PixelRays rays, final int axis, final int from, final int to )
	{
		double least = Double.POSITIVE_INFINITY, greatest = Double.NEGATIVE_INFINITY;
		for ( int corner = 0; corner < 4; ++corner )
		{
			final double d =
					rays.direction( axis, ( corner & 1 ) == 0 ? firstColumn : endColumn - 1, corner >> 1 == 0 ? firstRow : endRow - 1 );
			final double a = rays.source[ axis ] + rays.nearestDepth * d, b = rays.source[ axis ] + rays.farthestDepth * d;
			least = Math.min( least, Math.min( a, b ) );
			greatest = Math.max( greatest, Math.max( a, b ) );
		}
		return greatest > from - 1.001 && least < to + 0.001;
	}
}
