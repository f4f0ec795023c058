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

import net.imglib2.parallel.Parallelization;

/**
 * Makes a displacement field end the bone where the subject's ends: within some 20 mm before that plane the rest of the
 * atlas's shaft is gone through, along the shaft, so that the plane reads the face through which the shaft leaves the
 * atlas, and what lies beyond reads what lies outside. Warping with the field alone then ends the bone, and it does not
 * fold.
 */
final class EndStretch
{
	/** Over this distance the rest of the shaft is gone through, in mm. */
	private static final double LENGTH = 20;

	private EndStretch()
	{}

	/**
	 * @param atlas
	 *            the atlas
	 * @param ends
	 *            of the subject's bone
	 * @param field
	 *            to the atlas, in mm; changed in place
	 * @return the field
	 */
	static DisplacementField apply( final Atlas atlas, final List< BoneEnd > ends, final DisplacementField field )
	{
		final Affine3D atlasFromVoxel = atlas.ct().worldFromVoxel();
		for ( final BoneEnd end : BoneEnds.atFaces( atlas, Affine3D.IDENTITY ) )
			ends.stream().filter( e -> e.face() == end.face() )
					.forEach( e -> stretch( atlas.ct().grid(), atlasFromVoxel.inverse(), e, end.up(), field ) );
		return field;
	}

	private static void stretch( final Grid atlas, final Affine3D voxelFromAtlas, final BoneEnd end, final double[] up,
			final DisplacementField field )
	{
		final int axis = end.face() / 2, last = atlas.size()[ axis ];
		final boolean lower = end.face() % 2 == 0;
		final double spacing = atlas.spacing()[ axis ];
		// How much of a mm along the shaft leads away from the face.
		final double rise = spacing * Math.abs( voxelFromAtlas.applyToVector( up )[ axis ] );
		final Grid grid = field.grid();
		final int[] n = grid.size();
		final float[] u = FloatArrays.backing( field.vectors() );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			final double[] x = new double[ 3 ], y = new double[ 3 ];
			for ( int i = 0, o = 3 * k * n[ 0 ] * n[ 1 ]; i < n[ 0 ] * n[ 1 ]; ++i, o += 3 )
			{
				x[ 0 ] = i % n[ 0 ];
				x[ 1 ] = i / n[ 0 ];
				x[ 2 ] = k;
				grid.worldFromVoxel().apply( x, x );
				final double above = end.above( x );
				if ( above >= LENGTH )
					continue;
				for ( int d = 0; d < 3; ++d )
					y[ d ] = x[ d ] + u[ o + d ];
				final double index = voxelFromAtlas.apply( y )[ axis ];
				final double left = spacing * ( lower ? index + 0.5 : last - 0.5 - index );
				final double shift = ( left - wanted( left, above ) ) / rise;
				for ( int d = 0; d < 3; ++d )
					u[ o + d ] -= ( float ) ( shift * up[ d ] );
			}
		} );
	}

	/**
	 * @param left
	 *            mm of the atlas before the face
	 * @param above
	 *            height above the plane in mm, less than {@link #LENGTH}
	 * @return what is to be left: 0 in the plane, from where it falls as fast as above it, and a strictly monotone function
	 *         along the shaft
	 */
	private static double wanted( final double left, final double above )
	{
		final double share = 1 - above / LENGTH;
		return above > 0 ? left * ( 1 - share * share ) : 2 * Math.max( 1, left - above ) * above / LENGTH;
	}
}
