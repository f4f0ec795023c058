/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.training;

import java.util.Optional;
import java.util.stream.IntStream;

import org.raywarp.anatomy.MarchingTetrahedra;
import org.raywarp.anatomy.MeanFemur;
import org.raywarp.anatomy.MeshDistance;
import org.raywarp.dataset.SurfaceAlignment;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.network.Method;
import org.raywarp.network.NetworkConfig;
import org.raywarp.network.TrainingAtlas;
import org.raywarp.registration.Atlas;
import org.raywarp.registration.ModelInput;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Makes of an atlas what a training needs of it: its bone on the network's grid, and how far every point is from its
 * surface.
 */
public final class AtlasPreparation
{
	/** Voxels of the distance map along each of the network's: the map bends where the bone does. */
	private static final int FINER = 2;

	/** Greater distances, in mm, count as this one. */
	private static final double FARTHEST = 40;

	private AtlasPreparation()
	{}

	/**
	 * @param atlas
	 *            CT and labels
	 * @param config
	 *            the network
	 * @return bone and signed distance, the latter in mm, exact to some tenths where the surface is smooth; a
	 *         label map needs no distance
	 * @throws IllegalArgumentException
	 *             if no voxel carries the label of the bone
	 */
	public static TrainingAtlas prepare( final Atlas atlas, final NetworkConfig config )
	{
		final int[] n = config.grid().size();
		final Grid grid = config.grid().resampled( FINER * n[ 0 ], FINER * n[ 1 ], FINER * n[ 2 ] );
		final boolean registers = config.method() != Method.LABELS;
		return new TrainingAtlas( ModelInput.bone( atlas, config.grid() ),
				registers ? Optional.of( distance( atlas, grid ) ) : Optional.empty(),
				atlas.population() );
	}

	/**
	 * The similarities that data sets know lead to the mean femur; this one leads on to another atlas.
	 *
	 * @param atlas
	 *            CT and labels of a right femur, within some degrees and mm of the reference frame
	 * @return from the mean femur to the atlas, about the world's origin, see {@link SurfaceAlignment}
	 * @throws IllegalArgumentException
	 *             if no voxel carries the label of the bone, or it lies elsewhere
	 */
	public static Similarity fromMeanFemur( final Atlas atlas )
	{
		return SurfaceAlignment.align( MeanFemur.surface(), surface( atlas.labels().grid(), outside( atlas ) ) );
	}

	private static MarchingTetrahedra.Field outside( final Atlas atlas )
	{
		final Grid fine = atlas.labels().grid();
		final Trilinear smooth = new Trilinear( SmoothedLabel.of( atlas.labels(), Atlas.BONE ), 0, fine.size(), 0 );
		final Affine3D voxelFromWorld = fine.worldFromVoxel().inverse();
		return ( x, y, z ) -> {
			final double[] p = voxelFromWorld.apply( x, y, z );
			// A shaft that leaves the grid goes on: a cap there would be no surface of the bone.
			return 0.5 - smooth.at( p[ 0 ], p[ 1 ], Math.max( 0, p[ 2 ] ) );
		};
	}

	private static TriangleMesh surface( final Grid fine, final MarchingTetrahedra.Field outside )
	{
		return MarchingTetrahedra.surface( outside, bounds( fine ), fine.spacing()[ 0 ] );
	}

	private static Volume< FloatType > distance( final Atlas atlas, final Grid grid )
	{
		final MarchingTetrahedra.Field outside = outside( atlas );
		final MeshDistance distance = new MeshDistance( surface( atlas.labels().grid(), outside ) );
		final int[] n = grid.size();
		final float[] signed = new float[ grid.voxelCount() ];
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), k -> {
			for ( int at = k * n[ 0 ] * n[ 1 ]; at < ( k + 1 ) * n[ 0 ] * n[ 1 ]; ++at )
			{
				final double[] p = grid.worldFromVoxel().apply( at % n[ 0 ], at / n[ 0 ] % n[ 1 ], k );
				signed[ at ] = ( float ) Math.copySign( distance.distance( p[ 0 ], p[ 1 ], p[ 2 ], FARTHEST ),
						outside.at( p[ 0 ], p[ 1 ], p[ 2 ] ) );
			}
		} );
		return Volume.floats( grid, signed );
	}

	private static double[] bounds( final Grid grid )
	{
		final double[] bounds = new double[ 6 ];
		final int[] n = grid.size();
		for ( int d = 0; d < 3; ++d )
		{
			bounds[ d ] = grid.worldFromVoxel().apply( 0, 0, 0 )[ d ] - ( d == 2 ? FARTHEST : grid.spacing()[ d ] );
			bounds[ 3 + d ] = grid.worldFromVoxel().apply( n[ 0 ] - 1, n[ 1 ] - 1, n[ 2 ] - 1 )[ d ] + grid.spacing()[ d ];
		}
		return bounds;
	}
}
