/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.Locale;

import org.raywarp.anatomy.ClosedSurface;
import org.raywarp.anatomy.FemurMorphometry;
import org.raywarp.geometry.TriangleMesh;

/**
 * Whether a surface could be a femur: closed, without self-intersections anywhere (at the neck and between the trochanters
 * they come first), with measures inside published ranges:
 * <table>
 * <caption>ranges</caption>
 * <tr>
 * <th>measure</th>
 * <th>range</th>
 * <th>source</th>
 * </tr>
 * <tr>
 * <td>neck-shaft angle</td>
 * <td>100.1 to 146.2 degrees (median 122.2)</td>
 * <td>all of 1070 femora, Hartel et al. 2016, PLoS ONE 11, e0149480</td>
 * </tr>
 * <tr>
 * <td>anteversion, where the bone has condyles</td>
 * <td>-23.6 to 48.7 degrees (median 14.2)</td>
 * <td>the same</td>
 * </tr>
 * <tr>
 * <td>radius of the head</td>
 * <td>17.1 to 29.0 mm</td>
 * <td>diameter 46.1 mm, deviation 4.8, Noble et al. 1988, Clin Orthop Relat Res 235, 148-165; 2.5 deviations</td>
 * </tr>
 * <tr>
 * <td>offset</td>
 * <td>26 to 60 mm</td>
 * <td>43.0 mm, deviation 6.8, the same; 2.5 deviations</td>
 * </tr>
 * <tr>
 * <td>length of the neck, from the head's center to the axis of the shaft</td>
 * <td>28 to 78 mm</td>
 * <td>what these offsets and angles allow beside each other</td>
 * </tr>
 * </table>
 *
 * @param surface
 *            in the reference frame, where it passed
 * @param measures
 *            of the bone, or null where it could not be measured
 * @param reason
 *            why it did not pass, a clause; empty where it did
 */
public record ShapeCheck( TriangleMesh surface, FemurMorphometry measures, String reason )
{

	/** The shaft reaches below the grid of the reference frame, however the bone is turned by pose augmentation. */
	private static final double GREATEST_END = -106;

	/**
	 * @param surface
	 *            near the reference frame, in mm, neighboring triangles with common vertices
	 * @return what was found
	 */
	public static ShapeCheck of( final TriangleMesh surface )
	{
		try
		{
			ClosedSurface.of( surface );
			if ( ClosedSurface.volume( surface ) <= 0 )
				return new ShapeCheck( surface, null, "it is turned inside out" );
			final double[] crossing = SelfIntersection.find( surface );
			if ( crossing != null )
				return new ShapeCheck( surface, null, String.format( Locale.ROOT, "it passes through itself near (%.1f, %.1f, %.1f)",
						crossing[ 0 ], crossing[ 1 ], crossing[ 2 ] ) );
			final TriangleMesh framed = surface.transformed( FemurMorphometry.of( surface ).frameFromSurface() );
			// Measured where it will lie: a head that is hardly a ball is found in one direction and not in another.
			final FemurMorphometry m = FemurMorphometry.of( framed );
			final String reason = outside( "neck-shaft angle", m.neckShaftAngle(), 100.1, 146.2 )
					+ outside( "anteversion", m.anteversion(), -23.6, 48.7 ) + outside( "head radius", m.headRadius(), 17.1, 29 )
					+ outside( "offset", m.offset(), 26, 60 ) + outside( "neck length", m.neckLength(), 28, 78 )
					+ outside( "lower end", framed.bounds()[ 2 ], -1000, GREATEST_END );
			return new ShapeCheck( framed, m, reason.isEmpty() ? "" : reason.substring( 0, reason.length() - 2 ) );
		}
		catch ( final IllegalArgumentException e )
		{
			return new ShapeCheck( surface, null, e.getMessage() );
		}
	}

	/** What could not be measured is not judged. */
	private static String outside( final String measure, final double value, final double least, final double greatest )
	{
		return value < least || value > greatest
				? String.format( Locale.ROOT, "its %s is %.1f, not %.1f to %.1f; ", measure, value, least, greatest ) : "";
	}

	/**
	 * @return whether it could be a femur
	 */
	public boolean passed()
	{
		return reason.isEmpty();
	}
}
