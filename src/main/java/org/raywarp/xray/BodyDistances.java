/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.xray;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * How far the body and the detector are from the source, along the normal of the detector.
 *
 * @param sourceToDetector
 *            in mm
 * @param sourceToBody
 *            distance of the middle of the body, in mm
 */
public record BodyDistances( double sourceToDetector, double sourceToBody )
{
	/**
	 * @throws IllegalArgumentException
	 *             if not {@code 0 < sourceToBody <= sourceToDetector}
	 */
	public BodyDistances
	{
		if ( !( sourceToBody > 0 && sourceToBody <= sourceToDetector && Double.isFinite( sourceToDetector ) ) )
			throw new IllegalArgumentException( "The body is between the source and the detector, not at " + sourceToBody
					+ " mm of " + sourceToDetector + " mm; check the pixel spacing of the view." );
	}

	/**
	 * The distances of a view. Its projection gives the distance of the detector in pixels; the pixel spacing of the view
	 * makes them mm, and must be right for this. Where it is 1 mm x 1 mm, which stands for unknown, and puts the detector before
	 * the body, the body counts as in contact with the detector: it is not magnified, and its air gap is the least.
	 *
	 * @param view
	 *            the view
	 * @param grid
	 *            of the volume that is X-rayed; its center is the middle of the body
	 * @return the distances
	 * @throws IllegalArgumentException
	 *             if the center of the volume is not between source and detector, at a known pixel spacing
	 */
	public static BodyDistances of( final View view, final Grid grid )
	{
		final Affine3D rays = view.projection().worldFromHomogeneous();
		final double column = length( rays, 0 ), row = length( rays, 1 );
		final double detector = ( view.pixelSpacingX() / column + view.pixelSpacingY() / row ) / 2;
		final int[] size = grid.size();
		final double[] center = grid.worldFromVoxel().apply( ( size[ 0 ] - 1 ) / 2.0, ( size[ 1 ] - 1 ) / 2.0, ( size[ 2 ] - 1 ) / 2.0 );
		final double body = view.projection().project( center )[ 2 ];
		final boolean unknown = view.pixelSpacingX() == 1 && view.pixelSpacingY() == 1;
		return new BodyDistances( unknown ? Math.max( detector, body ) : detector, body );
	}

	/** @return how far a ray moves per pixel at a depth of 1 mm */
	private static double length( final Affine3D rays, final int column )
	{
		return Math.sqrt( rays.get( 0, column ) * rays.get( 0, column ) + rays.get( 1, column ) * rays.get( 1, column )
				+ rays.get( 2, column ) * rays.get( 2, column ) );
	}

	/** @return how much larger than the middle of the body its shadow is */
	public double magnification()
	{
		return sourceToDetector / sourceToBody;
	}

	/** @return distance of the middle of the body from the detector, in mm */
	public double bodyToDetector()
	{
		return sourceToDetector - sourceToBody;
	}
}
