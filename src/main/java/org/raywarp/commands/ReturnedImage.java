/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.commands;

import java.util.Arrays;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.geometry.Affine3D;
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
	 *             if no voxel of the image comes to lie in the grid, a voxel is not finite, or no label where labels are
	 *             expected
	 */
	ImagePlus of( final ImagePlus image, final Results results )
	{
		requireOverlap( transform.placed( Inputs.grid( image, "image" ) ) );
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

	/** By their boxes along the axes of the grid, which never refuses images that overlap. */
	private void requireOverlap( final Grid placed )
	{
		final Affine3D gridFromImage = grid.worldFromVoxel().inverse().after( placed.worldFromVoxel() );
		final int[] size = placed.size();
		final double[] lo = new double[ 3 ], hi = new double[ 3 ];
		Arrays.fill( lo, Double.POSITIVE_INFINITY );
		Arrays.fill( hi, Double.NEGATIVE_INFINITY );
		for ( int corner = 0; corner < 8; ++corner )
		{
			final double[] x = gridFromImage.apply( ( corner & 1 ) * ( size[ 0 ] - 1 ), ( corner >> 1 & 1 ) * ( size[ 1 ] - 1 ),
					( corner >> 2 ) * ( size[ 2 ] - 1 ) );
			for ( int d = 0; d < 3; ++d )
			{
				lo[ d ] = Math.min( lo[ d ], x[ d ] );
				hi[ d ] = Math.max( hi[ d ], x[ d ] );
			}
		}
		for ( int d = 0; d < 3; ++d )
			if ( hi[ d ] < -1 || lo[ d ] > grid.size()[ d ] )
				throw new IllegalArgumentException( "Back in the patient, the image (" + CtInputs.text( placed )
						+ ") lies wholly outside of the grid of the result (" + CtInputs.text( grid )
						+ "); expected an image in the frame of the transform, and a template in the patient's world." );
	}
}
