/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.registration;

import java.util.List;
import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.projection.JosephProjector;
import org.raywarp.projection.Projections;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Makes a label map of the bone from radiographs with a {@link LabelModel}: what a registration is compared with. No atlas is
 * warped, and nothing is refined.
 */
public final class LabelReconstruction
{
	/** From this probability on a voxel is bone. */
	private static final float THRESHOLD = 0.5f;

	private LabelReconstruction()
	{}

	/**
	 * @param grid
	 *            of the result
	 * @param radiographs
	 *            two or more, in any order: the model sees the most frontal and the most lateral one
	 * @param model
	 *            regresses the bone
	 * @param progress
	 *            told of every step
	 * @return the bone on that grid, none beyond the box of the model's
	 * @throws IllegalArgumentException
	 *             if there is but one radiograph, their geometry does not fit the model, or the mask of one is empty
	 */
	public static LabelMap reconstruct( final Grid grid, final List< Radiograph > radiographs, final LabelModel model,
			final Progress progress )
	{
		if ( radiographs.size() < 2 )
			throw new IllegalArgumentException(
					"A model takes at least two radiographs, frontal and lateral, not " + radiographs.size() + "." );
		progress.report( 0.1, "regressing the label map" );
		final Volume< FloatType > coarse = model.occupancy( BiplanarRegistration.prepare( radiographs, model ) );
		final byte[] labels = threshold( coarse, grid );
		final float[] density = new float[ labels.length ];
		for ( int i = 0; i < labels.length; ++i )
			density[ i ] = labels[ i ] == Atlas.BONE ? 1 : 0;
		progress.report( 0.8, "projecting the label map" );
		final Volume< FloatType > bone = Volume.floats( grid, density );
		final LabelMap map = new LabelMap( Volume.labels( grid, labels ), radiographs.stream()
				.map( radiograph -> Projections.project( bone, radiograph.view(), new JosephProjector() ) ).toList() );
		progress.report( 1, "regressed" );
		return map;
	}

	private static byte[] threshold( final Volume< FloatType > coarse, final Grid grid )
	{
		final int[] n = grid.size(), m = coarse.grid().size();
		final Trilinear probability = new Trilinear( FloatArrays.of( coarse.voxels() ), 0, m, 0 );
		final Affine3D coarseFromFine = coarse.worldFromVoxel().inverse().after( grid.worldFromVoxel() );
		final byte[] labels = new byte[ grid.voxelCount() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			for ( int at = k * n[ 0 ] * n[ 1 ]; at < ( k + 1 ) * n[ 0 ] * n[ 1 ]; ++at )
			{
				final double[] p = coarseFromFine.apply( at % n[ 0 ], at / n[ 0 ] % n[ 1 ], k );
				boolean within = true;
				for ( int d = 0; d < 3; ++d )
				{
					within &= p[ d ] >= -0.5 && p[ d ] <= m[ d ] - 0.5;
					// The outer half of a border voxel is as its center: a shaft that leaves the box does not taper off.
					p[ d ] = Math.max( 0, Math.min( m[ d ] - 1, p[ d ] ) );
				}
				if ( within && probability.at( p[ 0 ], p[ 1 ], p[ 2 ] ) >= THRESHOLD )
					labels[ at ] = Atlas.BONE;
			}
		} );
		return labels;
	}
}
