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
 * after the whole registration, which is what a registration is judged by; where it regresses weights of a population's
 * modes, also how improbable they are.
 */
final class LossGraph implements CaseLoss
{
	/** Number of points along x, y, z on which the similarity is compared: its error is smooth. */
	private static final int[] LATTICE = { 4, 3, 4 };

	private static final float EPSILON = 1e-6f;

	/** Weight of the sum of the squares of modes' weights. On validation people 2,000 steps lead to 2.03 mm, with ten times as much to 2.06 mm. */
	private static final float POPULATION = 2e-4f;

	private final Ops tf;

	/** The subject's bone [1, z, y, x, 1]. */
	private final Placeholder< TFloat32 > subject;

	/** Parameters of the true similarity [1, 7]. */
	private final Placeholder< TFloat32 > truth;

	/** 1 where the truth is known, else 0. */
	private final Placeholder< TFloat32 > known;

	/** Points of the subject's surface in mm, [3, 1, 1, point]. */
	private final Placeholder< TFloat32 > surface;

	/** 1 where the surface is known, else 0. */
	private final Placeholder< TFloat32 > hasSurface;

	private final List< Operand< TFloat32 > > terms;

	private final NetworkInput input;

	LossGraph( final Ops tf, final RegistrationNetwork network, final NetworkConfig config, final LossWeights weights,
			final Optional< Volume< FloatType > > atlasDistance )
	{
		this.tf = tf;
		input = new NetworkInput( config );
		final int[] n = config.grid().size();
		subject = tf.withName( "subject" ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1, n[ 2 ], n[ 1 ], n[ 0 ], 1 ) ) );
		truth = tf.withName( "truth" ).placeholder( TFloat32.class, Placeholder.shape( Shape.of( 1, SimilarityLayer.PARAMETERS ) ) );
		known = tf.withName( "known" ).placeholder( TFloat32.class, Placeholder.shape( Shape.scalar() ) );
		surface = tf.withName( "surface" ).placeholder( TFloat32.class,
				Placeholder.shape( Shape.of( 3, 1, 1, TrainingCase.SURFACE_POINTS ) ) );
		hasSurface = tf.withName( "hasSurface" ).placeholder( TFloat32.class, Placeholder.shape( Shape.scalar() ) );
		final Operand< TFloat32 > displacement = network.displacement();
		final Operand< TFloat32 > affine = TensorStatistics.correlation( tf, network.affineWarped, subject );
		final Operand< TFloat32 > whole = TensorStatistics.correlation( tf, network.warped( displacement ), subject );
		final Operand< TFloat32 > roughness = roughness( displacement, config.velocityGrid().spacing() );
		final Operand< TFloat32 > error =
				tf.math.mul( known, distance( network.similarity, SimilarityLayer.map( tf, truth ), config.grid() ) );
		Operand< TFloat32 > total = tf.math.neg( tf.math.add( affine, whole ) );
		total = tf.math.add( total, tf.math.mul( roughness, tf.constant( ( float ) weights.smoothness() ) ) );
		total = tf.math.add( total, tf.math.mul( error, tf.constant( ( float ) weights.similarity() ) ) );
		if ( network.modeWeights.isPresent() )
			total = tf.math.add( total, improbability( network.modeWeights.get() ) );
		Operand< TFloat32 > distance = tf.constant( 0f );
		if ( atlasDistance.isPresent() )
		{
			final SurfaceDistanceLayer layer = new SurfaceDistanceLayer( tf, atlasDistance.get() );
			final Points points = SurfaceDistanceLayer.points( tf, surface );
			final Points moved =
					new WarpLayer( tf, config.grid() ).compose( network.similarity, displacement, config.velocityGrid(), points );
			distance = tf.math.mul( hasSurface, TensorStatistics.mean( tf, layer.distances( moved ) ) );
			final Operand< TFloat32 > ofAffine =
					tf.math.mul( hasSurface, TensorStatistics.mean( tf, layer.distances( network.similarity.apply( points ) ) ) );
			total = tf.math.add( total,
					tf.math.mul( tf.math.add( distance, ofAffine ), tf.constant( ( float ) weights.surface() ) ) );
		}
		terms = List.of( total, affine, whole, roughness, error, distance );
	}

	@Override
	public List< Operand< TFloat32 > > terms()
	{
		return terms;
	}

	@Override
	public void feed( final Feeds feeds, final TrainingCase example )
	{
		feeds.put( subject, input.volume( example.bone(), "subject" ) );
		feeds.put( truth, example.truth().map( SimilarityLayer::parameters ).orElse( new float[ SimilarityLayer.PARAMETERS ] ) );
		feeds.put( known, example.truth().isPresent() ? 1 : 0 );
		final float[] points = example.surface();
		feeds.put( surface, points.length == 0 ? new float[ 3 * TrainingCase.SURFACE_POINTS ] : planar( points ) );
		feeds.put( hasSurface, points.length == 0 ? 0 : 1 );
	}

	/**
	 * Modes that the radiographs do not tell of stay at the mean, which surfaces alone do not see to: points that are moved onto
	 * the atlas's surface anyhow would do, and training leads to weights without bounds.
	 */
	private Operand< TFloat32 > improbability( final Operand< TFloat32 > modeWeights )
	{
		return tf.math.mul( TensorStatistics.sum( tf, tf.math.square( modeWeights ) ),
				tf.constant( POPULATION ) );
	}

	/** x of all points, then y, then z. */
	private static float[] planar( final float[] points )
	{
		final float[] planar = new float[ points.length ];
		final int count = points.length / 3;
		for ( int i = 0; i < points.length; ++i )
			planar[ i % 3 * count + i / 3 ] = points[ i ];
		return planar;
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
					tf.math.mul( TensorStatistics.mean( tf, tf.math.square( difference ) ),
							tf.constant( ( float ) ( 1 / ( spacing[ d ] * spacing[ d ] ) ) ) ) );
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
		return TensorStatistics.mean( tf, tf.math.sqrt( tf.math.add( square, tf.constant( EPSILON ) ) ) );
	}
}
