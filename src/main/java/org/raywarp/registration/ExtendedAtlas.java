/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
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
 * slice. A subject's bone that reaches a little farther than the atlas's then finds something to be made of. Where the
 * masks end before the face, the subject's bone does too, and nothing is continued.
 */
final class ExtendedAtlas
{
	/** How far the bone is continued, in mm: shifts and scales of usual poses. */
	private static final double REACH = 20;

	/** A mask reaches a face if it comes as near to it as this, in mm. */
	private static final double NEAR = 4;

	/** Voxels before a face into which what lies beyond is mapped. */
	private static final double MARGIN = 0.5;

	private ExtendedAtlas()
	{}

	/**
	 * Finds the faces of the atlas's box through which the bone of atlas and subject goes on.
	 *
	 * @param atlas
	 *            an atlas
	 * @param radiographs
	 *            of the subject; those without masks show bone everywhere
	 * @return for the lower and the upper face across x, then y, then z, whether the atlas's bone touches it and every mask
	 *         reaches what lies there
	 */
	static boolean[] faces( final Atlas atlas, final List< Radiograph > radiographs )
	{
		final int[] n = atlas.ct().grid().size();
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
		final boolean[] faces = new boolean[ 6 ];
		for ( int f = 0; f < 6; ++f )
		{
			final int axis = f / 2, layer = f % 2 == 0 ? 0 : n[ axis ] - 1;
			final double[] touching = centroid( labels, n, axis, layer );
			faces[ f ] = touching != null;
			if ( touching == null )
				continue;
			final double step = ( f % 2 == 0 ? 1 : -1 ) / atlas.ct().grid().spacing()[ axis ];
			final double[] near = touching.clone(), far = touching.clone();
			near[ axis ] += NEAR * step;
			far[ axis ] += REACH * step;
			for ( final Radiograph radiograph : radiographs )
				faces[ f ] &= reaches( radiograph, atlas.ct().worldFromVoxel().apply( near ), atlas.ct().worldFromVoxel().apply( far ) );
		}
		return faces;
	}

	/** Whether some pixel of the mask lies beyond the image of one point, seen from that of another. */
	private static boolean reaches( final Radiograph radiograph, final double[] near, final double[] far )
	{
		if ( radiograph.mask() == null )
			return true;
		final double[] a = radiograph.view().projection().project( near ), b = radiograph.view().projection().project( far );
		final float[] mask = FloatArrays.of( radiograph.mask() );
		final int columns = radiograph.view().columns();
		for ( int i = 0; i < mask.length; ++i )
			if ( mask[ i ] > 0.5
					&& ( i % columns - a[ 0 ] ) * ( a[ 0 ] - b[ 0 ] ) + ( i / columns - a[ 1 ] ) * ( a[ 1 ] - b[ 1 ] ) > 0 )
				return true;
		return false;
	}

	/**
	 * @param atlas
	 *            an atlas
	 * @param faces
	 *            where to continue it, as {@link #faces} says
	 * @return the atlas, larger by 20 mm at each of these faces
	 */
	static Atlas of( final Atlas atlas, final boolean[] faces )
	{
		final Grid grid = atlas.ct().grid(), target = grid( grid, faces );
		if ( target.voxelCount() == grid.voxelCount() )
			return atlas;
		final int[] n = grid.size(), size = target.size(), before = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			before[ d ] = faces[ 2 * d ] ? more( grid, d ) : 0;
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
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
	 * @param grid
	 *            of an atlas
	 * @param faces
	 *            where it is continued
	 * @return the grid of the continued atlas
	 */
	static Grid grid( final Grid grid, final boolean[] faces )
	{
		final int[] size = grid.size(), before = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			before[ d ] = faces[ 2 * d ] ? more( grid, d ) : 0;
			size[ d ] += before[ d ] + ( faces[ 2 * d + 1 ] ? more( grid, d ) : 0 );
		}
		return new Grid( size, grid.worldFromVoxel().after( Affine3D.translation( -before[ 0 ], -before[ 1 ], -before[ 2 ] ) ) );
	}

	private static int more( final Grid grid, final int axis )
	{
		return ( int ) Math.round( REACH / grid.spacing()[ axis ] );
	}

	/**
	 * Says the same of a displacement field: where it points beyond one of these faces of the box, it is made to
	 * point to the last half voxel before the face, the farther beyond the nearer to the face. Warping the atlas itself then
	 * continues its last slice. The field stays differentiable and does not fold.
	 *
	 * @param atlas
	 *            an atlas
	 * @param faces
	 *            where to continue it, as {@link #faces} says
	 * @param field
	 *            to the atlas, in mm; changed in place
	 * @return the field
	 */
	static DisplacementField within( final Atlas atlas, final boolean[] faces, final DisplacementField field )
	{
		final Grid grid = field.grid();
		final int[] n = atlas.ct().grid().size(), size = grid.size();
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
					final double below = faces[ 2 * d ] ? MARGIN - p[ d ] : 0,
							above = faces[ 2 * d + 1 ] ? p[ d ] - ( n[ d ] - 1 - MARGIN ) : 0;
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

	/** Voxel coordinates of the centroid of the bone's voxels in a layer; null where there are none. */
	static double[] centroid( final byte[] labels, final int[] n, final int axis, final int layer )
	{
		final int a = axis == 0 ? 1 : 0, b = axis == 2 ? 1 : 2;
		final int[] x = new int[ 3 ];
		final double[] sum = new double[ 3 ];
		int count = 0;
		x[ axis ] = layer;
		for ( x[ b ] = 0; x[ b ] < n[ b ]; ++x[ b ] )
			for ( x[ a ] = 0; x[ a ] < n[ a ]; ++x[ a ] )
				if ( labels[ x[ 0 ] + n[ 0 ] * ( x[ 1 ] + n[ 1 ] * x[ 2 ] ) ] == Atlas.BONE )
				{
					++count;
					for ( int d = 0; d < 3; ++d )
						sum[ d ] += x[ d ];
				}
		if ( count == 0 )
			return null;
		for ( int d = 0; d < 3; ++d )
			sum[ d ] /= count;
		return sum;
	}
}
