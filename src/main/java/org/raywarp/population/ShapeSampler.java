/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.population;

import java.util.SplittableRandom;

import org.raywarp.geometry.TriangleMesh;
import org.raywarp.xray.RandomSeeds;

/**
 * Draws bones of a population and keeps those that could be bones. Safe for concurrent use; a bone depends on its seed
 * alone.
 */
public final class ShapeSampler
{
	/** Weights are drawn from the normal distribution cut off here, in standard deviations. */
	private static final double CUT_OFF = 3;

	/** A model of which not one instance in so many is a bone is no model of bones. */
	private static final int MAX_ATTEMPTS = 100;

	private final ShapeModel model;

	/**
	 * @param model
	 *            the population
	 */
	public ShapeSampler( final ShapeModel model )
	{
		this.model = model;
	}

	/**
	 * A bone with how it came about.
	 *
	 * @param surface
	 *            closed, free of self-intersections, in mm, in the femur's reference frame
	 * @param weights
	 *            of the model's modes, in standard deviations
	 * @param rejected
	 *            number of instances that were drawn before and were no bones
	 */
	public record Sample( TriangleMesh surface, double[] weights, int rejected )
	{}

	/**
	 * @param seed
	 *            which bone
	 * @return its surface, closed, free of self-intersections, in mm, in the femur's reference frame
	 * @throws IllegalArgumentException
	 *             if 100 instances of the model in a row are no bones; the message says why the last one is not
	 */
	public TriangleMesh sample( final long seed )
	{
		return draw( seed ).surface();
	}

	/**
	 * Draws instances by seeds derived from the given one and the number of the attempt until one passes
	 * {@link ShapeCheck}.
	 *
	 * @param seed
	 *            which bone
	 * @return the bone
	 * @throws IllegalArgumentException
	 *             if 100 instances of the model in a row are no bones; the message says why the last one is not
	 */
	public Sample draw( final long seed )
	{
		String reason = "";
		for ( int attempt = 0; attempt < MAX_ATTEMPTS; ++attempt )
		{
			final SplittableRandom random = new SplittableRandom( RandomSeeds.derive( seed, attempt ) );
			final double[] weights = new double[ model.modeCount() ];
			for ( int j = 0; j < weights.length; ++j )
				weights[ j ] = Math.max( -CUT_OFF, Math.min( CUT_OFF, random.nextGaussian() ) );
			final ShapeCheck check = ShapeCheck.of( model.instance( weights ) );
			if ( check.passed() )
				return new Sample( check.surface(), weights, attempt );
			reason = check.reason();
		}
		throw new IllegalArgumentException( "The shape model does not make bones: none of " + MAX_ATTEMPTS
				+ " instances passed the checks; of the last one: " + reason );
	}
}
