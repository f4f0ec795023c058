/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * A thigh of eight muscles about the femur with fat between them, fat beneath the skin, and skin.
 * <p>
 * Half of the thighs are men's, half women's. Cross-section of the muscles 131.2 (21.5) and 90.2 (16.6) cm2, of the fat
 * between them 9.2 and 9.4 cm2, of the fat beneath the skin 46.8 (20.0) and 104.0 (44.6) cm2, attenuation of muscle 38.0
 * (6.2) and 34.7 (6.5) HU: computed tomography of 815 men and 823 women with normal glucose tolerance, Goodpaster et al.
 * 2003, Diabetes Care 26, 372-379, at the middle of the thigh; toward the hip it widens here by a fifth, as textbooks draw
 * it. Fat -106 HU: the middle of -123 to -89 (Pop and Marusteri 2023, Diagnostics 13, 1913). Skin 2 mm of 60 HU, and where
 * the muscles lie about the shaft: as textbooks draw it. Immutable.
 */
final class Thigh implements Tissue
{
	static final double FAT = -106;

	private static final double SKIN = 60, SKIN_LAYER = 2, AIR = -1000;

	/** Width to depth of the cross-section. */
	private static final double ASPECT = 1.15;

	/** Cross-section of the femur with its canal, in mm2. */
	private static final double FEMUR = 700;

	/** Where the muscles' middles lie from the middle of the thigh, in its half widths and half depths. */
	private static final double[][] MUSCLES = { { -0.62, -0.28 }, { -0.05, -0.78 }, { -0.12, -0.3 }, { 0.5, -0.55 }, { 0.68, 0.05 },
			{ 0.35, 0.62 }, { -0.2, 0.72 }, { -0.7, 0.32 } };

	private final double centerX, centerY, halfWidth, halfDepth, fatLayer, attenuation, plane;

	private final double[] muscleX = new double[ MUSCLES.length ], muscleY = new double[ MUSCLES.length ],
			muscleHu = new double[ MUSCLES.length ];

	private final SmoothNoise slow, fibers;

	/**
	 * @param head
	 *            the ball in the femur's head
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of everything that varies
	 */
	Thigh( final HeadSphere head, final Grid grid, final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		final boolean man = random.nextBoolean();
		final double muscle = 100 * ( man ? 131.2 + 21.5 * PlainThigh.bounded( random ) : 90.2 + 16.6 * PlainThigh.bounded( random ) );
		final double fat = 100 * Math.max( 10, man ? 46.8 + 20 * PlainThigh.bounded( random ) : 104 + 44.6 * PlainThigh.bounded( random ) );
		attenuation = man ? 38 + 6.2 * PlainThigh.bounded( random ) : 34.7 + 6.5 * PlainThigh.bounded( random );
		final double inside = muscle + 930 + FEMUR, radius = Math.sqrt( inside / Math.PI );
		halfWidth = radius * Math.sqrt( ASPECT );
		halfDepth = radius / Math.sqrt( ASPECT );
		fatLayer = Math.sqrt( ( inside + fat ) / Math.PI ) - radius;
		// The shaft lies some 45 mm lateral of the head and 10 mm behind it, in the lateral third of the thigh.
		centerX = head.x() - 45 + 0.25 * halfWidth + 4 * PlainThigh.bounded( random );
		centerY = head.y() + 6 + 4 * PlainThigh.bounded( random );
		// Half the mean thickness of the planes between the muscles with which they hold the published fat.
		plane = 0.28 * ( 1 + 0.3 * PlainThigh.bounded( random ) );
		for ( int i = 0; i < MUSCLES.length; ++i )
		{
			muscleX[ i ] = ( MUSCLES[ i ][ 0 ] + 0.06 * PlainThigh.bounded( random ) ) * halfWidth;
			muscleY[ i ] = ( MUSCLES[ i ][ 1 ] + 0.06 * PlainThigh.bounded( random ) ) * halfDepth;
			muscleHu[ i ] = attenuation + 4 * PlainThigh.bounded( random );
		}
		slow = new SmoothNoise( grid, 16, random.nextLong() );
		final double[] low = grid.worldFromVoxel().apply( -0.5, -0.5, -0.5 );
		final int[] n = grid.size();
		fibers = new SmoothNoise( low, grid.worldFromVoxel().apply( n[ 0 ] - 0.5, n[ 1 ] - 0.5, n[ 2 ] - 0.5 ), new double[] { 3, 3, 14 },
				random.nextLong() );
	}

	/**
	 * @return circumference of the thigh at its narrow end, in mm
	 */
	double girth()
	{
		final double a = halfWidth + fatLayer, b = halfDepth + fatLayer;
		return Math.PI * ( 3 * ( a + b ) - Math.sqrt( ( 3 * a + b ) * ( a + 3 * b ) ) );
	}

	@Override
	public double at( final double x, final double y, final double z )
	{
		final double wider = wider( z ), outside = outside( x, y, z );
		if ( outside > fatLayer + 0.5 )
			return AIR;
		final double wave = slow.at( x, y, z );
		double soft = FAT + 6 * wave;
		final double inMuscle = Steps.smooth( -1, 1, -outside - 1.5 * wave );
		if ( inMuscle > 0 )
			soft += inMuscle * ( muscle( ( x - centerX ) / wider, ( y - centerY ) / wider, z, wave ) + 9 * fibers.at( x, y, z ) - soft );
		soft += ( SKIN - soft ) * Steps.smooth( fatLayer - SKIN_LAYER - 0.5, fatLayer - SKIN_LAYER + 0.5, outside );
		return soft + ( AIR - soft ) * Steps.smooth( fatLayer - 0.5, fatLayer + 0.5, outside );
	}

	/**
	 * @param x
	 *            coordinate in mm
	 * @param y
	 *            coordinate in mm
	 * @param z
	 *            coordinate in mm
	 * @return distance to the border of the muscles, nearly, in mm; negative within
	 */
	double outside( final double x, final double y, final double z )
	{
		final double a = halfWidth * wider( z ), b = halfDepth * wider( z ), dx = x - centerX, dy = y - centerY;
		final double q = Math.sqrt( dx * dx / ( a * a ) + dy * dy / ( b * b ) );
		return q == 0 ? -b : ( 1 - 1 / q ) * Math.sqrt( dx * dx + dy * dy );
	}

	private static double wider( final double z )
	{
		return 1 + 0.2 * Steps.smooth( -60, 90, z );
	}

	/** The nearest muscle, and fat where another is as near. The muscles wind a little about the bone, as sartorius does. */
	private double muscle( final double dx, final double dy, final double z, final double wave )
	{
		final double turn = 0.003 * z, c = Math.cos( turn ), s = Math.sin( turn );
		final double px = c * dx - s * dy + 3 * wave, py = s * dx + c * dy + 3 * wave;
		double first = Double.POSITIVE_INFINITY, second = first, hu = 0;
		for ( int i = 0; i < muscleX.length; ++i )
		{
			final double mx = px - muscleX[ i ], my = py - muscleY[ i ], d = mx * mx + my * my;
			if ( d < first )
			{
				second = first;
				first = d;
				hu = muscleHu[ i ];
			}
			else if ( d < second )
				second = d;
		}
		final double toPlane = ( Math.sqrt( second ) - Math.sqrt( first ) ) / 2;
		final double half = plane * ( 0.5 + 0.9 * Math.max( 0, wave + 0.3 ) );
		return FAT + ( hu - FAT ) * Steps.smooth( half - 0.5, half + 0.5, toPlane );
	}
}
