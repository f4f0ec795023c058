/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.io;

import org.raywarp.geometry.Affine3D;

/**
 * Which ways the axes of a geometry file point in the patient.
 */
public enum WorldAxes
{
	/** As usual in the format, see the table of {@code docs/geometry.md}. */
	FORMAT( null ),
	/** Left, posterior, superior: DICOM, ITK, RayWarp. */
	LPS( Affine3D.IDENTITY ),
	/** Right, anterior, superior: NIfTI, 3D Slicer. */
	RAS( Affine3D.of( -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0 ) ),
	/** The fixed frame of IEC 61217 with a patient head first supine: left, superior, anterior. */
	IEC( Affine3D.of( 1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0 ) );

	private final Affine3D lpsFromAxes;

	WorldAxes( final Affine3D lpsFromAxes )
	{
		this.lpsFromAxes = lpsFromAxes;
	}

	/**
	 * @param usual
	 *            what {@link #FORMAT} stands for
	 * @return the rotation to the axes of the world
	 */
	Affine3D lpsFromAxes( final WorldAxes usual )
	{
		return this == FORMAT ? usual.lpsFromAxes : lpsFromAxes;
	}
}
