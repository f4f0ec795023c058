/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.volume;

import org.raywarp.geometry.Affine3D;

import net.imglib2.type.numeric.RealType;

/**
 * The way between the world of a patient and a reference frame in which images of that patient were made, and back.
 *
 * @param frameFromPatient
 *            the patient's world (LPS, mm) to the frame in mm: a rotation and a shift, with a mirror where a left bone became
 *            a right one
 * @param patientGrid
 *            the grid of the patient's image, onto which results are brought back
 */
public record FrameTransform( Affine3D frameFromPatient, Grid patientGrid )
{
	/** By how much the columns of a rotation may be off, from rounding. */
	private static final double TOLERANCE = 1e-6;

	/**
	 * @throws IllegalArgumentException
	 *             if the map changes lengths or angles
	 */
	public FrameTransform
	{
		for ( int a = 0; a < 3; ++a )
			for ( int b = a; b < 3; ++b )
			{
				double dot = 0;
				for ( int row = 0; row < 3; ++row )
					dot += frameFromPatient.get( row, a ) * frameFromPatient.get( row, b );
				if ( Math.abs( dot - ( a == b ? 1 : 0 ) ) > TOLERANCE )
					throw new IllegalArgumentException(
							"A frame is turned, shifted and perhaps mirrored, but neither scaled nor sheared as by "
									+ frameFromPatient + "." );
			}
	}

	/**
	 * @return whether left became right
	 */
	public boolean isMirrored()
	{
		return frameFromPatient.determinant() < 0;
	}

	/**
	 * @return the frame to the patient's world
	 */
	public Affine3D patientFromFrame()
	{
		return frameFromPatient.inverse();
	}

	/**
	 * Puts an image where it came from, without touching a voxel: only where the voxels lie changes.
	 *
	 * @param inFrame
	 *            an image in the frame
	 * @return the same voxels in the patient's world
	 */
	public < T extends RealType< T > > Volume< T > placed( final Volume< T > inFrame )
	{
		return new Volume<>( inFrame.voxels(), patientFromFrame().after( inFrame.worldFromVoxel() ) );
	}

	/**
	 * @param inFrame
	 *            a grid in the frame
	 * @return the same lattice in the patient's world
	 */
	public Grid placed( final Grid inFrame )
	{
		return new Grid( inFrame.size(), patientFromFrame().after( inFrame.worldFromVoxel() ) );
	}
}
