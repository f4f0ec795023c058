/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.List;

import org.raywarp.deformation.Similarity;
import org.raywarp.volume.Volume;
import org.raywarp.xray.Drr;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One subject in one pose with its radiographs.
 *
 * @param name
 *            of the case, such as {@code case-0007}
 * @param person
 *            whose bone it is: cases of one person belong to one side of a split
 * @param ct
 *            the CT, in HU
 * @param labels
 *            1 for the femur, on the CT's grid
 * @param drrs
 *            radiographs with masks, frontal first
 * @param atlasFromSubject
 *            the true similarity, about the world's origin: from the pose of this case to the atlas the case was made
 *            for, or, without one, to the femur's own reference frame
 */
public record Case( String name, String person, Volume< FloatType > ct, Volume< UnsignedByteType > labels, List< Drr > drrs,
		Similarity atlasFromSubject )
{
	/**
	 * @throws IllegalArgumentException
	 *             if CT and labels lie on different grids
	 */
	public Case
	{
		drrs = List.copyOf( drrs );
		if ( !ct.grid().equals( labels.grid() ) )
			throw new IllegalArgumentException( "The labels of case \"" + name + "\" lie on another grid than its CT: " + labels.grid()
					+ " instead of " + ct.grid() + "." );
	}
}
