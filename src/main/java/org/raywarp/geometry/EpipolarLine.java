/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * Where a point that one view shows can lie in another: the image of the ray of one pixel, as far as it runs through the
 * volume and falls on the detector (Hartley and Zisserman, Multiple View Geometry, 2003, chapter 9).
 */
public final class EpipolarLine
{
	/** Points nearer to the plane of the source, in mm of depth, have no image to draw. */
	private static final double LEAST_DEPTH = 1e-3;

	private EpipolarLine()
	{}

	/**
	 * @param ray
	 *            through a pixel of another view
	 * @param onto
	 *            the view that it is drawn in
	 * @param size
	 *            number of voxels along each axis
	 * @param worldFromVoxel
	 *            where the voxels lie
	 * @return the ends {@code { column, row, column, row }} of a straight line, the first being nearer to the origin of the
	 *         ray, within the outer pixel edges; null if nothing of the ray is inside the volume's box and on the detector
	 */
	public static double[] of( final Ray ray, final View onto, final int[] size, final Affine3D worldFromVoxel )
	{
		final double[] inside = ray.inside( size, worldFromVoxel );
		final double[] range = inside == null ? null : inFront( ray, onto, inside );
		if ( range == null )
			return null;
		final double[] a = onto.projection().project( ray.at( range[ 0 ] ) ), b = onto.projection().project( ray.at( range[ 1 ] ) );
		final double[] along = { b[ 0 ] - a[ 0 ], b[ 1 ] - a[ 1 ] };
		final double[] on = Clipping.line( new double[] { a[ 0 ], a[ 1 ] }, along, new double[] { -0.5, -0.5 },
				new double[] { onto.columns() - 0.5, onto.rows() - 0.5 }, new double[] { 0, 1 } );
		return on == null ? null
				: new double[] { a[ 0 ] + on[ 0 ] * along[ 0 ], a[ 1 ] + on[ 0 ] * along[ 1 ], a[ 0 ] + on[ 1 ] * along[ 0 ],
						a[ 1 ] + on[ 1 ] * along[ 1 ] };
	}

	/** The part of a range of the ray that is in front of the source of a view: the depth is linear along the ray. */
	private static double[] inFront( final Ray ray, final View onto, final double[] range )
	{
		final Affine3D p = onto.projection().homogeneousFromWorld();
		return Clipping.line( new double[] { p.apply( ray.origin() )[ 2 ] }, new double[] { p.applyToVector( ray.direction() )[ 2 ] },
				new double[] { LEAST_DEPTH }, new double[] { Double.POSITIVE_INFINITY }, range );
	}
}
