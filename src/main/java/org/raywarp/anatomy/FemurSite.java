/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

/**
 * A point of a femur in its anatomical place: which region it belongs to, and by how much. Lengths are in radii of the
 * head, from the head's center: u to medial, v to posterior, w to superior. It is right for a bone that lies in the
 * reference frame to within some ten degrees. One object serves many points, one after the other; not thread-safe.
 */
final class FemurSite
{
	/** The mean direction of the neck from the head, that of a neck-shaft angle of 125 degrees. */
	private static final double NECK_U = -Math.sin( Math.toRadians( 55 ) ), NECK_W = -Math.cos( Math.toRadians( 55 ) );

	private final HeadSphere headSphere;

	/** The point in mm. */
	double x, y, z;

	/** The point in radii of the head. */
	double u, v, w;

	/** Distance from the head's center, in radii. */
	double distance;

	/** Shares of the regions at the surface: those of head, neck and trochanters sum to 1, and the shaft takes from all. */
	double head, neck, trochanter, shaft;

	/** How far the point lies to the upper side of the neck: 1 superior, 0 anterior and posterior, -1 inferior. */
	double superior;

	FemurSite( final HeadSphere head )
	{
		headSphere = head;
	}

	/**
	 * Moves to another point.
	 *
	 * @param px
	 *            coordinate in the reference frame in mm
	 * @param py
	 *            coordinate in mm
	 * @param pz
	 *            coordinate in mm
	 * @return this
	 */
	FemurSite at( final double px, final double py, final double pz )
	{
		x = px;
		y = py;
		z = pz;
		final double r = headSphere.radius();
		u = ( px - headSphere.x() ) / r;
		v = ( py - headSphere.y() ) / r;
		w = ( pz - headSphere.z() ) / r;
		distance = Math.sqrt( u * u + v * v + w * w );
		head = 1 - Steps.smooth( 1.02, 1.3, distance );
		trochanter = ( 1 - head ) * Steps.smooth( 1.35, 1.85, -u );
		neck = 1 - head - trochanter;
		shaft = Steps.smooth( 1.5, 3.6, -w );
		final double up = NECK_W * u - NECK_U * w;
		superior = up / Math.sqrt( up * up + v * v + 1e-12 );
		return this;
	}

	/**
	 * @return how much the point belongs to the cancellous bone of the head, beyond which the neck begins
	 */
	double insideHead()
	{
		return 1 - Steps.smooth( 0.8, 1.4, distance );
	}

	/**
	 * @return how much the point belongs to the marrow canal of the shaft
	 */
	double canal()
	{
		return Steps.smooth( 2.0, 3.1, -w );
	}

	/**
	 * @return how much the point belongs to the principal compressive group of trabeculae, from the dome of the head to the
	 *         calcar
	 */
	double compressive()
	{
		return Steps.bump( toSegment( 0.25, 0.9, -0.5, -1.3 ), 0.42 );
	}

	/**
	 * @return how much the point belongs to the principal tensile group of trabeculae, from the upper neck to the lateral
	 *         cortex
	 */
	double tensile()
	{
		return Steps.bump( toSegment( -0.2, 0.45, -1.9, -0.35 ), 0.28 );
	}

	/**
	 * @return how much the point belongs to Ward's triangle, which lies between the groups
	 */
	double ward()
	{
		return Steps.bump( toSegment( -1.15, -0.75, -1.5, -1.1 ), 0.33 );
	}

	/**
	 * @param u0
	 *            one end
	 * @param w0
	 *            one end
	 * @param u1
	 *            other end
	 * @param w1
	 *            other end
	 * @return squared distance to a segment in the plane of the neck, in squared radii
	 */
	double toSegment( final double u0, final double w0, final double u1, final double w1 )
	{
		final double du = u1 - u0, dw = w1 - w0;
		final double t = Math.max( 0, Math.min( 1, ( ( u - u0 ) * du + ( w - w0 ) * dw ) / ( du * du + dw * dw ) ) );
		final double a = u - u0 - t * du, c = w - w0 - t * dw;
		return v * v + a * a + c * c;
	}
}
