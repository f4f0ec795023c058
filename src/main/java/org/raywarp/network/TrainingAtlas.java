/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.Optional;

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
 */
public record TrainingAtlas( Volume< FloatType > bone, Optional< Volume< FloatType > > distance )
{
	/**
	 * @param bone
	 *            as {@link org.raywarp.registration.ModelInput} makes it, on the network's grid
	 * @return the atlas without a surface
	 */
	public static TrainingAtlas of( final Volume< FloatType > bone )
	{
		return new TrainingAtlas( bone, Optional.empty() );
	}
}
