/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.LabelArrays;

/**
 * Compares how far a mask and an atlas reach along the axis of the atlas's bone.
 */
final class MaskLength
{
	/** Every so many voxels along each axis tell where a bone reaches. */
	private static final int STEP = 3;

	/** An axis whose image is shorter than this part of its length leads along the rays. */
	private static final double FORESHORTENED = 0.5;

	private MaskLength()
	{}

	/**
	 * @param atlas
	 *            an atlas
	 * @param radiograph
	 *            with a mask
	 * @param face
	 *            where the bone leaves the atlas's box, with the bone's axis
	 * @return by how much the mask is shorter than the projected bone, in mm along the axis; negative where the mask touches
	 *         the border of the image, or the axis leads along the rays, so that its length is not known
	 */
	static double missing( final Atlas atlas, final Radiograph radiograph, final BoneEnd face )
	{
		final float[] mask = FloatArrays.of( radiograph.mask() );
		final int columns = radiograph.view().columns(), rows = radiograph.view().rows();
		final double[] middle = atlas.ct().grid().center(), further = middle.clone();
		for ( int d = 0; d < 3; ++d )
			further[ d ] += face.up()[ d ];
		final double[] a = radiograph.view().projection().project( middle ), b = radiograph.view().projection().project( further );
		final double x = b[ 0 ] - a[ 0 ], y = b[ 1 ] - a[ 1 ], square = x * x + y * y;
		if ( Math.sqrt( square ) < FORESHORTENED * pixelsPerMillimeter( radiograph, middle ) )
			return -1;
		double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
		for ( int i = 0; i < mask.length; ++i )
			if ( mask[ i ] > 0.5 )
			{
				final int c = i % columns, r = i / columns;
				if ( c == 0 || r == 0 || c == columns - 1 || r == rows - 1 )
					return -1;
				final double along = ( c * x + r * y ) / square;
				low = Math.min( low, along );
				high = Math.max( high, along );
			}
		return extent( atlas, radiograph, x / square, y / square ) - ( high - low );
	}

	/** Length of the image of a mm at a point, along the world's axis that is seen best. */
	private static double pixelsPerMillimeter( final Radiograph radiograph, final double[] point )
	{
		final double[] at = radiograph.view().projection().project( point );
		double longest = 0;
		for ( int d = 0; d < 3; ++d )
		{
			final double[] moved = point.clone();
			moved[ d ] += 1;
			final double[] p = radiograph.view().projection().project( moved );
			longest = Math.max( longest, Math.hypot( p[ 0 ] - at[ 0 ], p[ 1 ] - at[ 1 ] ) );
		}
		return longest;
	}

	private static double extent( final Atlas atlas, final Radiograph radiograph, final double x, final double y )
	{
		final byte[] labels = LabelArrays.of( atlas.labels().voxels() );
		final int[] n = atlas.labels().grid().size();
		final Affine3D world = atlas.labels().grid().worldFromVoxel();
		double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
		for ( int k = 0; k < n[ 2 ]; k += STEP )
			for ( int j = 0; j < n[ 1 ]; j += STEP )
				for ( int i = 0; i < n[ 0 ]; i += STEP )
					if ( labels[ i + n[ 0 ] * ( j + n[ 1 ] * k ) ] == Atlas.BONE )
					{
						final double[] p = radiograph.view().projection().project( world.apply( i, j, k ) );
						low = Math.min( low, p[ 0 ] * x + p[ 1 ] * y );
						high = Math.max( high, p[ 0 ] * x + p[ 1 ] * y );
					}
		return high - low;
	}
}
