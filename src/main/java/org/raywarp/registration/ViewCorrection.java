/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.View;

/**
 * A small correction of a calibrated view by six numbers: rotations of the view about the axes of the world through the
 * bone's center, a shift of the image along columns and rows, and a magnification about the image of the center.
 */
final class ViewCorrection
{
	/** Rotation x, y, z in degrees, shift along columns and rows in mm at the bone, logarithm of the magnification. */
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
		final Affine3D turn = new Similarity( p[ 0 ], p[ 1 ], p[ 2 ], 0, 0, 0, 1 ).about( center );
		final View turned = view.after( turn );
		final double[] image = view.projection().project( center );
		final double column = pixelsPerMillimeter( view, image, 0 ), row = pixelsPerMillimeter( view, image, 1 );
		final double m = Math.exp( p[ 5 ] );
		return new View( view.name(), turned.projection().onRaster( m, image[ 0 ] * ( 1 - m ) + p[ 3 ] * column, m,
				image[ 1 ] * ( 1 - m ) + p[ 4 ] * row ), view.columns(), view.rows(), view.pixelSpacingX(), view.pixelSpacingY() );
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
		final double angle = first ? 0 : uncertainty.angle(), shift = uncertainty.principalPoint();
		return new double[] { angle, angle, angle, shift, shift, uncertainty.magnification() };
	}
}
