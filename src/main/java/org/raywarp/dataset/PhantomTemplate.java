/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.Random;
import java.util.stream.IntStream;

import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.MeshVoxelizer;
import org.raywarp.anatomy.SmoothNoise;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Trilinear;
import org.raywarp.volume.Volume;
import org.raywarp.xray.RandomSeeds;

import net.imglib2.parallel.Parallelization;

/**
 * A bone modeled once in its reference frame, with room around the box of the grids, from which posed and deformed CTs
 * are read by interpolation: some hundred times faster than to model each, at the price of one more interpolation.
 * Immutable.
 */
final class PhantomTemplate
{
	/** Room around the box on each side, in mm: what a turn of 10 degrees and a shift of 5 mm uncover. */
	private static final double MARGIN = 24;

	/** Correlation length of the random deformation, in mm. */
	static final double WAVE = 45;

	/** Voxels between nodes of the random deformation. */
	private static final int NODES = 4;

	/** Relative densities (1 is water) up to which bone counts as trabecular, and from which on as cortical. */
	private static final double TRABECULAR = 1.6, CORTICAL = 2.1;

	private static final float AIR = -1000;

	private final Grid grid;

	private final Trilinear hu, coverage;

	/**
	 * @param surface
	 *            closed, in the reference frame, in mm
	 * @param size
	 *            the resolution
	 * @param seed
	 *            of the modeled inside
	 */
	PhantomTemplate( final TriangleMesh surface, final GridSize size, final long seed )
	{
		grid = widened( size.grid() );
		final LabeledCt made = SurfaceToCt.makeInFrame( surface, grid, 1, FemurModelSettings.STANDARD, seed, Progress.NONE );
		hu = new Trilinear( FloatArrays.of( made.ct().voxels() ), 0, grid.size(), AIR );
		coverage = new Trilinear( FloatArrays.of( MeshVoxelizer.coverage( surface, grid, 3 ).voxels() ), 0, grid.size(), 0 );
	}

	private static Grid widened( final Grid grid )
	{
		final int[] n = grid.size();
		final double[] spacing = grid.spacing();
		for ( int d = 0; d < 3; ++d )
			n[ d ] += 2 * ( int ) Math.ceil( MARGIN / spacing[ d ] );
		return Grid.centered( n, spacing );
	}

	/**
	 * @param subjectFromReference
	 *            the pose
	 * @param deformation
	 *            standard deviation of each component of the random deformation, in mm
	 * @param target
	 *            where the CT is wanted
	 * @param seed
	 *            of deformation and density
	 * @return the CT and the labels of the posed, deformed bone
	 */
	LabeledCt posed( final Similarity subjectFromReference, final double deformation, final Grid target, final long seed )
	{
		final int[] n = target.size();
		final float[] ct = new float[ target.voxelCount() ];
		final byte[] labels = new byte[ ct.length ];
		final Random random = new Random( RandomSeeds.derive( seed, 0 ) );
		final double trabecular = 1 + 0.15 * random.nextGaussian(), cortical = 1 + 0.06 * random.nextGaussian();
		final Trilinear[] deformations = deformation > 0 ? deformations( target, deformation, seed ) : null;
		final Affine3D voxelFromReference = grid.worldFromVoxel().inverse();
		final Affine3D map = voxelFromReference.after( subjectFromReference.about( 0, 0, 0 ).inverse() ).after( target.worldFromVoxel() );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), z -> {
			final double[] p = new double[ 3 ];
			for ( int at = z * n[ 0 ] * n[ 1 ]; at < ( z + 1 ) * n[ 0 ] * n[ 1 ]; ++at )
			{
				final int x = at % n[ 0 ], y = at / n[ 0 ] % n[ 1 ];
				p[ 0 ] = x;
				p[ 1 ] = y;
				p[ 2 ] = z;
				map.apply( p, p );
				if ( deformations != null )
					for ( int d = 0; d < 3; ++d )
						p[ d ] += voxelFromReference.get( d, d )
								* deformations[ d ].at( ( double ) x / NODES, ( double ) y / NODES, ( double ) z / NODES );
				final float inside = coverage.at( p[ 0 ], p[ 1 ], p[ 2 ] ), value = hu.at( p[ 0 ], p[ 1 ], p[ 2 ] );
				labels[ at ] = ( byte ) ( inside >= 0.5f ? 1 : 0 );
				ct[ at ] = inside > 0 ? ( float ) ( value + inside * change( value, trabecular, cortical ) ) : value;
			}
		} );
		return new LabeledCt( Volume.floats( target, ct ), Volume.labels( target, labels ), Affine3D.IDENTITY );
	}

	/** @return how many HU bone of another density has more */
	private static double change( final float value, final double trabecular, final double cortical )
	{
		final double density = 1 + value / 1000.0;
		final double t = Math.max( 0, Math.min( 1, ( density - TRABECULAR ) / ( CORTICAL - TRABECULAR ) ) );
		return 1000 * Math.max( 0, density - 1 ) * ( trabecular + t * ( cortical - trabecular ) - 1 );
	}

	/** @return the components of the deformation in mm, on nodes every few voxels of the target */
	private static Trilinear[] deformations( final Grid target, final double deformation, final long seed )
	{
		final int[] size = target.size(), nodes = new int[ 3 ];
		for ( int d = 0; d < 3; ++d )
			nodes[ d ] = ( size[ d ] + NODES - 1 ) / NODES + 1;
		final Trilinear[] components = new Trilinear[ 3 ];
		for ( int d = 0; d < 3; ++d )
		{
			final SmoothNoise noise = new SmoothNoise( target, WAVE, RandomSeeds.derive( seed, 1 + d ) );
			final float[] values = new float[ nodes[ 0 ] * nodes[ 1 ] * nodes[ 2 ] ];
			for ( int i = 0; i < values.length; ++i )
			{
				final double[] x = target.worldFromVoxel().apply( NODES * ( i % nodes[ 0 ] ), NODES * ( i / nodes[ 0 ] % nodes[ 1 ] ),
						NODES * ( i / nodes[ 0 ] / nodes[ 1 ] ) );
				values[ i ] = ( float ) ( deformation * noise.at( x[ 0 ], x[ 1 ], x[ 2 ] ) );
			}
			components[ d ] = new Trilinear( values, 0, nodes, 0 );
		}
		return components;
	}
}
