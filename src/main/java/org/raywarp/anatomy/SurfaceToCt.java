/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.anatomy;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.TriangleMesh;
import org.raywarp.geometry.Vectors;
import org.raywarp.volume.Grid;
import org.raywarp.volume.GridSize;
import org.raywarp.volume.Progress;
import org.raywarp.volume.Volume;

import net.imglib2.parallel.Parallelization;

/**
 * The way from the surface of a femur to a labeled CT of it: reference frame, voxels, modeled Hounsfield units.
 */
public final class SurfaceToCt
{
	private SurfaceToCt()
	{}

	/**
	 * @param surface
	 *            closed surface of a femur, whole or proximal, in the world of the patient (LPS, mm)
	 * @param side
	 *            which femur it is
	 * @param size
	 *            the grid
	 * @param seed
	 *            of the modeled inside
	 * @param progress
	 *            told how far it is
	 * @return the CT in the reference frame of the femur
	 * @throws IllegalArgumentException
	 *             if the surface is not closed, or is not recognized as a femur in mm of that side
	 * @implNote op names='raywarp.surfaceToCt'
	 */
	public static LabeledCt make( final TriangleMesh surface, final Side side, final GridSize size, final long seed,
			final Progress progress )
	{
		return make( surface, side, size, FemurModelSettings.STANDARD, seed, progress );
	}

	/**
	 * As {@link #make(TriangleMesh, Side, GridSize, long, Progress)}, with a choice of what is modeled about the bone.
	 *
	 * @param surface
	 *            closed surface of a femur, whole or proximal, in the world of the patient (LPS, mm)
	 * @param side
	 *            which femur it is
	 * @param size
	 *            the grid
	 * @param settings
	 *            what is modeled beside the bone itself
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT in the reference frame of the femur
	 * @throws IllegalArgumentException
	 *             if the surface is not closed, or is not recognized as a femur in mm of that side
	 */
	public static LabeledCt make( final TriangleMesh surface, final Side side, final GridSize size,
			final FemurModelSettings settings, final long seed, final Progress progress )
	{
		progress.report( 0, "Finding the reference frame" );
		final TriangleMesh closed = ClosedSurface.of( surface );
		final Affine3D frameFromPatient = FemurFrame.ofClosed( closed, side ).frameFromPatient();
		final LabeledCt inFrame = fill( closed.transformed( frameFromPatient ), size.grid(), finer( size ), settings, seed, progress );
		return new LabeledCt( inFrame.ct(), inFrame.labels(), frameFromPatient );
	}

	/**
	 * As {@link #make}, for a surface that already lies in the reference frame, or near it: it stays where it is.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param size
	 *            the grid
	 * @param seed
	 *            of the modeled inside
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final GridSize size, final long seed, final Progress progress )
	{
		return makeInFrame( surface, size, FemurModelSettings.STANDARD, seed, progress );
	}

	/**
	 * As {@link #makeInFrame(TriangleMesh, GridSize, long, Progress)}, with a choice of what is modeled about the bone.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param size
	 *            the grid
	 * @param settings
	 *            what is modeled beside the bone itself
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final GridSize size, final FemurModelSettings settings,
			final long seed, final Progress progress )
	{
		return makeInFrame( surface, size.grid(), finer( size ), settings, seed, progress );
	}

	/** A voxel coarser than the finest is the mean of eight. */
	private static int finer( final GridSize size )
	{
		return size == GridSize.FULL ? 1 : 2;
	}

	/**
	 * As {@link #makeInFrame(TriangleMesh, GridSize, FemurModelSettings, long, Progress)}, on any axis-aligned grid.
	 *
	 * @param surface
	 *            closed surface of a right femur in the reference frame, in mm
	 * @param grid
	 *            where the voxels lie
	 * @param finer
	 *            1 to model the density at the centers of the voxels, 2 to take the mean of eight points in each
	 * @param settings
	 *            what is modeled beside the bone itself
	 * @param seed
	 *            of the modeled inside and of what lies about it
	 * @param progress
	 *            told how far it is
	 * @return the CT, with the identity as {@code frameFromPatient}
	 * @throws IllegalArgumentException
	 *             if the surface is not closed or has no femoral head
	 */
	public static LabeledCt makeInFrame( final TriangleMesh surface, final Grid grid, final int finer,
			final FemurModelSettings settings, final long seed, final Progress progress )
	{
		return fill( ClosedSurface.of( surface ), grid, finer, settings, seed, progress );
	}

	private static LabeledCt fill( final TriangleMesh mesh, final Grid grid, final int finer, final FemurModelSettings settings,
			final long seed, final Progress progress )
	{
		if ( !settings.equals( FemurModelSettings.STANDARD ) )
			throw new UnsupportedOperationException( "Not modeled yet: " + settings );
		progress.report( 0.1, "Voxelizing" );
		final byte[] labels = MeshVoxelizer.inside( mesh, grid );
		final HeadSphere head = HeadSphere.of( mesh );
		final FemurDensity density = new FemurDensity( head, grid, seed );
		// A voxel coarser than the finest is the mean of eight, so that thin cortex neither vanishes nor aliases.
		final int[] n = grid.size();
		final Grid fine = grid.resampled( n[ 0 ] * finer, n[ 1 ] * finer, n[ 2 ] * finer );
		final byte[] inside = finer == 1 ? labels : MeshVoxelizer.inside( mesh, fine );
		progress.report( 0.2, "Modeling the density" );
		final float[] hu = new float[ fine.voxelCount() ];
		final MeshDistance surface = new MeshDistance( withoutCut( mesh, head.radius() ) );
		final DepthMap depth = new DepthMap( mesh, surface, fine, FemurDensity.DEEPEST );
		Parallelization.getTaskExecutor().forEach( IntStream.range( 0, fine.size()[ 2 ] ).boxed().toList(),
				k -> fillSlice( k, fine, inside, depth, density, hu ) );
		progress.report( 1, "Modeling the density" );
		final float[] ct = finer == 1 ? hu : halved( hu, n );
		return new LabeledCt( Volume.floats( grid, ct ), Volume.labels( grid, labels ), Affine3D.IDENTITY );
	}

	/**
	 * The surface without the plane where a scan cut the shaft off, so that no cortex closes the canal there: the triangles
	 * at the lower end that face down.
	 */
	private static TriangleMesh withoutCut( final TriangleMesh mesh, final double headRadius )
	{
		final double[] v = mesh.vertices();
		final int[] t = mesh.triangles(), kept = new int[ t.length ];
		final double end = mesh.bounds()[ 2 ] + 0.75 * headRadius;
		int count = 0;
		for ( int i = 0; i < t.length; i += 3 )
		{
			final int a = 3 * t[ i ], b = 3 * t[ i + 1 ], c = 3 * t[ i + 2 ];
			final double[] normal = Vectors.cross( new double[] { v[ b ] - v[ a ], v[ b + 1 ] - v[ a + 1 ], v[ b + 2 ] - v[ a + 2 ] },
					new double[] { v[ c ] - v[ a ], v[ c + 1 ] - v[ a + 1 ], v[ c + 2 ] - v[ a + 2 ] } );
			final boolean facesDown = normal[ 2 ] < 0 && normal[ 2 ] * normal[ 2 ] > 0.72 * Vectors.dot( normal, normal );
			if ( facesDown && v[ a + 2 ] < end )
				continue;
			System.arraycopy( t, i, kept, count, 3 );
			count += 3;
		}
		return new TriangleMesh( v, Arrays.copyOf( kept, count ) );
	}

	private static void fillSlice( final int k, final Grid grid, final byte[] inside, final DepthMap depths, final FemurDensity density,
			final float[] hu )
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
				final double around = bone < 1 ? density.aroundBone( p[ 0 ], p[ 1 ], p[ 2 ] ) : 0;
				final double within = bone > 0 ? density.inBone( p[ 0 ], p[ 1 ], p[ 2 ], Math.max( 0, depth ) ) : 0;
				hu[ at ] = ( float ) ( bone * within + ( 1 - bone ) * around );
			}
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
}
