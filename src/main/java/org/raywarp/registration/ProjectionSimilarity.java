/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;

import org.raywarp.deformation.Deformations;
import org.raywarp.deformation.DisplacementField;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.View;
import org.raywarp.metrics.NormalizedCrossCorrelation;
import org.raywarp.projection.JosephProjector;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.img.array.ArrayImgs;
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
	/** Line integral of relative density, in mm, from which on a pixel counts as wholly covered by bone. */
	private static final float OPAQUE = 2;

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
			sum += correlation( warped, radiograph );
		return sum / radiographs.size();
	}

	/** Prepares the projection like the radiograph, silhouette and inside apart, so that the two are equal at the truth. */
	private static double correlation( final Volume< FloatType > bone, final Radiograph radiograph )
	{
		final View view = radiograph.view();
		final float[] projection = new float[ view.columns() * view.rows() ], silhouette = new float[ projection.length ];
		new JosephProjector().project( bone, view, ArrayImgs.floats( projection, view.columns(), view.rows() ) );
		boolean seen = false;
		for ( int i = 0; i < projection.length; ++i )
		{
			silhouette[ i ] = Math.min( 1, projection[ i ] / OPAQUE );
			seen |= silhouette[ i ] > 0;
		}
		// A bone that has left the detector correlates with nothing.
		if ( !seen )
			return 0;
		ModelInput.normalize( projection, silhouette, view.name() );
		return NormalizedCrossCorrelation.of( radiograph.image(), ArrayImgs.floats( projection, view.columns(), view.rows() ) );
	}
}
