/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.raywarp.geometry.Affine3D;
import org.raywarp.geometry.BeamCoordinates;
import org.raywarp.geometry.View;
import org.raywarp.io.Folders;
import org.raywarp.network.SavedModelRunner.Tensor;
import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * ProST and inv-ProST run by TensorFlow through DJL, on a GPU where there is one. The results are those of
 * {@link org.raywarp.projection.TrilinearProjector} and {@link org.raywarp.projection.Projections} up to the rounding of
 * single precision coordinates: within 1e-4 of the largest value. For one thread at a time.
 */
public final class TensorFlowProjector implements AutoCloseable
{
	/** Values computed by one run of a graph, which holds about forty tensors of this size. */
	private static final int CHUNK = 1 << 20;

	private final Device device;

	private final Path folder;

	private final Map< ProjectionGraph, SavedModelRunner > runners = new EnumMap<>( ProjectionGraph.class );

	/**
	 * @param device
	 *            where to compute
	 * @throws IOException
	 *             if no temporary folder can be made
	 * @throws IllegalStateException
	 *             if TensorFlow or the device is missing
	 */
	public TensorFlowProjector( final Device device ) throws IOException
	{
		TensorFlowRuntime.require( device );
		this.device = device;
		folder = Files.createTempDirectory( "raywarp-projection" );
	}

	/**
	 * Line integrals by uniform trilinear samples (Van Houtte et al. 2022, Eqs. 1 and 2).
	 *
	 * @param volume
	 *            any unit, with or without channels
	 * @param view
	 *            source and detector
	 * @param samplesPerRay
	 *            K, from 2 to {@link BeamCoordinates#MAX_SAMPLES}
	 * @param target
	 *            receives value x mm over (column, row) or (column, row, channel): the detector or a part of it
	 * @throws IOException
	 *             if the graph cannot be written or loaded
	 * @throws IllegalArgumentException
	 *             if the volume does not lie in front of the source, or the target is not part of the detector or has other
	 *             channels than the volume
	 */
	public void project( final Volume< FloatType > volume, final View view, final int samplesPerRay,
			final RandomAccessibleInterval< FloatType > target )
			throws IOException
	{
		final Block block = Block.of( target, 2, volume.channels(), view.columns(), view.rows() );
		final BeamCoordinates beam = BeamCoordinates.covering( view, volume.grid().size(), volume.worldFromVoxel(), samplesPerRay );
		final Map< String, Tensor > inputs = prost( volume, beam );
		inputs.put( ProjectionGraph.Z, Block.axis( 2, samplesPerRay, i -> beam.near() + i * beam.sampleSpacing() ) );
		inputs.put( ProjectionGraph.SPACING, scalar( beam.sampleSpacing() ) );
		block.fill( ProjectionGraph.PROJECTION, inputs, runner( ProjectionGraph.PROJECTION ), CHUNK / samplesPerRay );
	}

	/**
	 * The volume along the rays (ProST, Eq. 1), as {@link org.raywarp.projection.Projections#toBeam}.
	 *
	 * @param volume
	 *            any unit, with or without channels
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            receives values over (column, row, sample) or (column, row, sample, channel): the beam or a part of it
	 * @throws IOException
	 *             as {@link #project}
	 * @throws IllegalArgumentException
	 *             as {@link #project}
	 */
	public void toBeam( final Volume< FloatType > volume, final BeamCoordinates beam, final RandomAccessibleInterval< FloatType > target )
			throws IOException
	{
		BeamCoordinates.covering( beam.view(), volume.grid().size(), volume.worldFromVoxel(), beam.samples() );
		final Block block = Block.of( target, 3, volume.channels(), beam.view().columns(), beam.view().rows(), beam.samples() );
		block.along( 2, i -> beam.near() + i * beam.sampleSpacing() ).fill( ProjectionGraph.BEAM, prost( volume, beam ),
				runner( ProjectionGraph.BEAM ), CHUNK );
	}

	/**
	 * A beam brought to the world (inv-ProST, Eq. 3), as {@link org.raywarp.projection.Projections#toVolume}.
	 *
	 * @param image
	 *            values over the whole beam space, with or without channels
	 * @param beam
	 *            where the samples lie
	 * @param target
	 *            is overwritten; its frame says where the voxels lie
	 * @throws IOException
	 *             as {@link #project}
	 * @throws IllegalArgumentException
	 *             if the image does not cover the beam, or the volume does not lie in front of the source
	 */
	public void toVolume( final RandomAccessibleInterval< FloatType > image, final BeamCoordinates beam, final Volume< FloatType > target )
			throws IOException
	{
		final Grid grid = target.grid();
		BeamCoordinates.covering( beam.view(), grid.size(), grid.worldFromVoxel(), beam.samples() );
		Block.of( image, 3, target.channels(), beam.view().columns(), beam.view().rows(), beam.samples() ).requireWhole();
		final Affine3D worldFromCentered = centered( grid );
		final View view = beam.view().after( worldFromCentered );
		final Map< String, Tensor > inputs = new HashMap<>();
		inputs.put( ProjectionGraph.IMAGE, Block.interleaved( image, 3 ) );
		inputs.put( ProjectionGraph.FRAME, matrix( worldFromCentered.inverse().after( grid.worldFromVoxel() ) ) );
		inputs.put( ProjectionGraph.MATRIX, matrix( view.projection().homogeneousFromWorld() ) );
		inputs.put( ProjectionGraph.RAYS, matrix( view.projection().worldFromHomogeneous() ) );
		inputs.put( ProjectionGraph.NEAR, scalar( beam.near() ) );
		inputs.put( ProjectionGraph.SPACING, scalar( beam.sampleSpacing() ) );
		final int[] n = grid.size();
		Block.of( target.voxels(), 3, target.channels(), n[ 0 ], n[ 1 ], n[ 2 ] ).fill( ProjectionGraph.VOLUME, inputs,
				runner( ProjectionGraph.VOLUME ), CHUNK );
	}

	/** The world's origin is moved to the volume's center, where single precision is finest. */
	private static Affine3D centered( final Grid grid )
	{
		final double[] center = grid.center();
		return Affine3D.translation( center[ 0 ], center[ 1 ], center[ 2 ] );
	}

	private static Map< String, Tensor > prost( final Volume< FloatType > volume, final BeamCoordinates beam )
	{
		final Affine3D worldFromCentered = centered( volume.grid() );
		final Map< String, Tensor > inputs = new HashMap<>();
		inputs.put( ProjectionGraph.IMAGE, Block.interleaved( volume.voxels(), 3 ) );
		inputs.put( ProjectionGraph.RAYS, matrix( beam.view().after( worldFromCentered ).projection().worldFromHomogeneous() ) );
		inputs.put( ProjectionGraph.FRAME, matrix( volume.worldFromVoxel().inverse().after( worldFromCentered ) ) );
		return inputs;
	}

	private static Tensor matrix( final Affine3D map )
	{
		return new Tensor( AffineMap.entries( map ), 3, 4 );
	}

	private static Tensor scalar( final double value )
	{
		return new Tensor( new float[] { ( float ) value }, 1 );
	}

	private SavedModelRunner runner( final ProjectionGraph graph ) throws IOException
	{
		SavedModelRunner runner = runners.get( graph );
		if ( runner == null )
		{
			final Path model = folder.resolve( graph.name() );
			graph.export( model );
			runner = new SavedModelRunner( model, device );
			runners.put( graph, runner );
		}
		return runner;
	}

	@Override
	public void close() throws IOException
	{
		runners.values().forEach( SavedModelRunner::close );
		runners.clear();
		Folders.delete( folder );
	}
}
