/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * The modeled inside of a femur and the thigh about it, in Hounsfield units.
 * <p>
 * Lengths scale with the radius r of the head, and a point is placed by its height relative to the head's center, so a
 * bone that lies in the reference frame to within some ten degrees gets its structures in the right place. Nothing here is
 * measured on the person: it is anatomy as textbooks draw it.
 * <ul>
 * <li>Cortex: 1.1 mm about the head and the greater trochanter, up to 4 mm at the calcar, growing below the trochanters to
 * 4.5 to 7 mm in the shaft; 1250 HU where thin, 1650 HU where thick.</li>
 * <li>Trabeculae: 320 HU in the head, 500 HU in the principal compressive group from the head's dome to the calcar, a
 * weaker tensile arc, 20 to 80 HU in Ward's triangle and the trochanters.</li>
 * <li>Marrow: -50 HU in the canal of the shaft.</li>
 * <li>Around: muscle of 50 HU in an elliptic thigh, fat of -100 HU beneath the skin, air of -1000 HU.</li>
 * </ul>
 * Thickness, densities and the thigh's size vary with the seed, and smooth noise gives each tissue a texture.
 */
final class FemurDensity
{
	private static final double MARROW = -50, MUSCLE = 50, FAT = -100, AIR = -1000;

	/** Depths beyond make no difference, in mm. */
	static final double DEEPEST = 11;

	private final HeadSphere head;

	private final double shaftCortex, hardness, trabeculae;

	private final double thighX, thighY, thighHalfWidth, thighHalfDepth, fatLayer;

	private final SmoothNoise coarse, fine;

	/**
	 * @param head
	 *            the ball in the head, in the reference frame
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of everything that varies
	 */
	FemurDensity( final HeadSphere head, final Grid grid, final long seed )
	{
		this.head = head;
		final SplittableRandom random = new SplittableRandom( seed );
		shaftCortex = ( 0.235 + 0.03 * bounded( random ) ) * head.radius();
		hardness = 1 + 0.05 * bounded( random );
		trabeculae = 1 + 0.15 * bounded( random );
		thighX = head.x() - 28 + 5 * bounded( random );
		thighY = head.y() + 5 * bounded( random );
		thighHalfWidth = 70 + 6 * bounded( random );
		thighHalfDepth = 58 + 5 * bounded( random );
		fatLayer = 14 + 4 * bounded( random );
		coarse = new SmoothNoise( grid, 14, random.nextLong() );
		fine = new SmoothNoise( grid, 2.6, random.nextLong() );
	}

	private static double bounded( final SplittableRandom random )
	{
		return Math.max( -2, Math.min( 2, random.nextGaussian() ) );
	}

	/**
	 * @param x
	 *            coordinate in the reference frame in mm
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @param depth
	 *            distance to the bone's surface in mm
	 * @return the density of the bone there in HU
	 */
	double inBone( final double x, final double y, final double z, final double depth )
	{
		final double r = head.radius();
		final double u = ( x - head.x() ) / r, v = ( y - head.y() ) / r, w = ( z - head.z() ) / r;
		final double slow = coarse.at( x, y, z );
		final double inShaft = smoothStep( 1.5, 3.6, -w );
		final double calcar = bump( v * v + toSegment( u, w, -0.45, -1.1, -1.1, -2.2 ), 0.4 );
		final double thickness = ( 1.1 + ( shaftCortex - 1.1 ) * inShaft + 2.2 * calcar * ( 1 - 0.7 * inShaft ) ) * ( 1 + 0.06 * slow );
		final double cortical = hardness * ( 1250 + 400 * Math.max( inShaft, 0.6 * calcar ) );
		final double within = depth - thickness;
		if ( within < -0.7 )
			return cortical + 25 * slow;
		final double cancellous = cancellous( u, v, w, slow, fine.at( x, y, z ), within );
		return cortical + ( cancellous - cortical ) * smoothStep( -0.7, 0.9, within );
	}

	private double cancellous( final double u, final double v, final double w, final double slow, final double fast, final double within )
	{
		final double distance = Math.sqrt( u * u + v * v + w * w );
		final double inHead = 1 - smoothStep( 0.8, 1.5, distance );
		final double compressive = bump( v * v + toSegment( u, w, 0.25, 0.9, -0.5, -1.3 ), 0.42 );
		final double tensile = bump( v * v + toSegment( u, w, -0.2, 0.45, -1.9, -0.35 ), 0.28 );
		final double ward = bump( v * v + toSegment( u, w, -1.15, -0.75, -1.5, -1.1 ), 0.33 );
		final double network = trabeculae * ( 110 + 210 * inHead + 190 * compressive + 90 * tensile - 90 * ward );
		final double nearCortex = 160 * Math.exp( -Math.max( 0, within ) / 2 );
		final double inCanal = smoothStep( 2.0, 3.1, -w );
		final double rough = ( 1 - 0.8 * inCanal ) * ( 38 * fast + 22 * slow );
		return MARROW * inCanal + ( 1 - inCanal ) * network + nearCortex + rough;
	}

	/**
	 * @param x
	 *            coordinate in the reference frame in mm
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @return the density of the soft tissue or the air there in HU
	 */
	double aroundBone( final double x, final double y, final double z )
	{
		// The thigh widens toward the hip.
		final double wider = 1 + 0.12 * smoothStep( -60, 90, z );
		final double a = thighHalfWidth * wider, b = thighHalfDepth * wider;
		final double dx = x - thighX, dy = y - thighY;
		final double q = Math.sqrt( dx * dx / ( a * a ) + dy * dy / ( b * b ) );
		// Distance to the muscle's border, nearly: the ellipse's own scale along this direction.
		final double outside = q == 0 ? -b : ( 1 - 1 / q ) * Math.sqrt( dx * dx + dy * dy );
		if ( outside > fatLayer + 1 )
			return AIR;
		final double slow = coarse.at( x, y, z );
		final double muscle = MUSCLE + 14 * slow;
		final double soft = muscle + ( FAT + 6 * slow - muscle ) * smoothStep( -1.5, 1.5, outside + 1.5 * slow );
		return soft + ( AIR - soft ) * smoothStep( fatLayer - 1, fatLayer + 1, outside );
	}

	private static double bump( final double squaredDistance, final double width )
	{
		return Math.exp( -squaredDistance / ( 2 * width * width ) );
	}

	/** Squared distance to a segment within the plane of u and w, in head radii. */
	private static double toSegment( final double u, final double w, final double u0, final double w0, final double u1, final double w1 )
	{
		final double du = u1 - u0, dw = w1 - w0;
		final double t = Math.max( 0, Math.min( 1, ( ( u - u0 ) * du + ( w - w0 ) * dw ) / ( du * du + dw * dw ) ) );
		final double a = u - u0 - t * du, c = w - w0 - t * dw;
		return a * a + c * c;
	}

	private static double smoothStep( final double from, final double to, final double at )
	{
		final double t = Math.max( 0, Math.min( 1, ( at - from ) / ( to - from ) ) );
		return t * t * ( 3 - 2 * t );
	}
}
