/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.geometry.Vectors;

/**
 * The axes of a femur's shaft and neck, from the centroids of plane sections.
 */
final class FemurAxes
{
	private FemurAxes()
	{}

	/**
	 * The line through the centroids of sections across the shaft, by least squares; the sections are cut anew across
	 * the line until it stays.
	 *
	 * @param sections
	 *            of the bone
	 * @param head
	 *            center of the head
	 * @param start
	 *            unit vector along the shaft to superior, roughly
	 * @param from
	 *            how far below the head's center the sections begin, in mm
	 * @param to
	 *            where they end, in mm
	 * @param least
	 *            how long the stretch between them is at least, in mm
	 * @return unit vector along the shaft to superior, or null where the stretch is too short
	 */
	static double[] shaft( final MeshSections sections, final double[] head, final double[] start, final double from, final double to,
			final double least )
	{
		double[] up = start;
		for ( int round = 0; round < 15; ++round )
		{
			final double[] next = shaftAcross( sections, head, up, from, to, least );
			if ( next == null )
				return null;
			final double turn = Math.acos( Math.min( 1, Vectors.dot( up, next ) ) );
			up = next;
			if ( turn < 1e-6 )
				break;
		}
		return up;
	}

	private static double[] shaftAcross( final MeshSections sections, final double[] head, final double[] up, final double from,
			final double to,
			final double least )
	{
		final double step = 3;
		final List< MeshSections.Loop > shaft = new ArrayList<>();
		for ( double below = from; below < to; below += step )
		{
			final double[] at = { head[ 0 ] - below * up[ 0 ], head[ 1 ] - below * up[ 1 ], head[ 2 ] - below * up[ 2 ] };
			MeshSections.Loop largest = null;
			for ( final MeshSections.Loop loop : sections.cut( at, up ) )
				if ( largest == null || loop.area() > largest.area() )
					largest = loop;
			if ( largest == null )
				break;
			// A section that loses much of the last one's area cuts the end of the bone, or passes the end of the lesser
			// trochanter in a bone with a small head: then the shaft begins below.
			if ( !shaft.isEmpty() && largest.area() < 0.9 * shaft.get( shaft.size() - 1 ).area() )
			{
				if ( ( shaft.size() - 1 ) * step >= least )
					break;
				shaft.clear();
			}
			shaft.add( largest );
		}
		return ( shaft.size() - 1 ) * step < least ? null : slope( shaft );
	}

	/** Direction from the last point to the first, the least-squares slope over the index. */
	private static double[] slope( final List< MeshSections.Loop > loops )
	{
		final double[] sum = new double[ 3 ];
		for ( int i = 0; i < loops.size(); ++i )
			for ( int d = 0; d < 3; ++d )
				sum[ d ] += ( ( loops.size() - 1 ) / 2.0 - i ) * loops.get( i ).centroid()[ d ];
		return Vectors.unit( sum[ 0 ], sum[ 1 ], sum[ 2 ] );
	}

	/**
	 * The direction from the head's center through the middle of the narrow part of the neck: the mean of the centroids of
	 * sections across the neck, the narrower the heavier.
	 *
	 * @param sections
	 *            of the bone
	 * @param head
	 *            center of the head
	 * @param radius
	 *            of the head in mm
	 * @param up
	 *            unit vector along the shaft to superior
	 * @param medial
	 *            unit vector to medial, roughly
	 * @return unit vector along the neck, to lateral and inferior
	 */
	static double[] neck( final MeshSections sections, final double[] head, final double radius, final double[] up, final double[] medial )
	{
		double[] n = Vectors.unit( -medial[ 0 ] - 0.7 * up[ 0 ], -medial[ 1 ] - 0.7 * up[ 1 ], -medial[ 2 ] - 0.7 * up[ 2 ] );
		for ( int round = 0; round < 12; ++round )
		{
			final MeshSections.Loop[] necks = new MeshSections.Loop[ 8 ];
			double least = Double.POSITIVE_INFINITY;
			for ( int i = 0; i < necks.length; ++i )
			{
				final double t = radius * ( 0.9 + 0.08 * i );
				final double[] at = { head[ 0 ] + t * n[ 0 ], head[ 1 ] + t * n[ 1 ], head[ 2 ] + t * n[ 2 ] };
				necks[ i ] = nearest( sections, at, n, radius );
				if ( necks[ i ] != null )
					least = Math.min( least, necks[ i ].area() );
			}
			final double[] sum = new double[ 3 ];
			for ( final MeshSections.Loop loop : necks )
				if ( loop != null )
				{
					final double weight = Math.max( 0, 1.4 - loop.area() / least );
					for ( int d = 0; d < 3; ++d )
						sum[ d ] += weight * weight * ( loop.centroid()[ d ] - head[ d ] );
				}
			if ( Vectors.dot( sum, sum ) == 0 )
				throw new IllegalArgumentException( "No femoral neck was found beside the head." );
			final double[] next = Vectors.unit( sum[ 0 ], sum[ 1 ], sum[ 2 ] );
			final double turn = Math.acos( Math.min( 1, Vectors.dot( n, next ) ) );
			n = next;
			if ( turn < 1e-5 )
				break;
		}
		return n;
	}

	private static MeshSections.Loop nearest( final MeshSections sections, final double[] at, final double[] normal, final double within )
	{
		MeshSections.Loop nearest = null;
		double least = within;
		for ( final MeshSections.Loop loop : sections.cut( at, normal ) )
		{
			final double[] c = loop.centroid();
			final double distance = Math.sqrt( square( c[ 0 ] - at[ 0 ] ) + square( c[ 1 ] - at[ 1 ] ) + square( c[ 2 ] - at[ 2 ] ) );
			if ( distance < least && loop.area() > 0.3 * within * within )
			{
				least = distance;
				nearest = loop;
			}
		}
		return nearest;
	}

	private static double square( final double v )
	{
		return v * v;
	}
}
