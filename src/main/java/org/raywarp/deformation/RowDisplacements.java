/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

/**
 * Reads a displacement field row by row on a grid, which may be another than its own. Immutable; any number of threads
 * may read.
 */
final class RowDisplacements
{
	private final float[] vectors;

	private final FieldSampler sampler;

	private final Affine3D fieldFromTarget;

	private final int[] n;

	RowDisplacements( final DisplacementField field, final Grid target )
	{
		n = target.size();
		vectors = field.grid().equals( target ) ? FloatArrays.of( field.vectors() ) : null;
		sampler = new FieldSampler( field.vectors() );
		fieldFromTarget = field.worldFromVoxel().inverse().after( target.worldFromVoxel() );
	}

	/**
	 * @param j
	 *            the row in the target grid
	 * @param k
	 *            the slice in the target grid
	 * @param row
	 *            receives three components of each voxel in mm
	 * @param o
	 *            where in the row
	 */
	void read( final int j, final int k, final float[] row, final int o )
	{
		if ( vectors != null )
		{
			System.arraycopy( vectors, 3 * n[ 0 ] * ( j + n[ 1 ] * k ), row, o, 3 * n[ 0 ] );
			return;
		}
		final double[] start = fieldFromTarget.apply( 0, j, k );
		final double x = start[ 0 ], y = start[ 1 ], z = start[ 2 ];
		final double dx = fieldFromTarget.get( 0, 0 ), dy = fieldFromTarget.get( 1, 0 ), dz = fieldFromTarget.get( 2, 0 );
		for ( int i = 0; i < n[ 0 ]; ++i )
			sampler.sample( x + i * dx, y + i * dy, z + i * dz, row, o + 3 * i );
	}
}
