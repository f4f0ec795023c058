/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.Locale;

import org.raywarp.geometry.View;
import org.raywarp.volume.Grid;

/**
 * Checks of the views: unit of their lengths, where the bone falls, and how different they are.
 */
final class GeometryChecks
{
	/** A source as near as this many mm is given in another unit: no tube comes so near to a hip. */
	private static final double NEAREST = 50;

	/** And none so far: lengths of micrometers, or of pixels. */
	private static final double FARTHEST = 20_000;

	/** Views that differ by fewer degrees hardly tell the depth: the expected error doubles ({@link ViewPlanning}). */
	private static final double PARALLEL = 20;

	/** A view that shows less of the bone's silhouette is worth a word. */
	private static final double LEAST_SEEN = 0.7;

	private GeometryChecks()
	{}

	/** @return whether all sources are at a possible distance, so that the rest can be checked */
	static boolean distances( final Grid box, final List< Radiograph > radiographs, final List< Finding > findings )
	{
		final int before = findings.size();
		for ( final Radiograph radiograph : radiographs )
		{
			final View view = radiograph.view();
			final double[] source = view.projection().source(), center = box.center();
			final double distance = Math.hypot( Math.hypot( source[ 0 ] - center[ 0 ], source[ 1 ] - center[ 1 ] ),
					source[ 2 ] - center[ 2 ] );
			if ( distance < NEAREST || distance > FARTHEST )
				findings.add( Finding.error( String.format( Locale.ROOT,
						"The source of view \"%s\" is %.4g mm away from the middle of the atlas; lengths in a geometry are in mm, so%s"
								+ " check the unit of the geometry and the world of the atlas.",
						view.name(), distance, distance < NEAREST ? " multiply meters by 1000, or" : "" ) ) );
			else if ( !( view.projection().project( center )[ 2 ] > 0 ) )
				findings.add( Finding.error( "The atlas lies behind the source of view \"" + view.name()
						+ "\"; check the sign of its projection matrix and the world of the atlas." ) );
		}
		return findings.size() == before;
	}

	static void add( final Grid box, final List< Radiograph > radiographs, final List< ExpectedView > expected,
			final List< Finding > findings )
	{
		for ( int v = 0; v < expected.size(); ++v )
		{
			final double seen = seen( radiographs.get( v ).view(), expected.get( v ) );
			final String view = radiographs.get( v ).view().name();
			if ( seen == 0 )
				findings.add( Finding.error( "No ray of view \"" + view
						+ "\" through its detector meets the bone where the atlas has it; check the isocenter, the principal point and the world of the geometry." ) );
			else if ( seen < LEAST_SEEN )
				findings.add( Finding.warning( String.format( Locale.ROOT,
						"Only %.0f percent of the bone, where the atlas has it, falls onto the detector of view \"%s\"; check the isocenter and the principal point, or move the atlas onto the bone.",
						100 * seen, view ) ) );
		}
		if ( radiographs.size() < 2 )
			return;
		double greatest = 0;
		for ( final Radiograph a : radiographs )
			for ( final Radiograph b : radiographs )
				greatest = Math.max( greatest, between( a.view(), b.view(), box.center() ) );
		if ( greatest < PARALLEL )
			findings.add( Finding.warning( String.format( Locale.ROOT,
					"The views are almost parallel: their beams differ by %.1f degrees, so that the depth of the bone stays unsure; take a view from 45 degrees or more aside.",
					greatest ) ) );
	}

	private static double seen( final View view, final ExpectedView expected )
	{
		double all = 0, seen = 0;
		for ( int i = 0; i < expected.silhouette().length; ++i )
		{
			final double covered = expected.counted()[ i ] * expected.silhouette()[ i ];
			all += covered;
			seen += ViewInformation.isOnDetector( view, expected.raster(), i ) ? covered : 0;
		}
		return all > 0 ? seen / all : 0;
	}

	/** Degrees between the lines of two beams: opposite views are parallel too. */
	private static double between( final View a, final View b, final double[] center )
	{
		final double[] p = ViewPlanning.angulation( a, center ).beamDirection(), q = ViewPlanning.angulation( b, center ).beamDirection();
		return Math.toDegrees( Math.acos( Math.min( 1, Math.abs( p[ 0 ] * q[ 0 ] + p[ 1 ] * q[ 1 ] + p[ 2 ] * q[ 2 ] ) ) ) );
	}
}
