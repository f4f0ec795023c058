/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.Arrays;
import java.util.Optional;

import org.raywarp.deformation.VelocityModes;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.LabelArrays;
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
 * @param population
 *            how the bones of the population differ from the atlas's, where that is known
 */
public record Atlas( Volume< FloatType > ct, Volume< UnsignedByteType > labels, Optional< VelocityModes > population )
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

	/**
	 * An atlas of which no population is known.
	 *
	 * @param ct
	 *            the CT in HU
	 * @param labels
	 *            the label map on the same grid
	 */
	public Atlas( final Volume< FloatType > ct, final Volume< UnsignedByteType > labels )
	{
		this( ct, labels, Optional.empty() );
	}

	/**
	 * An atlas that was read from a file, or drawn from an image, without its population may be one whose population is
	 * known.
	 *
	 * @param known
	 *            an atlas
	 * @return {@code known} if it has the same grid, densities and labels, else this
	 */
	public Atlas orKnown( final Atlas known )
	{
		return population.isEmpty() && ct.grid().matches( known.ct.grid() )
				&& Arrays.equals( LabelArrays.of( labels.voxels() ), LabelArrays.of( known.labels.voxels() ) )
				&& Arrays.equals( FloatArrays.of( ct.voxels() ), FloatArrays.of( known.ct.voxels() ) ) ? known : this;
	}
}
