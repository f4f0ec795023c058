/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * The thigh with a pelvis about the head of the femur: a socket with a joint space, and ilium, pubis and ischium as simple
 * solids joined smoothly, of cortex about cancellous bone.
 * <p>
 * Joint space 4.19 (0.92) mm at its top (Lequesne et al. 2004, Ann Rheum Dis 63, 1145-1151; 446 normal hips). The socket
 * opens by 42 (4) degrees to lateral from inferior and by 18 (5) degrees to anterior; lengths scale with the head; bone of
 * 1.4 (0.25) mm of cortex of 1300 HU about cancellous bone of 180 (50) HU: as textbooks draw it. Immutable.
 */
final class HipRegion implements Tissue
{
	private static final double CORTEX = 1300, JOINT = 45;

	/** Where the three bones reach to from where they leave the socket, in radii of the head. */
	private static final double[] ILIUM = { 0.35, 0.1, 1.9 }, PUBIS = { 1.5, -0.55, -0.55 }, ISCHIUM = { -0.15, 0.45, -1.9 };

	private final Thigh thigh;

	private final HeadSphere head;

	private final double joint, thickness, cancellous, wall;

	/** Unit vector out of the socket. */
	private final double openX, openY, openZ;

	private final SmoothNoise slow, texture;

	private final double voxel;

	/**
	 * @param head
	 *            the ball in the femur's head
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of everything that varies
	 */
	HipRegion( final HeadSphere head, final Grid grid, final long seed )
	{
		this.head = head;
		final SplittableRandom random = new SplittableRandom( seed );
		thigh = new Thigh( head, grid, random.nextLong() );
		joint = 4.19 + 0.92 * PlainThigh.bounded( random );
		thickness = 1.4 + 0.25 * PlainThigh.bounded( random );
		cancellous = 180 + 50 * PlainThigh.bounded( random );
		wall = 0.33 + 0.04 * PlainThigh.bounded( random );
		final double lateral = Math.toRadians( 42 + 4 * PlainThigh.bounded( random ) ),
				anterior = Math.toRadians( 18 + 5 * PlainThigh.bounded( random ) );
		openX = -Math.sin( lateral ) * Math.cos( anterior );
		openY = -Math.sin( anterior );
		openZ = -Math.cos( lateral ) * Math.cos( anterior );
		slow = new SmoothNoise( grid, 18, random.nextLong() );
		texture = new SmoothNoise( grid, 2.4, random.nextLong() );
		final double[] spacing = grid.spacing();
		voxel = Math.cbrt( spacing[ 0 ] * spacing[ 1 ] * spacing[ 2 ] );
	}

	@Override
	public double at( final double x, final double y, final double z )
	{
		final double r = head.radius(), u = ( x - head.x() ) / r, v = ( y - head.y() ) / r, w = ( z - head.z() ) / r;
		final double depth = -r * outside( u, v, w ), soft = thigh.at( x, y, z );
		final double bone = Math.max( 0, Math.min( 1, 0.5 + depth / voxel ) );
		final double capsule = bone == 1 ? 0 : 1 - Steps.smooth( r + joint + 1, r + joint + 3, r * Math.sqrt( u * u + v * v + w * w ) );
		final double around = soft + capsule * ( JOINT - soft );
		return bone == 0 ? around : around + bone * ( inBone( x, y, z, depth ) - around );
	}

	private double inBone( final double x, final double y, final double z, final double depth )
	{
		final double wave = slow.at( x, y, z ), thick = Math.max( 0.4, thickness * ( 1 + 0.25 * wave ) );
		final double from = Math.max( 0, depth - voxel / 2 ), to = Math.max( from + 1e-6, depth + voxel / 2 );
		final double share = ( Math.min( to, thick ) - Math.min( from, thick ) ) / ( to - from );
		return share * CORTEX + ( 1 - share ) * ( cancellous + 40 * wave + 35 * texture.at( x, y, z ) );
	}

	/** Distance outside of the pelvis, nearly, in radii of the head. */
	private double outside( final double u, final double v, final double w )
	{
		final double center = Math.sqrt( u * u + v * v + w * w ), socket = 1 + joint / head.radius();
		final double open = u * openX + v * openY + w * openZ;
		// A shell over a half ball, thicker above.
		final double shell = Math.max( center - socket - wall * ( 1.2 + 0.6 * Math.max( 0, w / ( center + 0.1 ) ) ), open - 0.12 );
		// The column above the socket, flat from front to back, that becomes the wing.
		final double ilium = capsule( u - 0.25, 0.55 * ( v - 0.05 ), w - 1.7, ILIUM, 0.62 );
		final double pubis = capsule( u - 0.9, v + 0.75, w + 0.1, PUBIS, 0.36 );
		final double ischium = capsule( u - 0.75, v - 0.85, w + 0.4, ISCHIUM, 0.5 );
		final double solid = smoothMin( smoothMin( shell, ilium, 0.35 ), smoothMin( pubis, ischium, 0.2 ), 0.3 );
		// What the head and its joint space take.
		return Math.max( solid, socket - center );
	}

	/** Distance to a segment from the origin, thickened. */
	private static double capsule( final double x, final double y, final double z, final double[] to, final double radius )
	{
		final double along = x * to[ 0 ] + y * to[ 1 ] + z * to[ 2 ], square = to[ 0 ] * to[ 0 ] + to[ 1 ] * to[ 1 ] + to[ 2 ] * to[ 2 ];
		final double t = Math.max( 0, Math.min( 1, along / square ) );
		final double dx = x - t * to[ 0 ], dy = y - t * to[ 1 ], dz = z - t * to[ 2 ];
		return Math.sqrt( dx * dx + dy * dy + dz * dz ) - radius;
	}

	private static double smoothMin( final double a, final double b, final double over )
	{
		final double h = Math.max( over - Math.abs( a - b ), 0 );
		return Math.min( a, b ) - h * h / ( 4 * over );
	}
}
