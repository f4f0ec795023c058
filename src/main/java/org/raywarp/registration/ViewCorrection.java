/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.View;

/**
 * A small correction of a calibrated view by six numbers: rotations about the detector's vertical, its horizontal and
 * the beam, all through the bone's center, a shift of the image along columns and rows, and a magnification about the image of the center.
 */
final class ViewCorrection
{
	/** Rotation about vertical, horizontal and beam in degrees, shift along columns and rows in mm at the bone, logarithm of the magnification. */
	static final int PARAMETERS = 6;

	private ViewCorrection()
	{}

	/**
	 * @param view
	 *            as calibrated
	 * @param center
	 *            of the bone in mm
	 * @param p
	 *            the six numbers
	 * @return the corrected view
	 */
	static View apply( final View view, final double[] center, final double... p )
	{
		final View turned = view.after( turn( view, center, p ) );
		final double[] image = view.projection().project( center );
		final double column = pixelsPerMillimeter( view, image, 0 ), row = pixelsPerMillimeter( view, image, 1 );
		final double m = Math.exp( p[ 5 ] );
		return new View( view.name(), turned.projection().onRaster( m, image[ 0 ] * ( 1 - m ) + p[ 3 ] * column, m,
				image[ 1 ] * ( 1 - m ) + p[ 4 ] * row ), view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
	}

	/** The rotation of x, y, z of the standard view's frame: horizontal, beam and vertical there. */
	private static Affine3D turn( final View view, final double[] center, final double[] p )
	{
		final CArmAngulation arm = ViewPlanning.angulation( view, center );
		final double[] h = arm.columnDirection(), b = arm.beamDirection(), v = arm.rowDirection();
		final Affine3D worldFromView = Affine3D.of( h[ 0 ], b[ 0 ], -v[ 0 ], center[ 0 ], h[ 1 ], b[ 1 ], -v[ 1 ], center[ 1 ], h[ 2 ],
				b[ 2 ], -v[ 2 ], center[ 2 ] );
		return worldFromView.after( new Similarity( p[ 1 ], p[ 2 ], p[ 0 ], 0, 0, 0, 1 ).about( 0, 0, 0 ) )
				.after( worldFromView.inverse() );
	}

	/** Pixels per mm at the center along columns or rows. */
	private static double pixelsPerMillimeter( final View view, final double[] image, final int axis )
	{
		final double[] a = view.projection().rayDirection( image[ 0 ], image[ 1 ] );
		final double[] b = view.projection().rayDirection( image[ 0 ] + ( axis == 0 ? 1 : 0 ), image[ 1 ] + axis );
		double square = 0;
		for ( int d = 0; d < 3; ++d )
			square += ( b[ d ] - a[ d ] ) * ( b[ d ] - a[ d ] );
		return 1 / ( image[ 2 ] * Math.sqrt( square ) );
	}

	/**
	 * @param uncertainty
	 *            of the calibration
	 * @param first
	 *            whether it is the first view, whose angles hold
	 * @return the standard deviation of each number, 0 where it is fixed
	 */
	static double[] deviations( final ViewUncertainty uncertainty, final boolean first )
	{
		final double angle = first ? 0 : uncertainty.angle(), tilt = first ? 0 : uncertainty.tilt(), shift = uncertainty.principalPoint();
		return new double[] { angle, tilt, tilt, shift, shift, uncertainty.magnification() };
	}
}
