/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

/**
 * What anatomists measure on a femur.
 *
 * @param frameFromSurface
 *            the rigid map into the reference frame, see {@link FemurFrame}
 * @param headRadius
 *            radius of the ball that fits the head, in mm
 * @param neckShaftAngle
 *            angle between the axes of neck and shaft, in degrees
 * @param offset
 *            distance in the frontal plane from the head's center to the axis of the shaft, in mm
 * @param neckLength
 *            distance along the neck's axis, in the frontal plane, from the head's center to the axis of the shaft, in mm:
 *            {@code offset / sin( neckShaftAngle )}
 * @param anteversion
 *            angle of the neck's axis to the posterior tangent of the condyles, seen along the shaft, in degrees, positive
 *            where the head lies anterior; NaN for a bone without condyles
 */
public record FemurMorphometry( Affine3D frameFromSurface, double headRadius, double neckShaftAngle, double offset, double neckLength,
		double anteversion )
{

	/** Femora are no shorter below the head's center, in mm. */
	private static final double LEAST_LENGTH = 300;

	/** The condyles' posterior surfaces lie within so many mm of the distal end. */
	private static final double CONDYLES = 45;

	/**
	 * @param surface
	 *            closed surface of a right femur or its proximal part, turned by no more than some 20 degrees from the
	 *            reference frame, in mm; with enough shaft, about 100 mm below the head's center
	 * @return its measures
	 * @throws IllegalArgumentException
	 *             if it has no head, no neck or not enough shaft
	 */
	public static FemurMorphometry of( final TriangleMesh surface )
	{
		final HeadSphere head = HeadSphere.of( surface );
		final double[] center = { head.x(), head.y(), head.z() };
		final double r = head.radius();
		final MeshSections sections = new MeshSections( surface );
		final double[] up = FemurAxes.shaft( sections, center, new double[] { 0, 0, 1 }, FemurFrame.SHAFT_FROM * r,
				FemurFrame.SHAFT_TO * r, FemurFrame.LEAST_SHAFT * r );
		if ( up == null )
			throw new IllegalArgumentException( "The femur has not enough shaft to measure: about 100 mm below the head's center." );
		final double[] neck = FemurAxes.neck( sections, center, r, up, new double[] { 1, 0, 0 } );
		final Affine3D frame = FemurFrame.frame( center, up, neck );
		final double angle = Math.acos( Vectors.dot( neck, up ) );
		final double below = ( FemurFrame.SHAFT_FROM + FemurFrame.LEAST_SHAFT ) * r;
		final double[] at = { center[ 0 ] - below * up[ 0 ], center[ 1 ] - below * up[ 1 ], center[ 2 ] - below * up[ 2 ] };
		final double[] shaft = frame.apply( sections.cut( at, up ).stream().max( Comparator.comparingDouble( MeshSections.Loop::area ) )
				.orElseThrow( () -> new IllegalArgumentException( "The femur has no shaft." ) ).centroid() );
		final double offset = FemurFrame.HEAD_X - shaft[ 0 ];
		return new FemurMorphometry( frame, r, Math.toDegrees( angle ), offset, offset / Math.sin( angle ),
				anteversion( surface.transformed( frame ) ) );
	}

	/** In the frame the neck's axis lies in the x-z plane: the angle is that of the tangent to x. */
	private static double anteversion( final TriangleMesh framed )
	{
		final double end = framed.bounds()[ 2 ];
		if ( FemurFrame.HEAD_Z - end < LEAST_LENGTH )
			return Double.NaN;
		final List< double[] > condyles = new ArrayList<>();
		final double[] v = framed.vertices();
		for ( int i = 0; i < v.length; i += 3 )
			if ( v[ i + 2 ] < end + CONDYLES )
				condyles.add( new double[] { v[ i ], v[ i + 1 ] } );
		condyles.sort( Comparator.comparingDouble( p -> p[ 0 ] ) );
		final double middle = ( condyles.get( 0 )[ 0 ] + condyles.get( condyles.size() - 1 )[ 0 ] ) / 2;
		// The posterior part of the convex hull, from lateral to medial (Andrew's monotone chain).
		final List< double[] > hull = new ArrayList<>();
		for ( final double[] p : condyles )
		{
			while ( hull.size() > 1 && !turnsBack( hull.get( hull.size() - 2 ), hull.get( hull.size() - 1 ), p ) )
				hull.remove( hull.size() - 1 );
			hull.add( p );
		}
		int edge = 1;
		while ( edge < hull.size() - 1 && hull.get( edge )[ 0 ] < middle )
			++edge;
		final double[] from = hull.get( edge - 1 ), to = hull.get( edge );
		return Math.toDegrees( Math.atan2( to[ 1 ] - from[ 1 ], to[ 0 ] - from[ 0 ] ) );
	}

	/** Whether the way from a over b to c turns toward anterior at b. */
	private static boolean turnsBack( final double[] a, final double[] b, final double[] c )
	{
		return ( b[ 0 ] - a[ 0 ] ) * ( c[ 1 ] - a[ 1 ] ) - ( b[ 1 ] - a[ 1 ] ) * ( c[ 0 ] - a[ 0 ] ) < 0;
	}
}
