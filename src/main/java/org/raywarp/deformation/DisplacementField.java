/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A dense displacement field, backward: the value of the registered image at a point x is read from the source image at
 * {@code x + u( x )}. Between its voxels a field is trilinear; beyond them it continues with its border values.
 *
 * @param vectors
 *            components x, y, z of the world in mm along dimension 0, then the grid's x, y, z
 * @param worldFromVoxel
 *            voxel indices of the grid to the world in mm
 */
public record DisplacementField( RandomAccessibleInterval< FloatType > vectors, Affine3D worldFromVoxel )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the vectors are not an interval of 3 components by a grid that starts at 0
	 */
	public DisplacementField
	{
		FieldVectors.require( vectors );
	}

	/**
	 * @param grid
	 *            where the vectors lie
	 * @param vectors
	 *            x, y, z of each voxel's vector in mm, then the next voxel along x; not copied
	 * @return the field over these values
	 */
	public static DisplacementField of( final Grid grid, final float[] vectors )
	{
		return new DisplacementField( FieldVectors.of( grid, vectors ), grid.worldFromVoxel() );
	}

	/**
	 * The same field in another frame, in which each of its points {@code x} lies at {@code A x}: the vectors, which are
	 * differences of points, are turned with it.
	 *
	 * @param targetFromSource
	 *            the map A from this field's world to the other frame
	 * @return {@code v( A x ) = L u( x )}, L the linear part of A, over the same voxels
	 */
	public DisplacementField transformed( final Affine3D targetFromSource )
	{
		final float[] turned = FloatArrays.of( vectors ).clone();
		for ( int i = 0; i < turned.length; i += 3 )
		{
			final double[] v = targetFromSource.applyToVector( turned[ i ], turned[ i + 1 ], turned[ i + 2 ] );
			for ( int d = 0; d < 3; ++d )
				turned[ i + d ] = ( float ) v[ d ];
		}
		return of( new Grid( grid().size(), targetFromSource.after( worldFromVoxel ) ), turned );
	}

	/**
	 * @return where the vectors lie
	 */
	public Grid grid()
	{
		return FieldVectors.grid( vectors, worldFromVoxel );
	}
}
