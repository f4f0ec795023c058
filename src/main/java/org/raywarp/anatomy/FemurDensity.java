/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.SplittableRandom;

import org.raywarp.volume.Grid;

/**
 * The modeled inside of a femur, in Hounsfield units: a cortex of random thickness ({@link CorticalThickness}) about
 * cancellous bone of random density ({@link TrabecularDensity}), of a person of random age ({@link BoneQuality}). Shape,
 * place and spread follow published numbers where those classes name them; nothing is measured on the bone at hand.
 * <p>
 * A voxel holds the means over its depth, in closed form, so that cortex thinner than a voxel keeps its mass. Cortex is of
 * 1250 HU where it is 1 mm thin and of 1650 HU from 5 mm on, with 5 % between persons, and passes into cancellous bone over
 * 0.8 mm: as textbooks draw it. Immutable.
 */
final class FemurDensity implements BoneInterior
{
	/** Over how much depth the cortex passes into cancellous bone, in mm. */
	private static final double ENDOSTEUM = 0.8;

	private final BoneQuality quality;

	private final CorticalThickness cortex;

	private final TrabecularDensity trabeculae;

	/**
	 * @param head
	 *            the ball in the head, in the reference frame
	 * @param grid
	 *            where values are asked for
	 * @param seed
	 *            of the person and the random fields
	 */
	FemurDensity( final HeadSphere head, final Grid grid, final long seed )
	{
		final SplittableRandom random = new SplittableRandom( seed );
		quality = BoneQuality.draw( random );
		cortex = new CorticalThickness( head, grid, quality, random.nextLong() );
		trabeculae = new TrabecularDensity( head, grid, quality, random );
	}

	@Override
	public double mean( final FemurSite site, final double depth, final double width )
	{
		final double from = Math.max( 0, depth - width / 2 ), to = Math.max( from + 1e-6, depth + width / 2 );
		final double thickness = cortex.at( site );
		final double share = ( cortexTo( to, thickness ) - cortexTo( from, thickness ) ) / ( to - from );
		final double cortical = quality.hardness() * ( 1250 + 400 * Steps.smooth( 0.5, 5, thickness ) );
		if ( share >= 1 )
			return cortical;
		final double near = ( 1 - site.head ) * 100 * Math.exp( -Math.max( 0, depth - thickness ) / 1.5 );
		return share * cortical + ( 1 - share ) * ( trabeculae.at( site ) + near );
	}

	/**
	 * @param site
	 *            a point at the surface
	 * @return the thickness of the cortex there, in mm
	 */
	double thickness( final FemurSite site )
	{
		return cortex.at( site );
	}

	/**
	 * @param site
	 *            a point within the cancellous bone or the marrow
	 * @return its density, in HU
	 */
	double cancellous( final FemurSite site )
	{
		return trabeculae.at( site );
	}

	/** How much cortex lies between the surface and a depth: its share falls from 1 to 0 linearly about its thickness. */
	private static double cortexTo( final double depth, final double thickness )
	{
		final double soft = Math.min( ENDOSTEUM, thickness ), full = thickness - soft / 2;
		final double q = Math.max( 0, Math.min( 1, ( depth - full ) / soft ) );
		return Math.min( depth, full ) + soft * ( q - q * q / 2 );
	}
}
