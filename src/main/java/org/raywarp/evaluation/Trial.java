/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.raywarp.dataset.Case;
import org.raywarp.dataset.PhantomSettings;
import org.raywarp.dataset.StandardViews;
import org.raywarp.geometry.View;
import org.raywarp.registration.CalibrationError;
import org.raywarp.registration.Radiograph;
import org.raywarp.xray.Drr;
import org.raywarp.xray.RandomSeeds;

/**
 * A case to register in an experiment, and how it is seen.
 *
 * @param subject
 *            which case, from 0
 * @param views
 *            primary angles of the radiographs to take; empty for those that the case has
 * @param error
 *            by how many degrees the primary angle of the second view is given too great: a turn of the patient about the z
 *            axis through the world's origin between the views, {@link CalibrationError#PRIMARY_ANGLE}
 */
public record Trial( int subject, Optional< Angles > views, double error )
{

	/** Noise of radiographs that are taken anew. */
	private static final long NOISE = 6;

	/**
	 * Primary angles in degrees.
	 *
	 * @param frontal
	 *            of the first view
	 * @param lateral
	 *            of the second view
	 */
	public record Angles( double frontal, double lateral )
	{}

	/**
	 * @param subject
	 *            which case, from 0
	 * @param error
	 *            of the second view's angle, in degrees
	 * @return the case with its own radiographs
	 */
	public static Trial asTaken( final int subject, final double error )
	{
		return new Trial( subject, Optional.empty(), error );
	}

	/**
	 * @param made
	 *            the case
	 * @param settings
	 *            with which it was made; empty if no radiographs are to be taken anew
	 * @return the radiographs with the calibration that a system is given
	 */
	List< Radiograph > radiographs( final Case made, final Optional< PhantomSettings > settings )
	{
		final List< Drr > drrs = views.isEmpty() ? made.drrs() : taken( made, settings.orElseThrow(), views.get() );
		final List< Radiograph > radiographs = new ArrayList<>();
		for ( final Drr drr : drrs )
			radiographs.add( new Radiograph( drr.image(), drr.mask(), radiographs.size() == 1 ? turned( drr.view() ) : drr.view() ) );
		return radiographs;
	}

	private List< Drr > taken( final Case made, final PhantomSettings settings, final Angles angles )
	{
		return made.radiographs( StandardViews.at( settings.size(), angles.frontal(), angles.lateral() ), settings.radiation(),
				RandomSeeds.derive( settings.seed(), subject, NOISE, Double.doubleToLongBits( angles.frontal() ),
						Double.doubleToLongBits( angles.lateral() ) ) );
	}

	private View turned( final View view )
	{
		return error == 0 ? view : CalibrationError.PRIMARY_ANGLE.apply( view, new double[ 3 ], error );
	}
}
