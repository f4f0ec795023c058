/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;
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
	 * @return where the vectors lie
	 */
	public Grid grid()
	{
		return FieldVectors.grid( vectors, worldFromVoxel );
	}
}
