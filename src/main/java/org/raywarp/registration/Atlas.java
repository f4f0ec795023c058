/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The atlas that is warped onto a subject.
 *
 * @param ct
 *            the CT in HU
 * @param labels
 *            the label map on the same grid; {@link #BONE} is the bone that is registered
 */
public record Atlas( Volume< FloatType > ct, Volume< UnsignedByteType > labels )
{
	/** The label of the registered bone. */
	public static final int BONE = 1;

	/**
	 * @throws IllegalArgumentException
	 *             if CT and labels lie on different grids
	 */
	public Atlas
	{
		if ( !ct.grid().matches( labels.grid() ) )
			throw new IllegalArgumentException(
					"The atlas labels lie on another grid than the atlas: " + labels.grid() + " instead of " + ct.grid() + "." );
	}
}
