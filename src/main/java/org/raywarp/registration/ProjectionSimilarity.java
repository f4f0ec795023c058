/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.metrics.NormalizedCrossCorrelation;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How alike prepared radiographs are to the projections of a warped bone: the mean of the views' normalized
 * cross-correlations over the whole standard detector, silhouette and inside together.
 *
 * @param bone
 *            the atlas bone, as {@link ModelInput#bone} makes it
 * @param radiographs
 *            as {@link ModelInput#radiograph} makes them
 */
record ProjectionSimilarity( Volume< FloatType > bone, List< Radiograph > radiographs )
{
	/**
	 * @param local
	 *            the local displacement, which acts first
	 * @param similarity
	 *            about the center of the bone's grid, which acts second
	 * @return the mean correlation, from -1 to 1
	 */
	double of( final DisplacementField local, final Similarity similarity )
	{
		final Grid grid = bone.grid();
		final Volume< FloatType > warped = Deformations.warp( bone,
				Deformations.compose( local, similarity.about( grid.center() ), grid ) );
		double sum = 0;
		for ( final Radiograph radiograph : radiographs )
		{
			final ArrayImg< FloatType, FloatArray > projection = ArrayImgs.floats( radiograph.view().columns(),
					radiograph.view().rows() );
			new JosephProjector().project( warped, radiograph.view(), projection );
			final double ncc = NormalizedCrossCorrelation.of( radiograph.image(), projection );
			// A bone that has left the detector correlates with nothing.
			sum += Double.isNaN( ncc ) ? 0 : ncc;
		}
		return sum / radiographs.size();
	}
}
