/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.deformation;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Trilinear;

import net.imglib2.parallel.Parallelization;

/**
 * A volume with channels read at {@code A( x + u( x ) )}, and the gradient of a function of what is read with respect to
 * the displacement u and the affine map A. All in voxels of one grid; 0 outside the volume, to which it ramps over one
 * voxel. Immutable.
 */
public final class WarpGradient
{
	private final int[] size;

	private final float[][] channels;

	private final int voxels;

	/**
	 * @param channels
	 *            one value a voxel each
	 * @param size
	 *            number of voxels along x, y, z
	 */
	public WarpGradient( final float[][] channels, final int[] size )
	{
		this.channels = channels;
		this.size = size.clone();
		this.voxels = size[ 0 ] * size[ 1 ] * size[ 2 ];
	}

	/**
	 * @param affine
	 *            A, voxels to voxels
	 * @param u
	 *            three components of each voxel, in voxels
	 * @param target
	 *            receives the channels one after the other
	 */
	public void warp( final Affine3D affine, final float[] u, final float[] target )
	{
		final double[] a = affine.toArray();
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final Trilinear[] readers = new Trilinear[ channels.length ];
			for ( int c = 0; c < readers.length; ++c )
				readers[ c ] = new Trilinear( channels[ c ], 0, size, 0 );
			for ( int j = 0, o = k * size[ 0 ] * size[ 1 ]; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i, ++o )
				{
					final double x = i + u[ 3 * o ], y = j + u[ 3 * o + 1 ], z = k + u[ 3 * o + 2 ];
					final double px = a[ 0 ] * x + a[ 1 ] * y + a[ 2 ] * z + a[ 3 ];
					final double py = a[ 4 ] * x + a[ 5 ] * y + a[ 6 ] * z + a[ 7 ];
					final double pz = a[ 8 ] * x + a[ 9 ] * y + a[ 10 ] * z + a[ 11 ];
					for ( int c = 0; c < readers.length; ++c )
						target[ c * voxels + o ] = readers[ c ].at( px, py, pz );
				}
		} );
	}

	/**
	 * @param affine
	 *            A, as it was for the warp
	 * @param u
	 *            as it was for the warp
	 * @param gradient
	 *            of a function with respect to the warped channels, one after the other
	 * @param gradientU
	 *            receives the gradient with respect to u; null where it is not wanted
	 * @return the gradient with respect to the 12 entries of A, row by row
	 */
	public double[] backpropagate( final Affine3D affine, final float[] u, final float[] gradient, final float[] gradientU )
	{
		final double[] a = affine.toArray();
		final double[][] parts = new double[ size[ 2 ] ][ 12 ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final float[] g = new float[ channels.length ];
			final double[] p = new double[ 3 ], slope = new double[ 3 ];
			for ( int j = 0, o = k * size[ 0 ] * size[ 1 ]; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i, ++o )
				{
					for ( int c = 0; c < g.length; ++c )
						g[ c ] = gradient[ c * voxels + o ];
					final double x = i + u[ 3 * o ], y = j + u[ 3 * o + 1 ], z = k + u[ 3 * o + 2 ];
					for ( int d = 0; d < 3; ++d )
						p[ d ] = a[ 4 * d ] * x + a[ 4 * d + 1 ] * y + a[ 4 * d + 2 ] * z + a[ 4 * d + 3 ];
					slope( p, g, slope );
					for ( int d = 0; d < 3; ++d )
					{
						parts[ k ][ 4 * d ] += slope[ d ] * x;
						parts[ k ][ 4 * d + 1 ] += slope[ d ] * y;
						parts[ k ][ 4 * d + 2 ] += slope[ d ] * z;
						parts[ k ][ 4 * d + 3 ] += slope[ d ];
						if ( gradientU != null )
							gradientU[ 3 * o + d ] = ( float ) ( a[ d ] * slope[ 0 ] + a[ 4 + d ] * slope[ 1 ] + a[ 8 + d ] * slope[ 2 ] );
					}
				}
		} );
		final double[] sum = new double[ 12 ];
		for ( final double[] part : parts )
			for ( int e = 0; e < 12; ++e )
				sum[ e ] += part[ e ];
		return sum;
	}

	/** The gradient at a point of the channels' weighted sum. */
	private void slope( final double[] p, final float[] g, final double[] slope )
	{
		slope[ 0 ] = slope[ 1 ] = slope[ 2 ] = 0;
		if ( !( p[ 0 ] > -1 && p[ 1 ] > -1 && p[ 2 ] > -1 && p[ 0 ] < size[ 0 ] && p[ 1 ] < size[ 1 ] && p[ 2 ] < size[ 2 ] ) )
			return;
		final int i = ( int ) ( p[ 0 ] + 1 ) - 1, j = ( int ) ( p[ 1 ] + 1 ) - 1, k = ( int ) ( p[ 2 ] + 1 ) - 1;
		final double fx = p[ 0 ] - i, fy = p[ 1 ] - j, fz = p[ 2 ] - k;
		for ( int corner = 0; corner < 8; ++corner )
		{
			final int ci = i + ( corner & 1 ), cj = j + ( corner >> 1 & 1 ), ck = k + ( corner >> 2 );
			if ( ci < 0 || cj < 0 || ck < 0 || ci >= size[ 0 ] || cj >= size[ 1 ] || ck >= size[ 2 ] )
				continue;
			final int o = ci + size[ 0 ] * ( cj + size[ 1 ] * ck );
			float v = 0;
			for ( int c = 0; c < g.length; ++c )
				v += g[ c ] * channels[ c ][ o ];
			if ( v == 0 )
				continue;
			final double wx = ( corner & 1 ) == 0 ? 1 - fx : fx, wy = ( corner & 2 ) == 0 ? 1 - fy : fy,
					wz = ( corner & 4 ) == 0 ? 1 - fz : fz;
			slope[ 0 ] += ( ( corner & 1 ) == 0 ? -v : v ) * wy * wz;
			slope[ 1 ] += ( ( corner & 2 ) == 0 ? -v : v ) * wx * wz;
			slope[ 2 ] += ( ( corner & 4 ) == 0 ? -v : v ) * wx * wy;
		}
	}
}
