/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.volume.Grid;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Reads volumes where a registration says: the spatial transformers of the network.
 */
final class WarpLayer
{
	private final Ops tf;

	private final GridTensors grid;

	/**
	 * @param grid
	 *            of the atlas and of the warped volumes
	 */
	WarpLayer( final Ops tf, final Grid grid )
	{
		this.tf = tf;
		this.grid = new GridTensors( tf, grid );
	}

	/**
	 * @param atlas
	 *            [1, z, y, x, channel]
	 * @param at
	 *            points of the atlas in mm [z, y, x]
	 * @return the values there [1, z, y, x, channel], 0 outside
	 */
	Operand< TFloat32 > read( final Operand< TFloat32 > atlas, final Points at )
	{
		return TrilinearSampler.sample( tf, atlas, grid.apply( at ), Outside.ZERO );
	}

	/**
	 * @return the voxel centers in mm
	 */
	Points points()
	{
		return grid.world();
	}

	/**
	 * The whole registration: {@code similarity( x + u( x ) )} at the voxel centers x (Van Houtte et al. 2022, "Overview of
	 * network", Psi).
	 *
	 * @param similarity
	 *            the affine part
	 * @param displacement
	 *            u, [1, z', y', x', 3] in mm
	 * @param fieldGrid
	 *            where u lies; it may be coarser
	 * @return points in mm [z, y, x]
	 */
	Points compose( final AffineMap similarity, final Operand< TFloat32 > displacement, final Grid fieldGrid )
	{
		if ( !fieldGrid.equals( grid.grid() ) )
			return compose( similarity, displacement, fieldGrid, grid.world() );
		return composed( similarity, displacement, grid.world() );
	}

	/**
	 * As {@link #compose(AffineMap, Operand, Grid)}, at any points.
	 *
	 * @param x
	 *            in mm, broadcasting to [c, b, a]
	 * @return points in mm [c, b, a]
	 */
	Points compose( final AffineMap similarity, final Operand< TFloat32 > displacement, final Grid fieldGrid, final Points x )
	{
		return composed( similarity,
				TrilinearSampler.sample( tf, displacement, new GridTensors( tf, fieldGrid ).apply( x ), Outside.BORDER ), x );
	}

	private Points composed( final AffineMap similarity, final Operand< TFloat32 > here, final Points x )
	{
		final Points u = VelocityIntegrationLayer.components( tf, here );
		return similarity.apply( new Points( tf.math.add( x.x(), u.x() ), tf.math.add( x.y(), u.y() ), tf.math.add( x.z(), u.z() ) ) );
	}
}
