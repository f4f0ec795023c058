/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a {@link LabelModel} found.
 *
 * @param labels
 *            {@link Atlas#BONE} where there is bone
 * @param drrs
 *            lengths of the rays within the bone, in mm, over (column, row): one a radiograph, on that radiograph's own view
 */
public record LabelMap( Volume< UnsignedByteType > labels, List< RandomAccessibleInterval< FloatType > > drrs )
{
	/**
	 * Copies the list.
	 */
	public LabelMap
	{
		drrs = List.copyOf( drrs );
	}
}
