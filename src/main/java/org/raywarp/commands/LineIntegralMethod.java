/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.raywarp.projection.ProjectionMethod;
import org.raywarp.projection.Projector;

/**
 * The methods that {@link ProjectVolumeCommand} offers.
 */
public enum LineIntegralMethod
{
	/** One bilinear sample in each slice. */
	JOSEPH,
	/** Exact path lengths through cuboid voxels. */
	SIDDON,
	/** Uniform trilinear samples along the ray. */
	TRILINEAR,
	/** As TRILINEAR, as a TensorFlow graph, on the GPU where there is one. */
	TENSORFLOW;

	/**
	 * @param samplesPerRay
	 *            for the methods with uniform samples
	 * @return the projector
	 */
	Projector projector( final int samplesPerRay )
	{
		if ( this == TENSORFLOW )
			throw new IllegalArgumentException( "The method TENSORFLOW is not there yet." );
		return ProjectionMethod.valueOf( name() ).projector( samplesPerRay );
	}
}
