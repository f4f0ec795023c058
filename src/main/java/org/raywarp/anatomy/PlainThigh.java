/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * An elliptic thigh of even muscle of 50 HU, with 14 mm of fat of -100 HU beneath the skin and air of -1000 HU about it; it
 * widens toward the hip. Its size and place vary with the seed.
 */
final class PlainThigh implements Tissue
{
	private static final double MUSCLE = 50, FAT = -100, AIR = -1000;

	private final double centerX, centerY, halfWidth, halfDepth, fatLayer;

	private final SmoothNoise coarse;

	/**
	 * @param head
	 *            the ball in the femur's head
	 * @param grid
	 *            where values are asked for
	 * @param random
	 *            of everything that varies
	 */
	PlainThigh( final HeadSphere head, final Grid grid, final SplittableRandom random )
	{
		centerX = head.x() - 28 + 5 * bounded( random );
		centerY = head.y() + 5 * bounded( random );
		halfWidth = 70 + 6 * bounded( random );
		halfDepth = 58 + 5 * bounded( random );
		fatLayer = 14 + 4 * bounded( random );
		coarse = new SmoothNoise( grid, 14, random.nextLong() );
	}

	/**
	 * @return the noise that makes the tissue uneven
	 */
	SmoothNoise texture()
	{
		return coarse;
	}

	/**
	 * @param random
	 *            generator
	 * @return a normal value, cut off at 2 standard deviations
	 */
	static double bounded( final SplittableRandom random )
	{
		return Math.max( -2, Math.min( 2, random.nextGaussian() ) );
	}

	@Override
	public double at( final double x, final double y, final double z )
	{
		final double wider = 1 + 0.12 * Steps.smooth( -60, 90, z );
		final double a = halfWidth * wider, b = halfDepth * wider;
		final double dx = x - centerX, dy = y - centerY;
		final double q = Math.sqrt( dx * dx / ( a * a ) + dy * dy / ( b * b ) );
		// Distance to the muscle's border, nearly: the ellipse's own scale along this direction.
		final double outside = q == 0 ? -b : ( 1 - 1 / q ) * Math.sqrt( dx * dx + dy * dy );
		if ( outside > fatLayer + 1 )
			return AIR;
		final double slow = coarse.at( x, y, z );
		final double muscle = MUSCLE + 14 * slow;
		final double soft = muscle + ( FAT + 6 * slow - muscle ) * Steps.smooth( -1.5, 1.5, outside + 1.5 * slow );
		return soft + ( AIR - soft ) * Steps.smooth( fatLayer - 1, fatLayer + 1, outside );
	}
}
