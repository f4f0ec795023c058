/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How a displacement field changes volumes.
 */
final class JacobianDeterminant
{
	private final Grid grid;

	private final int[] size, stride;

	private final float[] u;

	private JacobianDeterminant( final DisplacementField field )
	{
		grid = field.grid();
		size = grid.size();
		stride = new int[] { 3, 3 * size[ 0 ], 3 * size[ 0 ] * size[ 1 ] };
		u = FloatArrays.of( field.vectors() );
	}

	static Volume< FloatType > of( final DisplacementField field )
	{
		return new JacobianDeterminant( field ).compute();
	}

	private Volume< FloatType > compute()
	{
		final float[] determinant = new float[ grid.voxelCount() ];
		final double voxelVolume = grid.worldFromVoxel().determinant();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ], y = new double[ 3 ], z = new double[ 3 ];
			for ( int j = 0, o = k * size[ 0 ] * size[ 1 ]; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i, ++o )
				{
					derivative( 0, i, 3 * o, x );
					derivative( 1, j, 3 * o, y );
					derivative( 2, k, 3 * o, z );
					determinant[ o ] =
							( float ) ( ( x[ 0 ] * ( y[ 1 ] * z[ 2 ] - y[ 2 ] * z[ 1 ] ) - x[ 1 ] * ( y[ 0 ] * z[ 2 ] - y[ 2 ] * z[ 0 ] )
									+ x[ 2 ] * ( y[ 0 ] * z[ 1 ] - y[ 1 ] * z[ 0 ] ) ) / voxelVolume );
				}
		} );
		return Volume.floats( grid, determinant );
	}

	/** By how many mm F moves along x, y, z of the world for a step of one voxel along an axis of the grid. */
	private void derivative( final int axis, final int index, final int o, final double[] target )
	{
		final int after = index < size[ axis ] - 1 ? 1 : 0, before = index > 0 ? 1 : 0;
		final double steps = Math.max( 1, after + before );
		final int a = o + after * stride[ axis ], b = o - before * stride[ axis ];
		final Affine3D world = grid.worldFromVoxel();
		for ( int d = 0; d < 3; ++d )
			target[ d ] = world.get( d, axis ) + ( u[ a + d ] - u[ b + d ] ) / steps;
	}
}
