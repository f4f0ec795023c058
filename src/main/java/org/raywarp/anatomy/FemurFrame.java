/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;

/**
 * The reference frame of a femur (Van Houtte et al. 2022, "CT-data preprocessing and augmentation"): that of a right
 * femur standing on its shaft and seen from the front, whichever femur it was and however the patient lay.
 * <ul>
 * <li>z runs along the axis of the proximal shaft, to superior;</li>
 * <li>x runs to medial, and the neck axis lies in a plane parallel to x and z: the frontal view looks along y and shows the
 * neck at its full length, the lateral view looks along x;</li>
 * <li>y runs to posterior;</li>
 * <li>the center of the head lies at (26, -6, 60) mm. In the grid of {@link org.raywarp.volume.GridSize}, 127.5 x 85 x
 * 192 mm about the origin, this leaves 36 mm above the head's center, 38 mm medial of it, 90 mm lateral, 36 mm anterior, 48
 * mm posterior, and 156 mm below: room for head, neck and trochanters of large men, tilted by ten degrees, and for the
 * proximal shaft. (The shaft's axis passes about 10 mm behind the neck's.)</li>
 * </ul>
 *
 * @param frameFromPatient
 *            the patient's world (LPS, mm) to the frame; rigid for a right femur, with a mirror for a left one
 * @param headRadius
 *            radius of the ball that fits the head, in mm
 * @param neckShaftAngle
 *            angle between the neck axis, from the head's center through the middle of the neck, and the shaft axis, in
 *            degrees; about 125
 * @param shaftIsMeasured
 *            whether enough shaft was there to measure its axis; otherwise the axis is that of the mean femur fitted to the
 *            bone, 2 to 9 degrees off, 4.5 on average, in bones of which the shaft was cut away 67 mm below the head; more in {@link CtPreparation}
 * @param below
 *            how far the bone reaches below the head's center, in mm
 * @param misfit
 *            mean distance of the bone's surface to the mean femur's, in mm; 1.5 to 1.9 in femora of four people
 * @param mirrorMisfit
 *            the same of the mirrored bone: greater, if the side is right
 */
public record FemurFrame( Affine3D frameFromPatient, double headRadius, double neckShaftAngle, boolean shaftIsMeasured, double below,
		double misfit, double mirrorMisfit )
{

	/** Where the head's center lies in the frame, in mm. */
	static final double HEAD_X = 26, HEAD_Y = -6, HEAD_Z = 60;

	/** Which part of the shaft gives its axis: so many head radii below the head's center. */
	static final double SHAFT_FROM = 2.9, SHAFT_TO = 4.9, LEAST_SHAFT = 0.8;

	/** How far a bone reaches below the head's center at least, in head radii. */
	private static final double LEAST_BELOW = 2;

	/** Beyond, in degrees, there is no neck to speak of: coxa vara and valga lie between. */
	private static final int LEAST_ANGLE = 90, GREATEST_ANGLE = 160;

	/** Femora of four people lie 1.5 to 1.9 mm from the mean femur, deformed samples of the population at most 3.6. */
	private static final double GREATEST_MISFIT = 4.2;

	/**
	 * Finds the frame.
	 *
	 * @param surface
	 *            a whole femur or its proximal part in the patient's world (LPS, mm); however it is turned
	 * @param side
	 *            which femur it is
	 * @return its frame
	 * @throws IllegalArgumentException
	 *             if the surface is not closed, has not the size of a femur in mm, has no head, or looks like no femur
	 *             or like one of the other side
	 */
	public static FemurFrame of( final TriangleMesh surface, final Side side )
	{
		final TriangleMesh closed = ClosedSurface.of( surface );
		return ofClosed( closed, side );
	}

	static FemurFrame ofClosed( final TriangleMesh closed, final Side side )
	{
		return of( closed, closed, side, LEAST_BELOW );
	}

	/**
	 * As {@link #of(TriangleMesh, Side)}, for a bone of which is known where it was cut.
	 *
	 * @param closed
	 *            the closed surface
	 * @param walls
	 *            the surface without the faces of cuts, which are no surface of a femur
	 * @param side
	 *            which femur it is
	 * @param leastBelow
	 *            how far the bone reaches below the head's center at least, in head radii
	 */
	static FemurFrame of( final TriangleMesh closed, final TriangleMesh walls, final Side side, final double leastBelow )
	{
		requireMillimeters( closed );
		final Affine3D rightFromPatient = side == Side.RIGHT ? Affine3D.IDENTITY : Affine3D.of( -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0 );
		final TriangleMesh mesh = closed.transformed( rightFromPatient );
		final HeadSphere head = HeadSphere.of( mesh );
		final Recognized recognized = recognize( walls.transformed( rightFromPatient ), head, side );
		final FemurTemplate.Fit fit = recognized.fit();
		final double[] center = { head.x(), head.y(), head.z() };
		final double below = requireTrochanters( mesh, head, fit, leastBelow );
		final MeshSections sections = new MeshSections( mesh );
		double[] up = fit.axis( 2 );
		final double[] measured = FemurAxes.shaft( sections, center, up, SHAFT_FROM * head.radius(),
				SHAFT_TO * head.radius(), LEAST_SHAFT * head.radius() );
		if ( measured != null )
			up = measured;
		final double[] neck = FemurAxes.neck( sections, center, head.radius(), up, fit.axis( 0 ) );
		final double angle = Math.toDegrees( Math.acos( Vectors.dot( neck, up ) ) );
		if ( !( angle > LEAST_ANGLE && angle < GREATEST_ANGLE ) )
			throw new IllegalArgumentException( "The surface does not look like a femur: its neck and shaft meet at " + ( float ) angle
					+ " degrees, not at " + LEAST_ANGLE + " to " + GREATEST_ANGLE + "." );
		return new FemurFrame( frame( center, up, neck ).after( rightFromPatient ), head.radius(), angle, measured != null, below,
				fit.misfit(), recognized.mirrorMisfit() );
	}

	private static void requireMillimeters( final TriangleMesh mesh )
	{
		final double[] b = mesh.bounds();
		final double longest = Math.max( b[ 3 ] - b[ 0 ], Math.max( b[ 4 ] - b[ 1 ], b[ 5 ] - b[ 2 ] ) );
		if ( longest >= 60 && longest <= 600 )
			return;
		final String advice = longest >= 0.06 && longest <= 0.6 ? "it seems to be in meters, multiply its coordinates by 1000"
				: longest >= 6 && longest < 60 ? "it seems to be in centimeters, multiply its coordinates by 10" : "is it in mm?";
		throw new IllegalArgumentException( "The surface is " + ( float ) longest + " long, a femur in mm is 60 to 600: " + advice + "." );
	}

	private static Recognized recognize( final TriangleMesh mesh, final HeadSphere head, final Side side )
	{
		final FemurTemplate template = FemurTemplate.mean();
		final double[] points = template.points( mesh, head, 2000 );
		final double[] mirrored = points.clone();
		for ( int i = 0; i < mirrored.length; i += 3 )
			mirrored[ i ] *= -1;
		final FemurTemplate.Fit fit = template.fit( points ), other = template.fit( mirrored );
		if ( Math.min( fit.misfit(), other.misfit() ) > GREATEST_MISFIT )
			throw new IllegalArgumentException( "The surface does not look like a femur: beyond the head it lies " + ( float ) fit.misfit()
					+ " mm from the mean femur on average, more than " + GREATEST_MISFIT + "." );
		if ( other.misfit() < 0.95 * fit.misfit() )
			throw new IllegalArgumentException(
					"The surface looks like a " + ( side == Side.LEFT ? "right" : "left" ) + " femur, not like a "
							+ ( side == Side.LEFT ? "left" : "right" ) + " one: change the side, or undo a flip of the surface." );
		return new Recognized( fit, other.misfit() );
	}

	private record Recognized( FemurTemplate.Fit fit, double mirrorMisfit )
	{}

	/** Without the lesser trochanter little tells how the bone is inclined. */
	private static double requireTrochanters( final TriangleMesh mesh, final HeadSphere head, final FemurTemplate.Fit fit,
			final double leastBelow )
	{
		final double[] v = mesh.vertices(), up = fit.axis( 2 );
		double below = 0;
		for ( int i = 0; i < v.length; i += 3 )
			below = Math.max( below,
					( head.x() - v[ i ] ) * up[ 0 ] + ( head.y() - v[ i + 1 ] ) * up[ 1 ] + ( head.z() - v[ i + 2 ] ) * up[ 2 ] );
		if ( below < leastBelow * head.radius() )
			throw new IllegalArgumentException( "The femur ends " + ( float ) below + " mm below the center of its head: at least "
					+ ( float ) ( leastBelow * head.radius() )
					+ " mm" + ( leastBelow < LEAST_BELOW ? "" : ", with the lesser trochanter," )
					+ " are needed to tell the axis of its shaft." );
		return below;
	}

	/** The rigid map that takes the head's center to its place, the shaft to z, and the neck into the x-z plane. */
	static Affine3D frame( final double[] center, final double[] up, final double[] neck )
	{
		final double along = Vectors.dot( neck, up );
		final double[] x = Vectors.unit( -neck[ 0 ] + along * up[ 0 ], -neck[ 1 ] + along * up[ 1 ], -neck[ 2 ] + along * up[ 2 ] );
		final double[] y = Vectors.cross( up, x );
		return Affine3D.of( x[ 0 ], x[ 1 ], x[ 2 ], HEAD_X - Vectors.dot( x, center ), y[ 0 ], y[ 1 ], y[ 2 ],
				HEAD_Y - Vectors.dot( y, center ), up[ 0 ],
				up[ 1 ], up[ 2 ], HEAD_Z - Vectors.dot( up, center ) );
	}
}
