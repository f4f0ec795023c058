/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;
import java.util.Set;

/**
 * What the layers of a network look like, apart from the sizes of its images.
 *
 * @param levels
 *            number of encoder levels, each halving the detector's size
 * @param features
 *            number of features of the first encoder level, doubled at each next
 * @param decoderFeatures
 *            number of features of the decoder from the coarsest to the finest resolution, {@code levels + 1} numbers
 * @param squarings
 *            number of squarings of the velocity integration
 * @param velocityStride
 *            by how much the velocity's grid is coarser than the volume's, 1 or 2, which the paper leaves open: 2 takes an
 *            eighth of the time and memory of integration
 * @param ablations
 *            what is left out
 */
public record Architecture( int levels, int features, List< Integer > decoderFeatures, int squarings, int velocityStride,
		Set< Ablation > ablations )
{

	/** How often the deepest feature map is copied along the rays: M of the paper. */
	public static final int COPIES = 4;

	/**
	 * @throws IllegalArgumentException
	 *             if a number is out of its bounds
	 */
	public Architecture
	{
		decoderFeatures = List.copyOf( decoderFeatures );
		ablations = Set.copyOf( ablations );
		require( levels, 1, 6, "number of encoder levels" );
		require( features, 1, 64, "number of features" );
		require( squarings, 0, 12, "number of squarings" );
		require( velocityStride, 1, 2, "velocity stride" );
		if ( decoderFeatures.size() != levels + 1 )
			throw new IllegalArgumentException( "A decoder of " + levels + " levels has " + ( levels + 1 ) + " numbers of features, not "
					+ decoderFeatures.size() + "." );
		decoderFeatures.forEach( f -> require( f, 1, 256, "number of decoder features" ) );
	}

	private static void require( final int value, final int least, final int greatest, final String what )
	{
		if ( value < least || value > greatest )
			throw new IllegalArgumentException( "The " + what + " is " + least + " to " + greatest + ", not " + value + "." );
	}

	/**
	 * @return number K of samples along a ray
	 */
	public int samples()
	{
		return COPIES << levels;
	}

	/**
	 * @param ablation
	 *            a part
	 * @return whether it is left out
	 */
	public boolean without( final Ablation ablation )
	{
		return ablations.contains( ablation );
	}
}
