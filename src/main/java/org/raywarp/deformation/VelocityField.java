/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Grid;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A stationary velocity field v: its flow for unit time is a diffeomorphism, {@code phi = exp( v )} (Arsigny et al. 2006).
 * As the result of a registration the flow maps subject points to points of the similarity's source, and the whole
 * registration is {@code similarity( phi( x ) )}.
 *
 * @param vectors
 *            components x, y, z of the world in mm along dimension 0, then the grid's x, y, z
 * @param worldFromVoxel
 *            voxel indices of the grid to the world in mm
 */
public record VelocityField( RandomAccessibleInterval< FloatType > vectors, Affine3D worldFromVoxel )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the vectors are not an interval of 3 components by a grid that starts at 0
	 */
	public VelocityField
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
	public static VelocityField of( final Grid grid, final float[] vectors )
	{
		return new VelocityField( FieldVectors.of( grid, vectors ), grid.worldFromVoxel() );
	}

	/**
	 * @return where the vectors lie
	 */
	public Grid grid()
	{
		return FieldVectors.grid( vectors, worldFromVoxel );
	}

	/**
	 * @return the field {@code -v}, whose flow is the inverse of this one's
	 */
	public VelocityField negated()
	{
		return new VelocityField( Converters.convert( vectors, ( v, negative ) -> negative.set( -v.get() ), new FloatType() ),
				worldFromVoxel );
	}
}
