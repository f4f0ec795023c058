/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.metrics;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Volume;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The agreement of a registration's result with the truth, for one label.
 *
 * @param label
 *            1 to 255
 * @param dice
 *            0 to 1
 * @param jaccard
 *            0 to 1
 * @param assd
 *            average symmetric surface distance in mm; NaN where one map lacks the label
 * @param hd95
 *            95th percentile of the surface distances in mm; NaN where one map lacks the label
 * @param ssim
 *            mean structural similarity of the whole images, the same for every label, with the range of the reference
 *            image's values; NaN where there are no images or the reference is constant
 * @param ncc
 *            normalized cross-correlation of the whole images, the same for every label; NaN where there are no images
 *            or one is constant
 */
public record LabelMetrics( int label, double dice, double jaccard, double assd, double hd95, double ssim, double ncc )
{
	/**
	 * Compares a result with the truth, label by label. SSIM and NCC compare the whole warped atlas with the whole true
	 * image, as Van Houtte et al. 2022 do ("Evaluation metrics").
	 *
	 * @param referenceLabels
	 *            the true label map
	 * @param labels
	 *            the result's, on the same grid
	 * @param reference
	 *            the true image; null where there is none
	 * @param image
	 *            the result's, on the same grid as {@code reference}; null where there is none
	 * @return one record for each label above 0 that occurs in at least one map, ascending
	 * @throws IllegalArgumentException
	 *             if grids differ, if neither map has a label, if only one image is given, or if the images have fewer than
	 *             11 voxels along an axis
	 */
	public static List< LabelMetrics > evaluate( final Volume< UnsignedByteType > referenceLabels, final Volume< UnsignedByteType > labels,
			final Volume< FloatType > reference, final Volume< FloatType > image )
	{
		if ( ( reference == null ) != ( image == null ) )
			throw new IllegalArgumentException( "An image is compared with a reference image: give both, or neither." );
		final LabelOverlap overlap = LabelOverlap.of( referenceLabels, labels );
		if ( overlap.present().length == 0 )
			throw new IllegalArgumentException( "Neither label map has a voxel above 0." );
		double ssim = Double.NaN, ncc = Double.NaN;
		if ( reference != null )
		{
			SameGrid.require( "images", reference, image );
			ncc = NormalizedCrossCorrelation.of( reference.voxels(), image.voxels() );
			final double range = range( FloatArrays.of( reference.voxels() ) );
			if ( range > 0 )
				ssim = StructuralSimilarity.of( reference.voxels(), image.voxels(), range );
		}
		final List< LabelMetrics > metrics = new ArrayList<>();
		for ( final int label : overlap.present() )
		{
			final SurfaceDistance distance = SurfaceDistance.between( referenceLabels, labels, label );
			metrics.add( new LabelMetrics( label, overlap.dice( label ), overlap.jaccard( label ), distance.assd(), distance.hd95(), ssim,
					ncc ) );
		}
		return metrics;
	}

	private static double range( final float[] values )
	{
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for ( final float v : values )
		{
			min = Math.min( min, v );
			max = Math.max( max, v );
		}
		return ( double ) max - min;
	}
}
