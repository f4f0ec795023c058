/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Arrays;

import org.raywarp.deformation.Similarity;
import org.raywarp.registration.RefinementSettings;
import org.raywarp.registration.ViewUncertainty;

/**
 * What a user chose about the refinement of a registration.
 *
 * @param refine
 *            whether to refine
 * @param freedom
 *            what may change
 * @param geometry
 *            how far the views may be off; {@link ViewUncertainty#NONE} for not at all
 * @param initialPose
 *            seven numbers, or blank
 */
record RefinementInputs( boolean refine, RefinementSettings.Freedom freedom, ViewUncertainty geometry, String initialPose )
{

	/** Beyond these no refinement finds back, and numbers lose their meaning. */
	private static final double MAX_SCALE = 5, MAX_TRANSLATION = 10_000;

	/**
	 * @param refine
	 *            whether to refine
	 * @param freedom
	 *            what may change
	 * @param refineGeometry
	 *            whether the views may be off
	 * @param initialPose
	 *            seven numbers, or blank
	 * @param uncertainties
	 *            how far the views may be off: angle, tilt, principal point and magnification
	 * @return what was chosen
	 */
	static RefinementInputs of( final boolean refine, final RefinementSettings.Freedom freedom, final boolean refineGeometry,
			final String initialPose, final double... uncertainties )
	{
		final ViewUncertainty free = new ViewUncertainty( uncertainties[ 0 ], uncertainties[ 1 ], uncertainties[ 2 ], uncertainties[ 3 ] );
		return new RefinementInputs( refine, freedom, refineGeometry ? free : ViewUncertainty.NONE, initialPose );
	}

	/**
	 * @param model
	 *            whether a model made the start
	 * @return the settings
	 */
	RefinementSettings settings( final boolean model )
	{
		return refine
				? ( model ? RefinementSettings.STANDARD : RefinementSettings.FROM_POSE ).withFreedom( freedom ).withGeometry( geometry )
				: RefinementSettings.NONE;
	}

	/**
	 * @return whether a pose is given
	 */
	boolean hasPose()
	{
		return initialPose != null && !initialPose.isBlank();
	}

	/**
	 * @return the pose given, or the identity
	 * @throws IllegalArgumentException
	 *             if it is not six or seven numbers of a similarity, or none between two bodies
	 */
	Similarity pose()
	{
		if ( !hasPose() )
			return Similarity.IDENTITY;
		try
		{
			final double[] p = Arrays.stream( initialPose.strip().split( "[\\s,;]+" ) ).mapToDouble( Double::parseDouble ).toArray();
			if ( p.length == 6 || p.length == 7 )
				return plausible( new Similarity( p[ 0 ], p[ 1 ], p[ 2 ], p[ 3 ], p[ 4 ], p[ 5 ], p.length == 7 ? p[ 6 ] : 1 ) );
		}
		catch ( final NumberFormatException e )
		{
			throw refused( e );
		}
		throw refused( null );
	}

	private Similarity plausible( final Similarity pose )
	{
		final double farthest =
				Math.max( Math.abs( pose.translationX() ), Math.max( Math.abs( pose.translationY() ), Math.abs( pose.translationZ() ) ) );
		if ( pose.scale() < 1 / MAX_SCALE || pose.scale() > MAX_SCALE || farthest > MAX_TRANSLATION )
			throw new IllegalArgumentException(
					"The initial_pose \"" + initialPose + "\" is none of a body; expected translations of at most "
							+ MAX_TRANSLATION + " mm and a scale from " + 1 / MAX_SCALE + " to " + MAX_SCALE + "." );
		return pose;
	}

	private IllegalArgumentException refused( final Exception cause )
	{
		return new IllegalArgumentException( "The initial_pose \"" + initialPose
				+ "\" is not a pose; expected three rotations in degrees, three translations in mm and, if wanted, a scale.", cause );
	}
}
