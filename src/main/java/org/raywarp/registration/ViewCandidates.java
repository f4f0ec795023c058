/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.RealMatrix;
import org.raywarp.geometry.CArmAngulation;
import org.raywarp.geometry.View;
import org.raywarp.volume.Progress;

/**
 * Second views that a C-arm can take, and what each is worth beside a given first one.
 *
 * @param primary
 *            primary angles in degrees, LAO positive
 * @param secondary
 *            secondary angles in degrees, cranial positive
 */
public record ViewCandidates( double[] primary, double[] secondary )
{
	/**
	 * One candidate.
	 *
	 * @param angulation
	 *            of the second view, as seen from the center of the atlas
	 * @param view
	 *            the second view
	 * @param seen
	 *            share of the bone's silhouette that falls onto the detector, 0 to 1
	 * @param expectedError
	 *            of a registration to both views, in mm, see {@link ViewPlanning}
	 */
	public record Candidate( CArmAngulation angulation, View view, double seen, double expectedError )
	{}

	/** Bounds the time that a plan may take. */
	public static final int MAX_CANDIDATES = 2000;

	/**
	 * @throws IllegalArgumentException
	 *             if there is no candidate, or more than {@link #MAX_CANDIDATES}
	 */
	public ViewCandidates
	{
		if ( primary.length == 0 || secondary.length == 0 || ( long ) primary.length * secondary.length > MAX_CANDIDATES )
			throw new IllegalArgumentException( "A plan has 1 to " + MAX_CANDIDATES + " candidates, not " + primary.length + " x "
					+ secondary.length + "." );
	}

	/**
	 * @param least
	 *            angle in degrees
	 * @param greatest
	 *            angle in degrees
	 * @param step
	 *            in degrees
	 * @return the angles from the least on that are not beyond the greatest
	 * @throws IllegalArgumentException
	 *             if the range is empty or beyond -180 to 180, or the step is not positive or too small
	 */
	public static double[] range( final double least, final double greatest, final double step )
	{
		if ( !( least >= -180 && least <= greatest && greatest <= 180 && step > 0 && ( greatest - least ) / step < MAX_CANDIDATES ) )
			throw new IllegalArgumentException( "A range of angles goes up, between -180 and 180 degrees, not from " + least + " to "
					+ greatest + " by " + step + "." );
		final double[] angles = new double[ ( int ) Math.floor( ( greatest - least ) / step + 1e-9 ) + 1 ];
		for ( int i = 0; i < angles.length; ++i )
			angles[ i ] = least + i * step;
		return angles;
	}

	/**
	 * @param planning
	 *            for an atlas
	 * @param first
	 *            the first view
	 * @param name
	 *            of the second view
	 * @param center
	 *            about which the C-arm turns, in mm
	 * @param progress
	 *            told after every candidate
	 * @return all candidates, primary angles first
	 */
	public List< Candidate > rate( final ViewPlanning planning, final View first, final String name, final double[] center,
			final Progress progress )
	{
		final RealMatrix known = planning.information( first );
		final List< Candidate > candidates = new ArrayList<>();
		for ( final double b : secondary )
			for ( final double a : primary )
			{
				final CArmAngulation angulation = new CArmAngulation( a, b );
				final View view = ViewPlanning.turned( name, first, center, angulation );
				candidates.add( new Candidate( angulation, view, planning.seen( view ),
						planning.expectedError( known, planning.information( view ) ) ) );
				progress.report( ( double ) candidates.size() / ( primary.length * secondary.length ), "rating views" );
			}
		return candidates;
	}
}
