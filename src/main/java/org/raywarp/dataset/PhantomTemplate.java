/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.dataset;

import java.util.stream.IntStream;

import org.raywarp.anatomy.FemurModelSettings;
import org.raywarp.anatomy.LabeledCt;
import org.raywarp.anatomy.MeshVoxelizer;
import org.raywarp.anatomy.SoftEdge;
import org.raywarp.anatomy.SurfaceToCt;
import org.raywarp.deformation.Similarity;
import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.volume.FloatArrays;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;

/**
 * A bone modeled once in its reference frame, with room around the box of the grids, from which posed and deformed CTs
 * are read by interpolation: a hundred times faster than to model each, at the price of one more interpolation. QUARTER
 * voxels are the means of eight points of a template of twice the resolution, so that thin cortex neither vanishes nor
 * aliases. Immutable.
 */
final class PhantomTemplate
{
	/** Room around the box on each side, in mm: what a turn of 10 degrees and a shift of 5 mm uncover. */
	private static final double MARGIN = 24;

	/** Correlation length of the random deformation, in mm. */
	static final double WAVE = 45;

	private static final double AIR = -1000;

	private final Grid target;

	private final SoftEdge softEdge;

	private final int finer;

	private final Grid grid;

	private final float[] hu, coverage;

	private final int nx, ny, nz;

	/**
	 * @param surface
	 *            closed, in the reference frame, in mm
	 * @param size
	 *            of the CTs
	 * @param settings
	 *            how the inside and what lies about the bone are modeled; the soft edge is that of the CTs, and a shaft is
	 *            not continued here
	 * @param seed
	 *            of both
	 * @param progress
	 *            may cancel
	 */
	PhantomTemplate( final TriangleMesh surface, final GridSize size, final FemurModelSettings settings, final long seed,
			final Progress progress )
	{
		target = size.grid();
		softEdge = new SoftEdge( target, settings.softEdge() );
		finer = size == GridSize.QUARTER ? 2 : 1;
		grid = widened( fine() );
		nx = grid.size()[ 0 ];
		ny = grid.size()[ 1 ];
		nz = grid.size()[ 2 ];
		hu = FloatArrays.of( SurfaceToCt
				.makeInFrame( surface, grid, 1, settings.withSoftEdge( 0 ).withContinuedShaft( false ), seed, progress ).ct().voxels() );
		progress.report( 1, "measuring how much of each voxel is bone" );
		coverage = FloatArrays.of( MeshVoxelizer.coverage( surface, grid, 3 ).voxels() );
	}

	/** @return below the lowest voxels of a template, z in mm */
	static double bottom( final GridSize size )
	{
		return size.grid().worldFromVoxel().apply( 0, 0, -1 )[ 2 ] - MARGIN - size.grid().spacing()[ 2 ];
	}

	private Grid fine()
	{
		final int[] n = target.size();
		return target.resampled( finer * n[ 0 ], finer * n[ 1 ], finer * n[ 2 ] );
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
	 * @param seed
	 *            of deformation and density
	 * @return the posed, deformed bone
	 */
	Posed posed( final Similarity subjectFromReference, final double deformation, final long seed )
	{
		final Affine3D map = grid.worldFromVoxel().inverse().after( subjectFromReference.about( 0, 0, 0 ).inverse() );
		final TemplateLattice lattice = new TemplateLattice( fine(), map, deformation, seed );
		final int[] n = target.size();
		final int area = n[ 0 ] * n[ 1 ];
		final float[] ct = new float[ target.voxelCount() ];
		final byte[] labels = new byte[ ct.length ];
		final float share = 1f / ( finer * finer * finer );
		final DensityFactors density = DensityFactors.draw( seed );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, n[ 2 ] ).boxed().toList(), z -> {
			final float[] points = new float[ 3 * finer * n[ 0 ] ], bone = new float[ area ], sum = new float[ area ];
			for ( int sub = 0; sub < finer * finer * n[ 1 ]; ++sub )
			{
				final int y = sub / finer, slice = finer * z + sub % finer;
				lattice.row( y, slice, points );
				addRow( points, y / finer * n[ 0 ], density, bone, sum );
			}
			for ( int i = 0; i < area; ++i )
			{
				labels[ z * area + i ] = ( byte ) ( share * bone[ i ] >= 0.5f ? 1 : 0 );
				final double tissue = share * sum[ i ],
						thin = ( 1 - share * bone[ i ] ) * ( 1 - softEdge.left( i % n[ 0 ], i / n[ 0 ], z ) );
				ct[ z * area + i ] = ( float ) ( tissue + thin * ( AIR - tissue ) );
			}
		} );
		final LabeledCt made = new LabeledCt( Volume.floats( target, ct ), Volume.labels( target, labels ), Affine3D.IDENTITY );
		return new Posed( made, deformation == 0 ? subjectFromReference.inverse() : referenceFromSubject( lattice, labels ) );
	}

	/**
	 * @param made
	 *            the CT and the labels
	 * @param referenceFromSubject
	 *            the similarity that brings the bone closest to where it lay in the reference frame: the inverse of the pose,
	 *            with what of the deformation is a similarity
	 */
	record Posed( LabeledCt made, Similarity referenceFromSubject )
	{}

	private Similarity referenceFromSubject( final TemplateLattice lattice, final byte[] labels )
	{
		final int[] n = target.size();
		final SimilarityFit fit = new SimilarityFit();
		final Affine3D subjectFromFine = fine().worldFromVoxel(), referenceFromTemplate = grid.worldFromVoxel();
		final float[] points = new float[ 3 * finer * n[ 0 ] ];
		for ( int row = 0; row < n[ 1 ] * n[ 2 ]; ++row )
		{
			final int y = finer * ( row % n[ 1 ] ), z = finer * ( row / n[ 1 ] );
			lattice.row( y, z, points );
			for ( int x = 0; x < n[ 0 ]; ++x )
				if ( labels[ row * n[ 0 ] + x ] != 0 )
				{
					final int p = 3 * finer * x;
					fit.add( subjectFromFine.apply( finer * x, y, z ),
							referenceFromTemplate.apply( points[ p ], points[ p + 1 ], points[ p + 2 ] ) );
				}
		}
		return fit.fit();
	}

	/** Adds what the template has at points, interpolated; beyond its border it has what it has at the border. */
	private void addRow( final float[] points, final int first, final DensityFactors density, final float[] bone, final float[] sum )
	{
		for ( int p = 0; p < points.length; p += 3 )
		{
			final float x = Math.max( 0, Math.min( nx - 1, points[ p ] ) ), y = Math.max( 0, Math.min( ny - 1, points[ p + 1 ] ) ),
					z = Math.max( 0, Math.min( nz - 1, points[ p + 2 ] ) );
			final int i = Math.min( nx - 2, ( int ) x ), j = Math.min( ny - 2, ( int ) y ), k = Math.min( nz - 2, ( int ) z );
			final int corner = i + nx * ( j + ny * k );
			final float value = at( hu, corner, x - i, y - j, z - k ), inside = at( coverage, corner, x - i, y - j, z - k );
			final int voxel = first + p / 3 / finer;
			bone[ voxel ] += inside;
			sum[ voxel ] += inside > 0 ? value + inside * density.change( value ) : value;
		}
	}

	private float at( final float[] values, final int corner, final float fx, final float fy, final float fz )
	{
		final int far = corner + nx * ny;
		final float v00 = mix( values[ corner ], values[ corner + 1 ], fx );
		final float v10 = mix( values[ corner + nx ], values[ corner + nx + 1 ], fx );
		final float v01 = mix( values[ far ], values[ far + 1 ], fx );
		final float v11 = mix( values[ far + nx ], values[ far + nx + 1 ], fx );
		return mix( mix( v00, v10, fy ), mix( v01, v11, fy ), fz );
	}

	private static float mix( final float a, final float b, final float f )
	{
		return a + f * ( b - a );
	}
}
