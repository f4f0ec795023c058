/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;

/**
 * The steps from a closed surface in the reference frame to a labeled CT: voxels, depths, densities within and about the
 * bone.
 */
final class FemurModel
{
	private static final double AIR = -1000;

	private final TriangleMesh mesh;

	private final FemurModelSettings settings;

	private final long seed;

	/**
	 * @param mesh
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param settings
	 *            what is modeled
	 * @param seed
	 *            of everything that varies
	 */
	FemurModel( final TriangleMesh mesh, final FemurModelSettings settings, final long seed )
	{
		this.mesh = mesh;
		this.settings = settings;
		this.seed = seed;
	}

	/**
	 * @param grid
	 *            where the voxels lie
	 * @param finer
	 *            1 to model the density of whole voxels, 2 to take the mean of eight parts of each
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface has no femoral head
	 */
	LabeledCt on( final Grid grid, final int finer, final Progress progress )
	{
		progress.report( 0.1, "Voxelizing" );
		final HeadSphere head = HeadSphere.of( mesh );
		final int[] n = grid.size();
		final double bottom = grid.worldFromVoxel().apply( 0, 0, -1 )[ 2 ];
		final TriangleMesh bone = settings.continueShaft() ? ShaftEnd.continued( mesh, bottom ) : mesh;
		final byte[] labels = MeshVoxelizer.inside( bone, grid );
		final Grid fine = grid.resampled( n[ 0 ] * finer, n[ 1 ] * finer, n[ 2 ] * finer );
		final byte[] inside = finer == 1 ? labels : MeshVoxelizer.inside( bone, fine );
		progress.report( 0.2, "Modeling the density" );
		final MeshDistance surface = new MeshDistance( ShaftEnd.opened( bone, head.radius() ) );
		final DepthMap depths = new DepthMap( bone, surface, fine, BoneInterior.DEEPEST, progress );
		final TextbookDensity textbook = new TextbookDensity( head, grid, seed );
		final BoneInterior interior = settings.density() == BoneDensity.TEXTBOOK ? textbook : new FemurDensity( head, fine, seed );
		final Tissue around = settings.surroundings().about( textbook, head, fine, seed );
		final float[] hu = new float[ fine.voxelCount() ];
		final VoxelDensity voxels = new VoxelDensity( fine, depths, interior, around, new SoftEdge( fine, settings.softEdge() ) );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, fine.size()[ 2 ] ).boxed().toList(), k -> {
			progress.report( 0.4 + 0.6 * k / fine.size()[ 2 ], "Modeling the density" );
			voxels.fillSlice( k, inside, new FemurSite( head ), hu );
		} );
		progress.report( 1, "Modeling the density" );
		final float[] ct = finer == 1 ? hu : halved( hu, n );
		return new LabeledCt( Volume.floats( grid, ct ), Volume.labels( grid, labels ), Affine3D.IDENTITY );
	}

	private static float[] halved( final float[] fine, final int[] n )
	{
		final float[] means = new float[ n[ 0 ] * n[ 1 ] * n[ 2 ] ];
		final int row = 2 * n[ 0 ], slice = row * 2 * n[ 1 ];
		for ( int i = 0; i < means.length; ++i )
		{
			final int at = 2 * ( i % n[ 0 ] ) + row * 2 * ( i / n[ 0 ] % n[ 1 ] ) + slice * 2 * ( i / ( n[ 0 ] * n[ 1 ] ) );
			float sum = 0;
			for ( int corner = 0; corner < 8; ++corner )
				sum += fine[ at + ( corner & 1 ) + row * ( corner >> 1 & 1 ) + slice * ( corner >> 2 ) ];
			means[ i ] = sum / 8;
		}
		return means;
	}

	/** Densities of the voxels of a grid, bone and tissue mixed by their shares. */
	private record VoxelDensity( Grid grid, DepthMap depths, BoneInterior interior, Tissue around, SoftEdge edge )
	{
		void fillSlice( final int k, final byte[] inside, final FemurSite site, final float[] hu )
		{
			final int[] n = grid.size();
			final double[] spacing = grid.spacing(), p = new double[ 3 ];
			final double width = Math.cbrt( spacing[ 0 ] * spacing[ 1 ] * spacing[ 2 ] );
			for ( int j = 0; j < n[ 1 ]; ++j )
				for ( int i = 0; i < n[ 0 ]; ++i )
				{
					final int at = i + n[ 0 ] * ( j + n[ 1 ] * k );
					p[ 0 ] = i;
					p[ 1 ] = j;
					p[ 2 ] = k;
					grid.worldFromVoxel().apply( p, p );
					final double depth = depths.at( i, j, k, inside[ at ] != 0 );
					// How much of the voxel lies in the bone, the surface taken as a plane across a cube.
					final double bone = Math.max( 0, Math.min( 1, 0.5 + depth / width ) );
					final double soft = bone < 1 ? thinned( around.at( p[ 0 ], p[ 1 ], p[ 2 ] ), edge.left( i, j, k ) ) : 0;
					final double within = bone > 0 ? interior.mean( site.at( p[ 0 ], p[ 1 ], p[ 2 ] ), depth, width ) : 0;
					hu[ at ] = ( float ) ( bone * within + ( 1 - bone ) * soft );
				}
		}

		private double thinned( final double soft, final double left )
		{
			return left == 1 ? soft : AIR + ( soft - AIR ) * left;
		}
	}
}
