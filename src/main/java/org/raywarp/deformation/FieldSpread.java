/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

/**
 * The chain rule through one trilinear reading of a vector field, continued with its border values: where a gradient of
 * the value that was read goes.
 */
final class FieldSpread
{
	private final float[] field, sums;

	private final int nx, ny, nz, stepX, stepY, stepZ;

	private final float[] weights = new float[ 8 ];

	private final int[] corners = new int[ 8 ];

	private final float[] products = new float[ 8 ];

	/**
	 * @param field
	 *            three components of each voxel, then the next voxel along x
	 * @param size
	 *            number of voxels along x, y, z
	 * @param sums
	 *            gradients with respect to the field are added here
	 */
	FieldSpread( final float[] field, final int[] size, final float[] sums )
	{
		this.field = field;
		this.sums = sums;
		nx = size[ 0 ];
		ny = size[ 1 ];
		nz = size[ 2 ];
		stepX = nx > 1 ? 3 : 0;
		stepY = ny > 1 ? 3 * nx : 0;
		stepZ = nz > 1 ? 3 * nx * ny : 0;
	}

	/**
	 * @param x
	 *            voxel coordinate of the reading
	 * @param y
	 *            voxel coordinate
	 * @param z
	 *            voxel coordinate
	 * @param gradient
	 *            with respect to the components that were read
	 * @param offset
	 *            where they begin in it
	 * @param slope
	 *            receives the gradient with respect to (x, y, z)
	 */
	void add( final double x, final double y, final double z, final float[] gradient, final int offset,
			final double[] slope )
	{
		final float gx = gradient[ offset ], gy = gradient[ offset + 1 ], gz = gradient[ offset + 2 ];
		final boolean inX = x >= 0 && x <= nx - 1, inY = y >= 0 && y <= ny - 1, inZ = z >= 0 && z <= nz - 1;
		final double cx = inX ? x : x < 0 ? 0 : nx - 1, cy = inY ? y : y < 0 ? 0 : ny - 1, cz = inZ ? z : z < 0 ? 0 : nz - 1;
		final int i = Math.min( ( int ) cx, Math.max( 0, nx - 2 ) ), j = Math.min( ( int ) cy, Math.max( 0, ny - 2 ) ),
				k = Math.min( ( int ) cz, Math.max( 0, nz - 2 ) );
		final float fx = ( float ) ( cx - i ), fy = ( float ) ( cy - j ), fz = ( float ) ( cz - k );
		final int o = 3 * ( i + nx * ( j + ny * k ) );
		for ( int c = 0; c < 8; ++c )
		{
			corners[ c ] = o + ( c & 1 ) * stepX + ( c >> 1 & 1 ) * stepY + ( c >> 2 ) * stepZ;
			weights[ c ] = ( ( c & 1 ) == 0 ? 1 - fx : fx ) * ( ( c & 2 ) == 0 ? 1 - fy : fy ) * ( ( c & 4 ) == 0 ? 1 - fz : fz );
			final int at = corners[ c ];
			products[ c ] = field[ at ] * gx + field[ at + 1 ] * gy + field[ at + 2 ] * gz;
			sums[ at ] += weights[ c ] * gx;
			sums[ at + 1 ] += weights[ c ] * gy;
			sums[ at + 2 ] += weights[ c ] * gz;
		}
		final float ey = 1 - fy, ez = 1 - fz, ex = 1 - fx;
		final float[] p = products;
		slope[ 0 ] = inX ? ( p[ 1 ] - p[ 0 ] ) * ey * ez + ( p[ 3 ] - p[ 2 ] ) * fy * ez + ( p[ 5 ] - p[ 4 ] ) * ey * fz
				+ ( p[ 7 ] - p[ 6 ] ) * fy * fz : 0;
		slope[ 1 ] = inY ? ( p[ 2 ] - p[ 0 ] ) * ex * ez + ( p[ 3 ] - p[ 1 ] ) * fx * ez + ( p[ 6 ] - p[ 4 ] ) * ex * fz
				+ ( p[ 7 ] - p[ 5 ] ) * fx * fz : 0;
		slope[ 2 ] = inZ ? ( p[ 4 ] - p[ 0 ] ) * ex * ey + ( p[ 5 ] - p[ 1 ] ) * fx * ey + ( p[ 6 ] - p[ 2 ] ) * ex * fy
				+ ( p[ 7 ] - p[ 3 ] ) * fx * fy : 0;
	}
}
