/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.io.ImagePlusVolumes;
import org.raywarp.volume.FrameTransform;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Interpolation;
import org.raywarp.volume.LabelResampling;
import org.raywarp.volume.Resampling;

import ij.ImagePlus;

/**
 * How an image goes from a reference frame back to the patient, by its kind: labels, a displacement, or intensities.
 *
 * @param transform
 *            between frame and patient
 * @param grid
 *            of the result, in the patient's world
 * @param interpolation
 *            NEAREST for labels
 * @param outside
 *            value beyond the image
 */
record ReturnedImage( FrameTransform transform, Grid grid, Interpolation interpolation, float outside )
{
	/**
	 * @param image
	 *            in the frame
	 * @param results
	 *            receives the result
	 * @return the result
	 * @throws IllegalArgumentException
	 *             if a voxel is not finite, or no label where labels are expected
	 */
	ImagePlus of( final ImagePlus image, final Results results )
	{
		if ( image.getNChannels() == 3 )
		{
			final DisplacementField field = ImagePlusVolumes.toDisplacement( image );
			ImagePlusVolumes.requireFinite( field.vectors(), "image" );
			return results.add( "returned", Deformations.resample( field.transformed( transform.patientFromFrame() ), grid ) );
		}
		if ( interpolation == Interpolation.NEAREST )
			return results.add( "returned",
					LabelResampling.byShare( transform.placed( Inputs.labels( image, "image" ) ), grid ) );
		return results.add( "returned", Resampling.resample( transform.placed( Inputs.volume( image, "image" ) ), grid, outside ) );
	}
}
