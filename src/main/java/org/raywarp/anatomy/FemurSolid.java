/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import static org.raywarp.anatomy.FemurMeasure.*;

/**
 * The signed distance, nearly, to a femur made of smoothly joined simple solids: a ball for the head, an elliptic neck
 * with a waist, a shaft that widens toward its top, two trochanters and the crest between them. In the reference frame.
 */
final class FemurSolid implements MarchingTetrahedra.Field
{
	/** How far below the head center the solid ends, in mm: below the grid even where the femur is tilted. */
	static final double LENGTH = 190;

	private final double hx, hz, r;

	private final double nx, nz, neckLength, neckHeight, neckDepth, neckFlareHeight, neckFlareDepth, neckSag;

	private final double sx, sy, bow, width, depth, flareWidth, flareDepth, flareLength, flareX, flareY, ltDepth;

	private final double[] gtTip, gtBase, lt, crestTop;

	private final double ltRadius, crestRadius, blend;

	FemurSolid( final FemurShape s )
	{
		hx = FemurFrame.HEAD_X;
		hz = FemurFrame.HEAD_Z;
		r = s.get( HEAD_RADIUS );
		final double angle = Math.toRadians( 180 - s.get( NECK_SHAFT_ANGLE ) );
		nx = -Math.sin( angle );
		nz = -Math.cos( angle );
		neckLength = s.get( OFFSET ) / Math.sin( angle );
		neckHeight = s.get( NECK_HALF_HEIGHT );
		neckDepth = s.get( NECK_HALF_DEPTH );
		neckFlareHeight = s.get( NECK_FLARE_HEIGHT );
		neckFlareDepth = s.get( NECK_FLARE_DEPTH );
		neckSag = s.get( NECK_SAG );
		sx = hx - s.get( OFFSET );
		sy = s.get( SHAFT_SETBACK );
		bow = s.get( SHAFT_BOW );
		width = s.get( SHAFT_HALF_WIDTH );
		depth = s.get( SHAFT_HALF_DEPTH );
		flareWidth = s.get( FLARE_WIDTH );
		flareDepth = s.get( FLARE_DEPTH );
		flareLength = s.get( FLARE_LENGTH );
		flareX = s.get( FLARE_MEDIAL_SHIFT );
		flareY = s.get( FLARE_BACK_SHIFT );
		ltDepth = s.get( LESSER_TROCHANTER_DEPTH );
		final double gtTop = hz + s.get( GREATER_TROCHANTER_HEIGHT ), gtRadius = s.get( GREATER_TROCHANTER_RADIUS );
		gtTip = new double[] { sx - s.get( GREATER_TROCHANTER_LATERAL ), s.get( GREATER_TROCHANTER_BACK ), gtTop - gtRadius, gtRadius };
		gtBase = new double[] { sx - s.get( GREATER_TROCHANTER_BASE_LATERAL ), s.get( GREATER_TROCHANTER_BASE_BACK ), hz - 0.72 * ltDepth,
				s.get( GREATER_TROCHANTER_BASE_RADIUS ) };
		final double ltAngle = Math.toRadians( s.get( LESSER_TROCHANTER_ANGLE ) ), ltDistance = s.get( LESSER_TROCHANTER_DISTANCE );
		lt = new double[] { sx + ltDistance * Math.cos( ltAngle ), sy + ltDistance * Math.sin( ltAngle ), hz - ltDepth };
		ltRadius = s.get( LESSER_TROCHANTER_RADIUS );
		crestRadius = s.get( CREST_RADIUS );
		crestTop = new double[] { gtTip[ 0 ] + 4, s.get( CREST_BACK ), gtTip[ 2 ] - 6 };
		blend = s.get( BLEND );
	}

	@Override
	public double at( final double x, final double frameY, final double z )
	{
		// The plane of the neck axis is y = 0 in here.
		final double y = frameY - FemurFrame.HEAD_Y;
		final double head = Math.sqrt( square( x - hx ) + square( y ) + square( z - hz ) ) - r;
		double f = smoothMin( shaft( x, y, z ), cone( x, y, z, gtBase, gtTip ), blend );
		final double crest = segment( x, y, z, lt, crestTop ) - crestRadius;
		f = smoothMin( f, crest, 0.8 * blend );
		final double lesser = Math.sqrt( square( x - lt[ 0 ] ) + square( y - lt[ 1 ] ) + 0.45 * square( z - lt[ 2 ] ) ) - ltRadius;
		f = smoothMin( f, lesser, 0.8 * blend );
		f = smoothMin( f, neck( x, y, z ), blend );
		return smoothMin( f, head, 0.3 * blend );
	}

	private double neck( final double x, final double y, final double z )
	{
		final double t = ( x - hx ) * nx + ( z - hz ) * nz;
		final double waist = 1.15 * r;
		final double u = Math.max( 0, Math.min( 1, t / neckLength ) );
		final double toBase = Math.max( 0, t - waist ) / Math.max( 1, neckLength - waist );
		final double flare = Math.min( 1.2, toBase * toBase );
		final double height = neckHeight + neckFlareHeight * flare, deep = neckDepth + neckFlareDepth * flare;
		final double across = -( x - hx ) * nz + ( z - hz ) * nx + neckSag * u;
		final double q = Math.sqrt( square( across / height ) + square( ( y - sy * flare ) / deep ) );
		final double side = ( q - 1 ) * deep;
		return smoothMax( side, Math.max( -t, t - neckLength ), 0.5 * blend );
	}

	private double shaft( final double x, final double y, final double z )
	{
		final double s = hz - z - ltDepth;
		final double flare = Math.exp( -Math.max( s, -0.8 * ltDepth ) / flareLength );
		final double a = width + flareWidth * flare, b = depth + flareDepth * flare;
		final double shift = Math.exp( -Math.max( s, -0.8 * ltDepth ) / ( 0.4 * flareLength ) );
		final double cx = sx + flareX * shift;
		final double cy = sy + flareY * shift + bow * ( square( ( s - 50 ) / 60 ) - 0.3 );
		final double q = Math.sqrt( square( ( x - cx ) / a ) + square( ( y - cy ) / b ) );
		final double side = ( q - 1 ) * Math.min( a, b );
		final double top = z - ( hz - 0.55 * ltDepth );
		return Math.max( smoothMax( side, top, 2 * blend ), hz - LENGTH - z );
	}

	/** Distance, nearly, to a segment thickened from one radius to another. */
	private static double cone( final double x, final double y, final double z, final double[] from, final double[] to )
	{
		final double dx = to[ 0 ] - from[ 0 ], dy = to[ 1 ] - from[ 1 ], dz = to[ 2 ] - from[ 2 ];
		final double t =
				clamp( ( ( x - from[ 0 ] ) * dx + ( y - from[ 1 ] ) * dy + ( z - from[ 2 ] ) * dz ) / ( dx * dx + dy * dy + dz * dz ) );
		return Math.sqrt( square( x - from[ 0 ] - t * dx ) + square( y - from[ 1 ] - t * dy ) + square( z - from[ 2 ] - t * dz ) )
				- from[ 3 ] - t * ( to[ 3 ] - from[ 3 ] );
	}

	private static double segment( final double x, final double y, final double z, final double[] from, final double[] to )
	{
		final double dx = to[ 0 ] - from[ 0 ], dy = to[ 1 ] - from[ 1 ], dz = to[ 2 ] - from[ 2 ];
		final double t =
				clamp( ( ( x - from[ 0 ] ) * dx + ( y - from[ 1 ] ) * dy + ( z - from[ 2 ] ) * dz ) / ( dx * dx + dy * dy + dz * dz ) );
		return Math.sqrt( square( x - from[ 0 ] - t * dx ) + square( y - from[ 1 ] - t * dy ) + square( z - from[ 2 ] - t * dz ) );
	}

	private static double clamp( final double t )
	{
		return Math.max( 0, Math.min( 1, t ) );
	}

	private static double smoothMin( final double a, final double b, final double over )
	{
		final double h = Math.max( over - Math.abs( a - b ), 0 );
		return Math.min( a, b ) - h * h / ( 4 * over );
	}

	private static double smoothMax( final double a, final double b, final double over )
	{
		return -smoothMin( -a, -b, over );
	}

	private static double square( final double v )
	{
		return v * v;
	}
}
