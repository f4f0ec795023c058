/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import org.raywarp.geometry.Affine3D;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A CT of one femur in its reference frame.
 *
 * @param ct
 *            Hounsfield units
 * @param labels
 *            1 where the center of a voxel lies in the femur, 0 elsewhere; on the grid of {@code ct}
 * @param frameFromPatient
 *            the patient's world (LPS, mm) to the reference frame in mm; rigid for a right femur, rigid with a mirror for
 *            a left one
 */
public record LabeledCt( Volume< FloatType > ct, Volume< UnsignedByteType > labels, Affine3D frameFromPatient )
{
	/**
	 * @throws IllegalArgumentException
	 *             if the labels do not lie on the grid of the CT
	 */
	public LabeledCt
	{
		if ( !ct.grid().equals( labels.grid() ) )
			throw new IllegalArgumentException( "The labels lie on " + labels.grid() + ", the CT on " + ct.grid() + "." );
	}
}
