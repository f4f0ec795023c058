/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;

import org.raywarp.volume.Grid;

/**
 * The border of a grid where the tissue about a bone thins out to air, so that the end of what is modeled makes no edge in
 * radiographs. Immutable.
 */
public final class SoftEdge
{
	/** How much is left along each axis, by index. */
	private final double[][] left = new double[ 3 ][];

	/**
	 * @param grid
	 *            the voxels
	 * @param width
	 *            over which tissue thins out, from the faces of the outermost voxels inward, in mm; 0 for no soft edge
	 */
	public SoftEdge( final Grid grid, final double width )
	{
		final int[] n = grid.size();
		final double[] spacing = grid.spacing();
		for ( int d = 0; d < 3; ++d )
		{
			left[ d ] = new double[ n[ d ] ];
			Arrays.fill( left[ d ], 1 );
			for ( int i = 0; i < n[ d ] && width > 0; ++i )
				left[ d ][ i ] = Steps.smooth( 0, width, ( Math.min( i, n[ d ] - 1 - i ) + 0.5 ) * spacing[ d ] );
		}
	}

	/**
	 * @param i
	 *            index of a voxel along x
	 * @param j
	 *            along y
	 * @param k
	 *            along z
	 * @return how much of the tissue is left there, 0 to 1: the product of a cubic step along each axis
	 */
	public double left( final int i, final int j, final int k )
	{
		return left[ 0 ][ i ] * left[ 1 ][ j ] * left[ 2 ][ k ];
	}
}
