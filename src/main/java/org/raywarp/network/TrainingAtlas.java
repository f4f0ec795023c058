/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Optional;

import org.raywarp.deformation.VelocityModes;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.real.FloatType;

/**
 * The atlas as a training sees it.
 *
 * @param bone
 *            as {@link org.raywarp.registration.ModelInput} makes it, on the network's grid
 * @param distance
 *            signed distance from the atlas's surface in mm, on an axis-aligned grid of its own; where it is missing, no
 *            distance of surfaces is part of the loss
 * @param population
 *            how bones differ from the atlas's, where that is known; the method {@link Method#STATISTICAL} needs it
 */
public record TrainingAtlas( Volume< FloatType > bone, Optional< Volume< FloatType > > distance, Optional< VelocityModes > population )
{
	/**
	 * @param bone
	 *            as {@link org.raywarp.registration.ModelInput} makes it, on the network's grid
	 * @return the atlas without a surface or a population
	 */
	public static TrainingAtlas of( final Volume< FloatType > bone )
	{
		return new TrainingAtlas( bone, Optional.empty(), Optional.empty() );
	}
}
