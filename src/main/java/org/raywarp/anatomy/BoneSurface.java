/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The surface of a labeled bone, smooth though its voxels are coarse: where the label's indicator, blurred by a Gaussian,
 * is one half. Cavities are filled. At the border of the scan the indicator goes on unchanged and the surface is cut off
 * flat, half a voxel beyond the outermost centers.
 * <p>
 * Where the true surface is curved with radius r, a blur of standard deviation s moves it inward by about {@code s^2 / r}:
 * 0.2 mm at a femoral head for voxels of 3 mm.
 */
public final class BoneSurface
{
	/** Standard deviation of the blur in edges of the coarsest voxels, alike in mm along all axes. */
	private static final double SMOOTH = 0.67;

	/** Half width of the blur's kernel, in standard deviations. */
	private static final int REACH = 3;

	/** Triangles nearer than this to the border of the scan, in voxels, are a cut. */
	private static final double CUT = 0.05;

	private static final double MOST_NODES = 3e6;

	private BoneSurface()
	{}

	/**
	 * @param labels
	 *            a label map
	 * @param label
	 *            the bone's value; of several pieces the largest counts
	 * @return the closed surface in the world in mm, facing outward
	 * @throws IllegalArgumentException
	 *             if no voxel has the label
	 */
	public static TriangleMesh of( final Volume< UnsignedByteType > labels, final int label )
	{
		return of( BoneMask.of( labels, label ) );
	}

	/**
	 * @param bone
	 *            the labeled voxels
	 * @return the closed surface in the world in mm, facing outward
	 */
	static TriangleMesh of( final BoneMask bone )
	{
		final double[] edges = bone.scan().spacing();
		final double coarsest = Arrays.stream( edges ).max().getAsDouble();
		final Volume< FloatType > blurred =
				blurred( bone, bone.solid(), Arrays.stream( edges ).map( e -> SMOOTH * coarsest / e ).toArray() );
		final Trilinear inside = new Trilinear( FloatArrays.of( blurred.voxels() ), 0, blurred.grid().size(), 0 );
		final Affine3D voxelFromWorld = blurred.worldFromVoxel().inverse(), scanFromWorld = bone.scan().worldFromVoxel().inverse();
		final int[] n = bone.scan().size();
		final MarchingTetrahedra.Field field = ( x, y, z ) -> {
			final double[] p = voxelFromWorld.apply( x, y, z ), s = scanFromWorld.apply( x, y, z );
			// In mm, about: across a surface the blurred indicator falls from 1 to 0 within two or three voxels.
			double value = 2 * coarsest * ( 0.5 - inside.at( p[ 0 ], p[ 1 ], p[ 2 ] ) );
			for ( int d = 0; d < 3; ++d )
				value = Math.max( value, edges[ d ] * Math.max( -0.5 - s[ d ], s[ d ] - n[ d ] + 0.5 ) );
			return value;
		};
		final double[] b = bounds( blurred.grid() );
		final double box = ( b[ 3 ] - b[ 0 ] ) * ( b[ 4 ] - b[ 1 ] ) * ( b[ 5 ] - b[ 2 ] );
		return MarchingTetrahedra.surface( field, b,
				Math.max( Math.max( 1, Math.min( 2, coarsest / 2 ) ), Math.cbrt( box / MOST_NODES ) ) );
	}

	/**
	 * @param bone
	 *            the labeled voxels
	 * @param surface
	 *            of them
	 * @return the surface without the faces where the border of the scan cuts the bone off
	 */
	static TriangleMesh withoutCuts( final BoneMask bone, final TriangleMesh surface )
	{
		final double[] s = surface.transformed( bone.scan().worldFromVoxel().inverse() ).vertices();
		final int[] n = bone.scan().size(), t = surface.triangles();
		return surface.keeping( i -> {
			boolean cut = false;
			for ( int d = 0; d < 3; ++d )
			{
				final double a = s[ 3 * t[ 3 * i ] + d ], b = s[ 3 * t[ 3 * i + 1 ] + d ], c = s[ 3 * t[ 3 * i + 2 ] + d ];
				cut |= Math.max( a, Math.max( b, c ) ) < CUT - 0.5 || Math.min( a, Math.min( b, c ) ) > n[ d ] - 0.5 - CUT;
			}
			return !cut;
		} );
	}

	private static double[] bounds( final Grid grid )
	{
		final double inf = Double.POSITIVE_INFINITY;
		final double[] b = { inf, inf, inf, -inf, -inf, -inf };
		final int[] n = grid.size();
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = grid.worldFromVoxel().apply( ( corner & 1 ) * ( n[ 0 ] - 1 ), ( corner >> 1 & 1 ) * ( n[ 1 ] - 1 ),
					( corner >> 2 ) * ( n[ 2 ] - 1 ) );
			for ( int d = 0; d < 3; ++d )
			{
				b[ d ] = Math.min( b[ d ], x[ d ] );
				b[ 3 + d ] = Math.max( b[ 3 + d ], x[ d ] );
			}
		}
		return b;
	}

	/**
	 * @param bone
	 *            the labeled voxels
	 * @param indicator
	 *            1 inside, 0 outside, over the bone's box
	 * @param sigma
	 *            standard deviation of the Gaussian along x, y, z, in voxels
	 * @return the blurred indicator over the box and the blur's reach about it; beyond the scan as if the scan's border went
	 *         on
	 */
	static Volume< FloatType > blurred( final BoneMask bone, final byte[] indicator, final double[] sigma )
	{
		final int[] size = bone.size(), n = new int[ 3 ], pad = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			pad[ d ] = ( int ) Math.ceil( REACH * sigma[ d ] ) + 2;
			n[ d ] = size[ d ] + 2 * pad[ d ];
		}
		final float[] values = new float[ n[ 0 ] * n[ 1 ] * n[ 2 ] ];
		for ( int i = 0; i < values.length; ++i )
		{
			final int[] x = { i % n[ 0 ] - pad[ 0 ], i / n[ 0 ] % n[ 1 ] - pad[ 1 ], i / ( n[ 0 ] * n[ 1 ] ) - pad[ 2 ] };
			boolean inBox = true;
			for ( int d = 0; d < 3; ++d )
			{
				if ( x[ d ] < 0 && bone.touchesFirst( d ) )
					x[ d ] = 0;
				if ( x[ d ] >= size[ d ] && bone.touchesLast( d ) )
					x[ d ] = size[ d ] - 1;
				inBox &= x[ d ] >= 0 && x[ d ] < size[ d ];
			}
			values[ i ] = inBox ? indicator[ x[ 0 ] + size[ 0 ] * ( x[ 1 ] + size[ 1 ] * x[ 2 ] ) ] : 0;
		}
		for ( int d = 0; d < 3; ++d )
			blur( values, n, d, sigma[ d ] );
		final int[] f = bone.first();
		final Affine3D shift = Affine3D.translation( f[ 0 ] - pad[ 0 ], f[ 1 ] - pad[ 1 ], f[ 2 ] - pad[ 2 ] );
		return Volume.floats( new Grid( n, bone.scan().worldFromVoxel().after( shift ) ), values );
	}

	/** Along one axis, by a kernel of sum 1; beyond the ends the border goes on. */
	private static void blur( final float[] values, final int[] n, final int axis, final double sigma )
	{
		final int reach = ( int ) Math.ceil( REACH * sigma );
		final double[] kernel = new double[ 2 * reach + 1 ];
		double sum = 0;
		for ( int i = 0; i < kernel.length; ++i )
			sum += kernel[ i ] = Math.exp( -( i - reach ) * ( i - reach ) / ( 2 * sigma * sigma ) );
		final int stride = axis == 0 ? 1 : axis == 1 ? n[ 0 ] : n[ 0 ] * n[ 1 ];
		final float[] line = new float[ n[ axis ] ];
		for ( int start = 0; start < values.length; ++start )
		{
			if ( start / stride % n[ axis ] != 0 )
				continue;
			for ( int i = 0; i < line.length; ++i )
				line[ i ] = values[ start + i * stride ];
			for ( int i = 0; i < line.length; ++i )
			{
				double value = 0;
				for ( int k = -reach; k <= reach; ++k )
					value += kernel[ k + reach ] * line[ Math.max( 0, Math.min( line.length - 1, i + k ) ) ];
				values[ start + i * stride ] = ( float ) ( value / sum );
			}
		}
	}
}
