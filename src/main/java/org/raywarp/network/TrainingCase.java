/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;
import java.util.Optional;

import org.raywarp.deformation.Similarity;
import org.raywarp.registration.Radiograph;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * One example to learn from.
 *
 * @param bone
 *            the subject's bone as {@link org.raywarp.registration.ModelInput} makes it, on the network's grid: its density, or its
 *            occupancy for the method {@link Method#LABELS}
 * @param radiographs
 *            frontal and lateral, as {@link org.raywarp.registration.ModelInput} makes them
 * @param truth
 *            the similarity from the subject to the atlas, where it is known
 * @param surface
 *            x, y, z in mm of {@link #SURFACE_POINTS} points spread over the subject's surface; empty where it is unknown
 */
public record TrainingCase( Volume< FloatType > bone, List< Radiograph > radiographs, Optional< Similarity > truth, float[] surface )
{

	/** Number of points of a surface. */
	public static final int SURFACE_POINTS = 2048;

	/**
	 * @throws IllegalArgumentException
	 *             if there are not two radiographs, or another number of points
	 */
	public TrainingCase
	{
		radiographs = List.copyOf( radiographs );
		if ( radiographs.size() != 2 )
			throw new IllegalArgumentException( "A training case has 2 radiographs, not " + radiographs.size() + "." );
		if ( surface.length != 0 && surface.length != 3 * SURFACE_POINTS )
			throw new IllegalArgumentException(
					"The surface of a training case has " + SURFACE_POINTS + " points or none, not " + surface.length / 3.0 + "." );
	}
}
