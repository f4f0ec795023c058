/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.stream.IntStream;

import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.LabelArrays;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;

/**
 * Continues an atlas where its bone is cut off by the box: a shaft that leaves the box goes on with the values of the last
 * slice. A subject's bone that reaches a little farther than the atlas's then finds something to be made of.
 */
final class ExtendedAtlas
{
	/** How far the bone is continued, in mm: shifts and scales of usual poses. */
	private static final double REACH = 20;

	/** Voxels before a face into which what lies beyond is mapped. */
	private static final double MARGIN = 0.5;

	private ExtendedAtlas()
	{}

	/**
	 * @param atlas
	 *            an atlas
	 * @return the atlas, larger by 20 mm at each face of the box that its bone touches
	 */
	static Atlas of( final Atlas atlas )
	{
		final Grid grid = atlas.ct().grid();
		final int[] n = grid.size(), before = new int[ 3 ], size = grid.size();
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
		final double[] spacing = grid.spacing();
		boolean extended = false;
		for ( int d = 0; d < 3; ++d )
		{
			final int more = ( int ) Math.round( REACH / spacing[ d ] );
			before[ d ] = touches( labels, n, d, 0 ) ? more : 0;
			size[ d ] += before[ d ] + ( touches( labels, n, d, n[ d ] - 1 ) ? more : 0 );
			extended |= size[ d ] > n[ d ];
		}
		if ( !extended )
			return atlas;
		final Grid target =
				new Grid( size, grid.worldFromVoxel().after( Affine3D.translation( -before[ 0 ], -before[ 1 ], -before[ 2 ] ) ) );
		final float[] hu = FloatArrays.of( atlas.ct().voxels() ), moreHu = new float[ target.voxelCount() ];
		final byte[] moreLabels = new byte[ moreHu.length ];
		for ( int k = 0, o = 0; k < size[ 2 ]; ++k )
			for ( int j = 0; j < size[ 1 ]; ++j )
				for ( int i = 0; i < size[ 0 ]; ++i, ++o )
				{
					final int s = clamp( i - before[ 0 ], n[ 0 ] )
							+ n[ 0 ] * ( clamp( j - before[ 1 ], n[ 1 ] ) + n[ 1 ] * clamp( k - before[ 2 ], n[ 2 ] ) );
					moreHu[ o ] = hu[ s ];
					moreLabels[ o ] = labels[ s ];
				}
		return new Atlas( Volume.floats( target, moreHu ), Volume.labels( target, moreLabels ) );
	}

	/**
	 * Says the same of a displacement field: where it points beyond a face of the box that the bone touches, it is made to
	 * point to the last half voxel before the face, the farther beyond the nearer to the face. Warping the atlas itself then
	 * continues its last slice. The field stays differentiable and does not fold.
	 *
	 * @param atlas
	 *            an atlas
	 * @param field
	 *            to the atlas, in mm; changed in place
	 * @return the field
	 */
	static DisplacementField within( final Atlas atlas, final DisplacementField field )
	{
		final Grid grid = field.grid();
		final int[] n = atlas.ct().grid().size(), size = grid.size();
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
		final boolean[] lower = new boolean[ 3 ], upper = new boolean[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			lower[ d ] = touches( labels, n, d, 0 );
			upper[ d ] = touches( labels, n, d, n[ d ] - 1 );
		}
		final Affine3D world = grid.worldFromVoxel(), atlasFromVoxel = atlas.ct().worldFromVoxel(),
				voxelFromAtlas = atlasFromVoxel.inverse();
		final float[] u = FloatArrays.backing( field.vectors() );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, size[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ], p = new double[ 3 ];
			for ( int i = 0, o = 3 * k * size[ 0 ] * size[ 1 ]; i < size[ 0 ] * size[ 1 ]; ++i, o += 3 )
			{
				x[ 0 ] = i % size[ 0 ];
				x[ 1 ] = i / size[ 0 ];
				x[ 2 ] = k;
				world.apply( x, x );
				for ( int d = 0; d < 3; ++d )
					p[ d ] = x[ d ] + u[ o + d ];
				voxelFromAtlas.apply( p, p );
				boolean beyond = false;
				for ( int d = 0; d < 3; ++d )
				{
					final double below = lower[ d ] ? MARGIN - p[ d ] : 0, above = upper[ d ] ? p[ d ] - ( n[ d ] - 1 - MARGIN ) : 0;
					p[ d ] += ( below > 0 ? below - squashed( below ) : 0 ) - ( above > 0 ? above - squashed( above ) : 0 );
					beyond |= below > 0 || above > 0;
				}
				if ( !beyond )
					continue;
				atlasFromVoxel.apply( p, p );
				for ( int d = 0; d < 3; ++d )
					u[ o + d ] = ( float ) ( p[ d ] - x[ d ] );
			}
		} );
		return field;
	}

	/** From 0 to infinity to 0 to the margin, starting with slope 1. */
	private static double squashed( final double s )
	{
		return s * MARGIN / ( s + MARGIN );
	}

	private static int clamp( final int i, final int n )
	{
		return Math.max( 0, Math.min( n - 1, i ) );
	}

	private static boolean touches( final byte[] labels, final int[] n, final int axis, final int layer )
	{
		final int a = axis == 0 ? 1 : 0, b = axis == 2 ? 1 : 2;
		final int[] x = new int[ 3 ];
		x[ axis ] = layer;
		for ( x[ b ] = 0; x[ b ] < n[ b ]; ++x[ b ] )
			for ( x[ a ] = 0; x[ a ] < n[ a ]; ++x[ a ] )
				if ( labels[ x[ 0 ] + n[ 0 ] * ( x[ 1 ] + n[ 1 ] * x[ 2 ] ) ] == Atlas.BONE )
					return true;
		return false;
	}
}
