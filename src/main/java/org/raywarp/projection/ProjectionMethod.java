/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.projection;

/**
 * The ways to integrate along a ray.
 */
public enum ProjectionMethod
{
	/** One bilinear sample in each slice: {@link JosephProjector}. */
	JOSEPH,
	/** Exact path lengths through cuboid voxels: {@link SiddonProjector}. */
	SIDDON,
	/** Uniform trilinear samples along the ray: {@link TrilinearProjector}. */
	TRILINEAR;

	/**
	 * @param samplesPerRay
	 *            number of samples of {@link #TRILINEAR}, at least 2; the other methods do not look at it
	 * @return the projector
	 * @throws IllegalArgumentException
	 *             if the method is {@link #TRILINEAR} and the number of samples is out of bounds
	 */
	public Projector projector( final int samplesPerRay )
	{
		switch ( this )
		{
		case SIDDON:
			return new SiddonProjector();
		case TRILINEAR:
			return new TrilinearProjector( samplesPerRay );
		default:
			return new JosephProjector();
		}
	}
}
