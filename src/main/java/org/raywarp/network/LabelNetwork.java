/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.network.WeightSource.Start;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Regresses the label map of the bone at once from a frontal and a lateral radiograph, without an atlas (Kasten et al. 2020,
 * "End-to-end convolutional neural network for 3D reconstruction of knee bones from bi-planar X-ray images"): each radiograph
 * is copied along the axis of the world that it does not see, and a U-net of volumes tells bone from the rest. For
 * orthogonal views along these axes only.
 * <p>
 * Departs from the original: layers and features are those of {@link Architecture}, so that the effort is of the order of
 * the network that it is compared with, and groups of channels are normalized, see {@link ConvolutionBlocks}.
 */
final class LabelNetwork implements NetworkGraph
{
	private final Ops tf;

	private final NetworkConfig config;

	private final ConvolutionBlocks blocks;

	private final Map< String, Placeholder< TFloat32 > > inputs = new LinkedHashMap<>();

	/** The frontal and the lateral radiograph on the voxels [1, z, y, x, 1]. */
	final List< Operand< TFloat32 > > copies;

	/** Logarithm of the odds that a voxel is bone [1, z, y, x, 1]. */
	final Operand< TFloat32 > logits;

	/** The probability of it [1, z, y, x, 1]. */
	final Operand< TFloat32 > occupancy;

	LabelNetwork( final Ops tf, final WeightSource weights, final NetworkConfig config )
	{
		this.tf = tf;
		this.config = config;
		blocks = new ConvolutionBlocks( tf, weights );
		RegistrationGraph.inputs( config ).forEach( ( name, shape ) -> inputs.put( name,
				tf.withName( name ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( shape ) ) ) ) );
		final Points world = new GridTensors( tf, config.grid() ).world();
		final Operand< TFloat32 > zero = tf.constant( 0f );
		copies = List.of( copied( 0, new Points( world.x(), zero, world.z() ), 2 ),
				copied( 1, new Points( zero, world.y(), world.z() ), 3 ) );
		final Operand< TFloat32 > features = decode( encode( tf.concat( copies, tf.constant( -1 ) ) ) );
		logits = blocks.convolve( "labels.logits", features, 1, Start.NARROW );
		occupancy = tf.math.sigmoid( logits );
	}

	@Override
	public Map< String, Placeholder< TFloat32 > > inputs()
	{
		return inputs;
	}

	@Override
	public Map< String, Operand< TFloat32 > > outputs()
	{
		return Map.of( RegistrationGraph.OCCUPANCY, occupancy );
	}

	/**
	 * A radiograph as seen on the plane through the world's origin across its beam, copied along the beam.
	 *
	 * @param plane
	 *            the points of the plane in mm, one of them for each line of voxels along the beam
	 * @param axis
	 *            of the tensor along which it is copied
	 * @return [1, z, y, x, 1]
	 */
	private Operand< TFloat32 > copied( final int view, final Points plane, final int axis )
	{
		final int rows = config.detectorRows(), columns = config.detectorColumns();
		final Points h = AffineMap.of( tf, inputs.get( "projection" + view ) ).apply( plane );
		final Points pixel =
				new Points( tf.math.div( h.x(), h.z() ), tf.math.div( h.y(), h.z() ), tf.constant( new float[][][] { { { 0 } } } ) );
		final Operand< TFloat32 > image =
				tf.reshape( inputs.get( "radiograph" + view ), tf.constant( new long[] { 1, 1, rows, columns, 1 } ) );
		final int[] copies = { 1, 1, 1, 1, 1 };
		copies[ axis ] = config.grid().size()[ 3 - axis ];
		return tf.tile( TrilinearSampler.sample( tf, image, pixel, Outside.ZERO ), tf.constant( copies ) );
	}

	private long features( final int level )
	{
		return config.architecture().decoderFeatures().get( config.architecture().levels() - level );
	}

	/** @return the features of each level, from the finest to the coarsest */
	private List< Operand< TFloat32 > > encode( final Operand< TFloat32 > volume )
	{
		final List< Operand< TFloat32 > > maps = new ArrayList<>( List.of( blocks.normalized( "labels.down0", volume, features( 0 ) ) ) );
		for ( int level = 1; level <= config.architecture().levels(); ++level )
		{
			final Operand< TFloat32 > halved = blocks.halve( maps.get( level - 1 ) );
			final Operand< TFloat32 > down = blocks.normalized( "labels.down" + level, halved, features( level ) );
			maps.add( blocks.normalized( "labels.same" + level, down, features( level ) ) );
		}
		return maps;
	}

	private Operand< TFloat32 > decode( final List< Operand< TFloat32 > > maps )
	{
		Operand< TFloat32 > volume = maps.get( maps.size() - 1 );
		for ( int level = maps.size() - 2; level >= 0; --level )
		{
			final Operand< TFloat32 > both = tf.concat( List.of( blocks.upsample( volume ), maps.get( level ) ), tf.constant( -1 ) );
			volume = blocks.normalized( "labels.up" + level, both, features( level ) );
		}
		return volume;
	}
}
