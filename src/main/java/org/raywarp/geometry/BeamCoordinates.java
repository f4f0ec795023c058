/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.geometry;

/**
 * The invertible map between the world (mm) and the beam space (column, row, sample) of a view: the grid G and its
 * inverse of the ProST and inv-ProST layers (Van Houtte et al. 2022, Eqs. 1 and 3). Sample 0 is nearest the source;
 * the samples lie at the same distances from the source on every ray, uniformly from {@code near} to {@code far}, ends
 * included.
 *
 * @param view
 *            the view whose rays are followed
 * @param near
 *            distance of sample 0 from the source along the ray, in mm
 * @param far
 *            distance of the last sample from the source along the ray, in mm
 * @param samples
 *            number K of samples, from 2 to {@link #MAX_SAMPLES}
 */
public record BeamCoordinates( View view, double near, double far, int samples )
{

	/** The largest number of samples on a ray. */
	public static final int MAX_SAMPLES = 65536;

	/** Stands for the coordinates of a point behind the source: outside every beam volume, yet finite. */
	private static final double BEHIND = -1e9;

	/**
	 * @throws IllegalArgumentException
	 *             unless {@code 0 <= near < far} and there are 2 to {@link #MAX_SAMPLES} samples
	 */
	public BeamCoordinates
	{
		if ( !( near >= 0 && near < far && Double.isFinite( far ) ) )
			throw new IllegalArgumentException( "The samples lie between 0 <= near < far, not from " + near + " to " + far + " mm." );
		if ( samples < 2 || samples > MAX_SAMPLES )
			throw new IllegalArgumentException( "A ray has 2 to " + MAX_SAMPLES + " samples, not " + samples + "." );
	}

	/**
	 * The beam coordinates that just cover a volume: {@code near} and {@code far} are the least and greatest distance of
	 * the source from the box of its voxel centers widened by one voxel, where the interpolant has come down to 0.
	 *
	 * @param view
	 *            the view
	 * @param size
	 *            number of voxels along each axis
	 * @param worldFromVoxel
	 *            where the voxels lie
	 * @param samples
	 *            number of samples
	 * @return the coordinates
	 * @throws IllegalArgumentException
	 *             if the source lies inside that box, or part of the box lies behind the source
	 */
	public static BeamCoordinates covering( final View view, final int[] size, final Affine3D worldFromVoxel, final int samples )
	{
		final double[] range = SourceDistance.requireInFront( view, size, worldFromVoxel );
		return new BeamCoordinates( view, range[ 0 ], range[ 1 ], samples );
	}

	/**
	 * @return the distance between neighboring samples in mm
	 */
	public double sampleSpacing()
	{
		return ( far - near ) / ( samples - 1 );
	}

	/**
	 * @param beam
	 *            (column, row, sample), not necessarily whole
	 * @return the world point in mm
	 */
	public double[] worldFromBeam( final double... beam )
	{
		final double[] direction = view.projection().rayDirection( beam[ 0 ], beam[ 1 ] );
		final double[] world = view.projection().source();
		final double scale = ( near + beam[ 2 ] * sampleSpacing() ) / Vectors.length( direction );
		for ( int d = 0; d < 3; ++d )
			world[ d ] += scale * direction[ d ];
		return world;
	}

	/**
	 * @param world
	 *            a point in mm
	 * @return (column, row, sample); a point behind the source has large negative coordinates
	 */
	public double[] beamFromWorld( final double... world )
	{
		final double[] beam = view.projection().project( world );
		if ( !( beam[ 2 ] > 0 ) )
			return new double[] { BEHIND, BEHIND, BEHIND };
		final double[] source = view.projection().source();
		for ( int d = 0; d < 3; ++d )
			source[ d ] -= world[ d ];
		beam[ 2 ] = ( Vectors.length( source ) - near ) / sampleSpacing();
		return beam;
	}
}
