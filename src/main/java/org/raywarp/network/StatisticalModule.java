/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.ArrayList;
import java.util.List;

import org.raywarp.deformation.SplineLattice;
import org.raywarp.deformation.VelocityModes;
import org.raywarp.geometry.Affine3D;
import org.raywarp.network.TrilinearSampler.Outside;
import org.raywarp.volume.Grid;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * A statistical deformation model: the velocity as a sum of a population's principal modes, whose weights a network
 * regresses beside the similarity (Van Houtte et al. 2021, "2D/3D registration with a statistical deformation model prior
 * using deep learning", after Yu et al. 2017).
 * <p>
 * Departs from the original, whose principal components are those of displacements on B-spline lattices: here they are of
 * velocities on such lattices, and their sum is exponentiated as any other velocity. A sum of displacements may fold, the
 * flow of a sum of velocities cannot, and all that comes after a regression, refinement included, takes a velocity. The
 * components are those of the bones that the atlas was made of ({@link VelocityModes}), not of CTs of patients.
 */
final class StatisticalModule
{
	/** No member of a population differs from the mean by more standard deviations of a mode: what statistical models of shape allow. */
	private static final float GREATEST = 3;

	private final Ops tf;

	private final Grid grid;

	private final VelocityModes modes;

	/**
	 * @param grid
	 *            of the velocity, axis-aligned
	 * @param modes
	 *            of the atlas's population
	 * @throws IllegalArgumentException
	 *             if the box of the modes is turned
	 */
	StatisticalModule( final Ops tf, final Grid grid, final VelocityModes modes )
	{
		this.tf = tf;
		this.grid = grid;
		this.modes = modes;
		final Affine3D box = modes.grid().worldFromVoxel();
		for ( int i = 0; i < 9; ++i )
			if ( i % 4 != 0 && Math.abs( box.get( i / 3, i % 3 ) ) > 1e-6 )
				throw new IllegalArgumentException( "The population of the atlas lies on a grid that is turned, " + modes.grid()
						+ "; expected one along the axes of the world." );
	}

	/**
	 * @param module
	 *            that has seen the radiographs
	 * @param features
	 *            of that module
	 * @return weights of the modes, in standard deviations, [1, mode]; they begin with 0
	 */
	Operand< TFloat32 > weights( final AffineModule module, final Operand< TFloat32 > features )
	{
		final Operand< TFloat32 > greatest = tf.constant( GREATEST );
		return tf.math.mul( tf.math.tanh( tf.math.div( module.dense( "affine.modes", features, modes.count() ), greatest ) ), greatest );
	}

	/**
	 * The modes belong to the atlas: the subject has them where the similarity leads, turned and scaled back, as
	 * {@link VelocityModes#onto}.
	 *
	 * @param weights
	 *            of the modes, in standard deviations, [1, mode]
	 * @param similarity
	 *            subject to atlas
	 * @return velocity of the subject in mm [1, z, y, x, 3]
	 */
	Operand< TFloat32 > velocity( final Operand< TFloat32 > weights, final AffineMap similarity )
	{
		final GridTensors tensors = new GridTensors( tf, grid );
		final Operand< TFloat32 > read =
				TrilinearSampler.sample( tf, field( weights ), tensors.apply( similarity.apply( tensors.world() ) ), Outside.BORDER );
		final Points back = similarity.inverseOfSimilarity( VelocityIntegrationLayer.components( tf, read ) );
		final List< Operand< TFloat32 > > components = new ArrayList<>();
		for ( final Operand< TFloat32 > c : List.of( back.x(), back.y(), back.z() ) )
			components.add( tf.expandDims( tf.expandDims( c, tf.constant( -1 ) ), tf.constant( 0 ) ) );
		return tf.concat( components, tf.constant( -1 ) );
	}

	/**
	 * @return the weighted modes about the atlas in mm [1, z, y, x, 3]
	 */
	Operand< TFloat32 > field( final Operand< TFloat32 > weights )
	{
		final int length = modes.modes().get( 0 ).length;
		final float[] all = new float[ modes.count() * length ];
		for ( int m = 0; m < modes.count(); ++m )
			System.arraycopy( modes.modes().get( m ), 0, all, m * length, length );
		Operand< TFloat32 > values = tf.linalg.matMul( weights, tf.constant( Shape.of( modes.count(), length ), DataBuffers.of( all ) ) );
		// Each product takes the first axis from coefficients to voxels and puts it last: z, y, x, and the components again.
		long rest = length;
		for ( int d = 2; d >= 0; --d )
		{
			final long controls = modes.controls().get( d );
			values = turned( values, controls, rest / controls, splines( d ) );
			rest = rest / controls * grid.size()[ d ];
		}
		final int[] n = grid.size();
		final float[] identity = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
		values = turned( values, 3, rest / 3, tf.constant( Shape.of( 3, 3 ), DataBuffers.of( identity ) ) );
		return tf.reshape( values, tf.constant( new long[] { 1, n[ 2 ], n[ 1 ], n[ 0 ], 3 } ) );
	}

	/** From [first, others] to [others, n] by a matrix [n, first]. */
	private Operand< TFloat32 > turned( final Operand< TFloat32 > values, final long first, final long others,
			final Operand< TFloat32 > matrix )
	{
		return tf.linalg.matMul( tf.reshape( values, tf.constant( new long[] { first, others } ) ), matrix, MatMul.transposeA( true ),
				MatMul.transposeB( true ) );
	}

	/** What the coefficients along an axis count at each voxel of the velocity's grid, [voxel, coefficient]. */
	private Operand< TFloat32 > splines( final int axis )
	{
		final SplineLattice lattice =
				new SplineLattice( modes.controls().stream().mapToInt( Integer::intValue ).toArray(), modes.grid().size() );
		final Affine3D boxFromVoxel = modes.grid().worldFromVoxel().inverse().after( grid.worldFromVoxel() );
		final int controls = modes.controls().get( axis ), n = grid.size()[ axis ];
		final float[] matrix = new float[ n * controls ];
		for ( int i = 0; i < n; ++i )
		{
			final double[] weights = lattice.weights( axis, boxFromVoxel.apply( i, i, i )[ axis ] );
			for ( int c = 0; c < controls; ++c )
				matrix[ i * controls + c ] = ( float ) weights[ c ];
		}
		return tf.constant( Shape.of( n, controls ), DataBuffers.of( matrix ) );
	}
}
