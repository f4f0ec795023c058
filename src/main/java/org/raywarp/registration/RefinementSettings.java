/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

/**
 * How a registration is refined through the projector.
 *
 * @param freedom
 *            what may change
 * @param search
 *            whether other orientations than that of the start are tried first, up to {@link PoseSearch#REACH} degrees away
 * @param geometry
 *            how far the views may be off; {@link ViewUncertainty#NONE} for a calibration that is taken as it is
 * @param weights
 *            of the loss
 */
public record RefinementSettings( Freedom freedom, boolean search, ViewUncertainty geometry, RefinementWeights weights )
{
	/** What may change. */
	public enum Freedom
	{
		/** Nothing: the registration stays as it is. */
		NONE,
		/** Three rotations and three translations. */
		RIGID,
		/** These and one scale. */
		SIMILARITY,
		/** A similarity and a local deformation. */
		DEFORMATION
	}

	/** Similarity and deformation from the start that is given, with the views as they are calibrated. */
	public static final RefinementSettings STANDARD =
			new RefinementSettings( Freedom.DEFORMATION, false, ViewUncertainty.NONE, RefinementWeights.STANDARD );

	/** The same without a model: other orientations are tried first, and the velocity is freer. */
	public static final RefinementSettings FROM_POSE =
			new RefinementSettings( Freedom.DEFORMATION, true, ViewUncertainty.NONE, RefinementWeights.FROM_POSE );

	/** No refinement. */
	public static final RefinementSettings NONE = STANDARD.withFreedom( Freedom.NONE );

	/**
	 * @param refine
	 *            whether to refine
	 * @return {@link #STANDARD} or {@link #NONE}
	 */
	public static RefinementSettings standard( final boolean refine )
	{
		return refine ? STANDARD : NONE;
	}

	/**
	 * @param newFreedom
	 *            what may change
	 * @return these settings with that freedom
	 */
	public RefinementSettings withFreedom( final Freedom newFreedom )
	{
		return new RefinementSettings( newFreedom, search, geometry, weights );
	}

	/**
	 * @param newSearch
	 *            whether to try other orientations first
	 * @return these settings with or without a search
	 */
	public RefinementSettings withSearch( final boolean newSearch )
	{
		return new RefinementSettings( freedom, newSearch, geometry, weights );
	}

	/**
	 * @param uncertainty
	 *            how far the views may be off
	 * @return these settings with that uncertainty
	 */
	public RefinementSettings withGeometry( final ViewUncertainty uncertainty )
	{
		return new RefinementSettings( freedom, search, uncertainty, weights );
	}
}
