/*
 * SPDX-License-Identifier: BSD-2-Clause
 * Copyright (C) 2026 RayWarp developers
 */
package org.raywarp.network;

import java.util.List;
import java.util.Optional;

import org.raywarp.volume.Grid;
import org.raywarp.volume.Volume;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

import net.imglib2.type.numeric.real.FloatType;

/**
 * The loss of a registration network as part of its graph: {@code -NCC( V o T, Vf ) - NCC( V o Psi, Vf )} plus the weighted
 * roughness of the displacement (Van Houtte et al. 2022, Eq. 4) plus, where they are known, the weighted error of the
 * similarity, with which a network learns much faster, and the weighted distance of the surfaces after the similarity and
 * after the whole registration, which is what a registration is judged by.
 */
final class LossGraph
{
	/** Number of points along x, y, z on which the similarity is compared: its error is smooth. */
	private static final int[] LATTICE = { 4, 3, 4 };

	private static final float EPSILON = 1e-6f;

	private final Ops tf;

	/** The subject's bone [1, z, y, x, 1]. */
	final Placeholder< TFloat32 > subject;

	/** Parameters of the true similarity [1, 7]. */
	final Placeholder< TFloat32 > truth;

	/** 1 where the truth is known, else 0. */
	final Placeholder< TFloat32 > known;

	/** Points of the subject's surface in mm, [3, 1, 1, point]. */
	final Placeholder< TFloat32 > surface;

	/** 1 where the surface is known, else 0. */
	final Placeholder< TFloat32 > hasSurface;

	/** The terms of {@link Losses} in their order, scalars. */
	final List< Operand< TFloat32 > > terms;

	LossGraph( final Ops tf, final RegistrationNetwork network, final NetworkConfig config, final LossWeights weights,
			final Optional< Volume< FloatType > > atlasDistance )
	{
		this.tf = tf;
		final int[] n = config.grid().size();
		subject = tf.withName( "subject" ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 ) ) );
		truth = tf.withName( "truth" ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1, SimilarityLayer.PARAMETERS ) ) );
		known = tf.withName( "known" ).placeholder( TFloat32.class, Placeholder.shape( Shape.scalar() ) );
		surface = tf.withName( "surface" ).placeholder( TFloat32.class,
				Placeholder.shape( Shape.of( 3, 1, 1, TrainingCase.SURFACE_POINTS ) ) );
		hasSurface = tf.withName( "hasSurface" ).placeholder( TFloat32.class, Placeholder.shape( Shape.scalar() ) );
		final Operand< TFloat32 > displacement = network.displacement();
		final Operand< TFloat32 > affine = correlation( network.affineWarped, subject );
		final Operand< TFloat32 > whole = correlation( network.warped( displacement ), subject );
		final Operand< TFloat32 > roughness = roughness( displacement, config.velocityGrid().spacing() );
		final Operand< TFloat32 > error =
				tf.math.mul( known, distance( network.similarity, SimilarityLayer.map( tf, truth ), config.grid() ) );
		Operand< TFloat32 > total = tf.math.neg( tf.math.add( affine, whole ) );
		total = tf.math.add( total, tf.math.mul( roughness, tf.constant( ( float ) weights.smoothness() ) ) );
		total = tf.math.add( total, tf.math.mul( error, tf.constant( ( float ) weights.similarity() ) ) );
		Operand< TFloat32 > distance = tf.constant( 0f );
		if ( atlasDistance.isPresent() )
		{
			final SurfaceDistanceLayer layer = new SurfaceDistanceLayer( tf, atlasDistance.get() );
			final Points points = SurfaceDistanceLayer.points( tf, surface );
			final Points moved =
					new WarpLayer( tf, config.grid() ).compose( network.similarity, displacement, config.velocityGrid(), points );
			distance = tf.math.mul( hasSurface, mean( layer.distances( moved ) ) );
			final Operand< TFloat32 > ofAffine = tf.math.mul( hasSurface, mean( layer.distances( network.similarity.apply( points ) ) ) );
			total = tf.math.add( total,
					tf.math.mul( tf.math.add( distance, ofAffine ), tf.constant( ( float ) weights.surface() ) ) );
		}
		terms = List.of( total, affine, whole, roughness, error, distance );
	}

	private Operand< TFloat32 > mean( final Operand< TFloat32 > x )
	{
		return tf.math.mean( tf.reshape( x, tf.constant( new int[] { -1 } ) ), tf.constant( 0 ) );
	}

	/** Normalized cross-correlation of two tensors of one shape, -1 to 1. */
	private Operand< TFloat32 > correlation( final Operand< TFloat32 > a, final Operand< TFloat32 > b )
	{
		final Operand< TFloat32 > x = tf.math.sub( a, mean( a ) ), y = tf.math.sub( b, mean( b ) );
		final Operand< TFloat32 > variances = tf.math.mul( mean( tf.math.square( x ) ), mean( tf.math.square( y ) ) );
		return tf.math.div( mean( tf.math.mul( x, y ) ), tf.math.sqrt( tf.math.add( variances, tf.constant( EPSILON * EPSILON ) ) ) );
	}

	/** Mean over the field of the squared differences to the next voxel along each axis, per mm. */
	private Operand< TFloat32 > roughness( final Operand< TFloat32 > field, final double[] spacing )
	{
		Operand< TFloat32 > sum = tf.constant( 0f );
		for ( int d = 0; d < 3; ++d )
		{
			final int[] size = new int[] { -1, -1, -1, -1, -1 };
			final int axis = 3 - d;
			size[ axis ] = ( int ) field.shape().get( axis ) - 1;
			final int[] next = new int[ 5 ];
			next[ axis ] = 1;
			final Operand< TFloat32 > difference =
					tf.math.sub( tf.slice( field, tf.constant( next ), tf.constant( new int[] { -1, -1, -1, -1, -1 } ) ),
							tf.slice( field, tf.constant( new int[ 5 ] ), tf.constant( size ) ) );
			sum = tf.math.add( sum,
					tf.math.mul( mean( tf.math.square( difference ) ), tf.constant( ( float ) ( 1 / ( spacing[ d ] * spacing[ d ] ) ) ) ) );
		}
		return sum;
	}

	private Operand< TFloat32 > distance( final AffineMap a, final AffineMap b, final Grid grid )
	{
		final Points x = new GridTensors( tf, grid.resampled( LATTICE ) ).world();
		final Points p = a.apply( x ), q = b.apply( x );
		final Operand< TFloat32 > square =
				tf.math.add( tf.math.add( tf.math.square( tf.math.sub( p.x(), q.x() ) ), tf.math.square( tf.math.sub( p.y(), q.y() ) ) ),
						tf.math.square( tf.math.sub( p.z(), q.z() ) ) );
		return mean( tf.math.sqrt( tf.math.add( square, tf.constant( EPSILON ) ) ) );
	}
}
