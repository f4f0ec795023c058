/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.io.IOException;
import java.nio.file.Path;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * ProST and inv-ProST as SavedModels by themselves, for volumes and views of any size. They hold no weights; all geometry
 * is fed.
 */
enum ProjectionGraph
{
	/** Volume to the beam's frame. */
	BEAM
	{
		@Override
		Operand< TFloat32 > build( final Inputs in )
		{
			return samples( in );
		}
	},
	/** Volume to line integrals. */
	PROJECTION
	{
		@Override
		Operand< TFloat32 > build( final Inputs in )
		{
			return ProstLayer.integrate( in.tf, samples( in ), in.get( SPACING, 1 ) );
		}
	},
	/** Beam to the world. */
	VOLUME
	{
		@Override
		Operand< TFloat32 > build( final Inputs in )
		{
			final AffineMap worldFromVoxel = AffineMap.of( in.tf, in.get( FRAME, 3, 4 ) );
			final Points world = worldFromVoxel.apply( new Points( in.get( X, 1, 1, -1 ), in.get( Y, 1, -1, 1 ), in.get( Z, -1, 1, 1 ) ) );
			final Points source = AffineMap.of( in.tf, in.get( RAYS, 3, 4 ) ).translation();
			final Points at =
					InverseProstLayer.coordinates( in.tf, AffineMap.of( in.tf, in.get( MATRIX, 3, 4 ) ), source, world, in.get( NEAR, 1 ),
							in.get( SPACING, 1 ) );
			return InverseProstLayer.volume( in.tf, in.get( IMAGE, 1, -1, -1, -1, -1 ), at );
		}
	};

	/** The image that is read, [1, c, b, a, channel]. */
	static final String IMAGE = "image";

	/** Along the last three axes of the result, [1, 1, a], [1, b, 1], [c, 1, 1]: columns, rows and distances, or voxel indices. */
	static final String X = "x", Y = "y", Z = "z";

	/** voxelFromWorld for ProST, worldFromVoxel for inv-ProST, [3, 4]. */
	static final String FRAME = "frame";

	/** As {@link ViewTensors}, [3, 4]. */
	static final String MATRIX = "matrix", RAYS = "rays";

	/** Distance of the first sample, and between samples, in mm, [1]. */
	static final String NEAR = "near", SPACING = "spacing";

	/** Name of the one output. */
	static final String RESULT = "result";

	abstract Operand< TFloat32 > build( Inputs in );

	private static Operand< TFloat32 > samples( final Inputs in )
	{
		final Points at =
				ProstLayer.coordinates( in.tf, AffineMap.of( in.tf, in.get( RAYS, 3, 4 ) ), AffineMap.of( in.tf, in.get( FRAME, 3, 4 ) ),
						in.get( X, 1, 1, -1 ), in.get( Y, 1, -1, 1 ), in.get( Z, -1, 1, 1 ) );
		return ProstLayer.beam( in.tf, in.get( IMAGE, 1, -1, -1, -1, -1 ), at );
	}

	/** The named placeholders of a graph as it is built. */
	private static final class Inputs
	{
		private final Ops tf;

		private final Signature.Builder signature;

		Inputs( final Ops tf, final Signature.Builder signature )
		{
			this.tf = tf;
			this.signature = signature;
		}

		Operand< TFloat32 > get( final String name, final long... shape )
		{
			final Placeholder< TFloat32 > placeholder =
					tf.withName( name ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( shape ) ) );
			signature.input( name, placeholder );
			return placeholder;
		}
	}

	/**
	 * @param folder
	 *            must not hold a model yet
	 */
	void export( final Path folder ) throws IOException
	{
		TensorFlowRuntime.require( Device.AUTO );
		try ( Graph graph = new Graph() )
		{
			final Signature.Builder signature = Signature.builder().key( SavedModels.SIGNATURE ).methodName( SavedModels.METHOD );
			final Operand< TFloat32 > result = build( new Inputs( Ops.create( graph ), signature ) );
			SavedModels.write( graph, signature.output( RESULT, result ).build(), folder );
		}
	}
}
